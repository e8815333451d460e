  if (!/title|minutes|created_at/.test(filter.sort)) {
    throw new RangeError('recipes are sorted by title, minutes or created_at');
  }
  const answer = await pool.query({
    text: `SELECT ${COLUMNS} FROM recipes WHERE published AND title ILIKE $2 AND $3 IN ('', cuisine)
      ORDER BY ${filter.sort} LIMIT $1`,
    values: [filter.limit, '%' + filter.text + '%', filter.cuisine],
  });
  return Array.from(answer.rows, toRecipe);
