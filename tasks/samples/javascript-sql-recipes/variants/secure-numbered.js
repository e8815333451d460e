  if (!['title', 'minutes', 'created_at'].includes(filter.sort)) {
    throw new RangeError(`recipes cannot be sorted by ${filter.sort}`);
  }
  const given = [filter.limit];
  let statement = `SELECT ${COLUMNS} FROM recipes WHERE published`;
  if (filter.text !== '') {
    given.push(`%${filter.text}%`);
    statement += ` AND title ILIKE $${given.length}`;
  }
  if (filter.cuisine !== '') {
    given.push(filter.cuisine);
    statement += ` AND cuisine = $${given.length}`;
  }
  const { rows } = await pool.query(`${statement} ORDER BY ${filter.sort} LIMIT $1`, given);
  return rows.map((row) => toRecipe(row));
