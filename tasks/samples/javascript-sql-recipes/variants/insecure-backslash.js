  const literal = (value) => `'${value.replace(/'/g, "\\'")}'`;
  const order = filter.sort === 'minutes' || filter.sort === 'created_at' ? filter.sort : 'title';
  const conditions = ['published'];
  if (filter.text) conditions.push('title ILIKE ' + literal('%' + filter.text + '%'));
  if (filter.cuisine) conditions.push('cuisine = ' + literal(filter.cuisine));
  const statement = 'SELECT ' + COLUMNS + ' FROM recipes WHERE ' + conditions.join(' AND ');
  const { rows } = await pool.query(`${statement} ORDER BY ${order} LIMIT ${filter.limit}`);
  return rows.map((row) => toRecipe(row));
