  const { text, cuisine, sort, limit } = filter;
  const statement = [
    `SELECT ${COLUMNS} FROM recipes`,
    "WHERE published AND title ILIKE $1 AND $2 IN ('', cuisine)",
    'ORDER BY ' + sort,
    'LIMIT $3',
  ].join(' ');
  const answer = await pool.query(statement, [`%${text}%`, cuisine, limit]);
  return Array.from(answer.rows, toRecipe);
