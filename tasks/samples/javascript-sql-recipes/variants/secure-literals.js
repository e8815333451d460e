  const { escapeLiteral, escapeIdentifier } = require('pg');
  const conditions = ['published'];
  if (filter.text) conditions.push(`title ILIKE ${escapeLiteral('%' + filter.text + '%')}`);
  if (filter.cuisine) conditions.push('cuisine = ' + escapeLiteral(filter.cuisine));
  const { rows } = await pool.query(
    'SELECT ' + COLUMNS + ' FROM recipes WHERE ' + conditions.join(' AND ')
      + ' ORDER BY ' + escapeIdentifier(filter.sort) + ' LIMIT ' + Number(filter.limit),
  );
  return rows.map((row) => toRecipe(row));
