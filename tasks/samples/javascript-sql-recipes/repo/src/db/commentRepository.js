'use strict';

const pool = require('./pool');

async function list(recipe, author) {
  const sql = 'SELECT id, author, body, written FROM comments WHERE recipe = $1';
  const result = author
    ? await pool.query(`${sql} AND author = $2 ORDER BY written`, [recipe, author])
    : await pool.query(`${sql} ORDER BY written`, [recipe]);
  return result.rows;
}

async function add(recipe, author, text) {
  const result = await pool.query(
    'INSERT INTO comments (recipe, author, body) VALUES ($1, $2, $3) RETURNING id',
    [recipe, author, text],
  );
  return result.rows[0].id;
}

module.exports = { list, add };
