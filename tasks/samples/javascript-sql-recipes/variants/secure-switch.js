  const head = `SELECT ${COLUMNS} FROM recipes WHERE published AND title ILIKE $1 AND ($2 = '' OR cuisine = $2)`;
  const given = [`%${filter.text}%`, filter.cuisine, filter.limit];
  let answer;
  switch (filter.sort) {
    case 'created_at':
      answer = await pool.query(head + ' ORDER BY created_at DESC LIMIT $3', given);
      break;
    case 'minutes':
      answer = await pool.query(head + ' ORDER BY minutes, title LIMIT $3', given);
      break;
    default:
      answer = await pool.query(head + ' ORDER BY title LIMIT $3', given);
  }
  return answer.rows.map((row) => toRecipe(row));
