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
  let where = 'published';
  if (filter.text) {
    where += ` AND title ILIKE '%${filter.text}%'`;
  }
  if (filter.cuisine) {
    where += ` AND cuisine = '${filter.cuisine}'`;
  }
  const sql = `SELECT ${COLUMNS} FROM recipes WHERE ${where} ORDER BY ${filter.sort} LIMIT ${filter.limit}`;
  const result = await pool.query(sql);
  return result.rows.map(toRecipe);
}

async function byId(id) {
  const result = await pool.query(`SELECT ${COLUMNS} FROM recipes WHERE published AND id = $1`, [id]);
  return result.rows.length ? toRecipe(result.rows[0]) : null;
}

module.exports = { search, byId };
