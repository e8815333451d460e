  const { text, cuisine, sort, limit } = filter;
  const statement = [
    `SELECT ${COLUMNS} FROM recipes`,
    "WHERE published AND title ILIKE $1 AND cuisine LIKE $2",
    'ORDER BY ' + sort,
    'LIMIT $3',
  ].join(' ');
  const answer = await pool.query(statement, [`%${text}%`, cuisine || '%', limit]);
  return Array.from(answer.rows, toRecipe);
