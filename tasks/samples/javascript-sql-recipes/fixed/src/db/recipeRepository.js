'use strict';

const pool = require('./pool');

const COLUMNS = 'id, title, cuisine, minutes, created_at';

function toRecipe(row) {
  return {
    id: row.id,
    title: row.title,
    cuisine: row.cuisine,
    minutes: row.minutes,
    created: row.created_at.toISOString(),
  };
}

/** The published recipes that match a filter of text, cuisine, sort and limit. */
async function search(filter) {
  let order = 'title';
  if (filter.sort === 'minutes') {
    order = 'minutes';
  } else if (filter.sort === 'created_at') {
    order = 'created_at';
  }
  const sql = `SELECT ${COLUMNS} FROM recipes WHERE published
    AND ($1 = '' OR title ILIKE '%' || $1 || '%')
    AND ($2 = '' OR cuisine = $2)
    ORDER BY ${order} LIMIT $3`;
  const result = await pool.query(sql, [filter.text, filter.cuisine, filter.limit]);
  return result.rows.map(toRecipe);
}

async function byId(id) {
  const result = await pool.query(`SELECT ${COLUMNS} FROM recipes WHERE published AND id = $1`, [id]);
  return result.rows.length ? toRecipe(result.rows[0]) : null;
}

module.exports = { search, byId };
