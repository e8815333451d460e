  const { rows } = await pool.query({
    text: `SELECT ${COLUMNS} FROM recipes
      WHERE published AND strpos(lower(title), lower($1)) > 0 AND cuisine = coalesce(nullif($2, ''), cuisine)
      ORDER BY CASE $3 WHEN 'minutes' THEN minutes END,
               CASE $3 WHEN 'created_at' THEN created_at END, title
      LIMIT $4`,
    values: [filter.text, filter.cuisine, filter.sort, filter.limit],
  });
  return Array.from(rows, toRecipe);
