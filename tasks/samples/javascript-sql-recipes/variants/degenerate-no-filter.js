  const answer = await pool.query(`SELECT ${COLUMNS} FROM recipes WHERE published ORDER BY title LIMIT 20`);
  return Array.from(answer.rows, toRecipe);
