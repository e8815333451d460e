const express = require('express');
const mysql = require('mysql');
const { Pool } = require('pg');
const knex = require('knex')({ client: 'pg' });
const { Sequelize } = require('sequelize');
const app = express();
const connection = mysql.createConnection({});
const pool = new Pool();
const sequelize = new Sequelize();

app.get('/user', (req, res) => {
  // ruleid: javascript-sql-injection
  connection.query("SELECT * FROM users WHERE name = '" + req.query.name + "'", (error, rows) => res.json(rows));
});

app.get('/order/:id', async (req, res) => {
  const text = `SELECT * FROM orders WHERE id = ${req.params.id}`;
  // ruleid: javascript-sql-injection
  const { rows } = await pool.query(text);
  res.json(rows);
});

app.get('/sorted', async (req, res) => {
  // ruleid: javascript-sql-injection
  res.json(await knex('users').orderByRaw(req.query.column + ' desc'));
});

app.get('/raw', async (req, res) => {
  // ruleid: javascript-sql-injection
  res.json(await sequelize.query('SELECT * FROM t WHERE a LIKE "%' + req.body.word + '%"'));
});

app.get('/user-safe', (req, res) => {
  // ok: javascript-sql-injection
  connection.query('SELECT * FROM users WHERE name = ?', [req.query.name], (error, rows) => res.json(rows));
  // ok: javascript-sql-injection
  connection.query('SELECT * FROM users WHERE name = ' + connection.escape(req.query.name), (error, rows) => res.json(rows));
  // ok: javascript-sql-injection
  connection.query('SELECT * FROM users WHERE id = ' + Number(req.query.id), (error, rows) => res.json(rows));
  // ok: javascript-sql-injection
  connection.query("SELECT * FROM users WHERE name = '" + req.query.name.replace(/'/g, "''") + "'");
});

const columns = new Set(['name', 'age']);
app.get('/sorted-safe', async (req, res) => {
  if (!columns.has(req.query.column)) return res.sendStatus(400);
  // ok: javascript-sql-injection
  res.json(await knex('users').orderByRaw(req.query.column + ' desc'));
});
