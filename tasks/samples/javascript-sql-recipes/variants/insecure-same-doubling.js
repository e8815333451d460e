  const [text, cuisine, order] = [filter.text, filter.cuisine, filter.sort]
    .map((value) => String(value).split("'").join("''"));
  const matches = text === '' ? 'true' : "title ILIKE '%" + text + "%'";
  const kitchen = cuisine === '' ? 'true' : "cuisine = '" + cuisine + "'";
  const { rows } = await pool.query(
    `SELECT ${COLUMNS} FROM recipes WHERE published AND ${matches} AND ${kitchen} ORDER BY ${order} LIMIT $1`,
    [filter.limit],
  );
  return rows.map((row) => toRecipe(row));
