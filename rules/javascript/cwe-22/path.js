const express = require('express');
const fs = require('fs');
const path = require('path');
const { readFile } = require('fs/promises');
const app = express();
const root = path.resolve('public');

app.get('/file', (req, res) => {
  // ruleid: javascript-path-traversal
  fs.readFile(path.join(root, req.query.name), (error, data) => res.end(data));
});

app.get('/download/:name', (req, res) => {
  // ruleid: javascript-path-traversal
  res.sendFile(root + '/' + req.params.name);
});

app.get('/text', async (req, res) => {
  // ruleid: javascript-path-traversal
  res.end(await readFile('texts/' + req.query.name));
});

app.post('/save', (req, res) => {
  const file = path.resolve(root, req.body.name);
  // a folder beside the root begins the same way
  if (!file.startsWith(root)) return res.sendStatus(403);
  // ruleid: javascript-path-traversal
  fs.writeFileSync(file, req.body.text);
  res.end();
});

app.get('/decoded', (req, res) => {
  if (req.path.includes('..')) return res.sendStatus(403);
  // the check came too early
  // ruleid: javascript-path-traversal
  fs.createReadStream(root + decodeURIComponent(req.path)).pipe(res);
});

app.get('/inside', (req, res) => {
  const file = path.resolve(root, req.query.name);
  if (!file.startsWith(root + path.sep)) return res.sendStatus(403);
  // ok: javascript-path-traversal
  fs.createReadStream(file).pipe(res);
});

app.get('/relative', (req, res) => {
  const file = path.join(root, req.query.name);
  const way = path.relative(root, file);
  if (way.startsWith('..') || path.isAbsolute(way)) return res.sendStatus(403);
  // ok: javascript-path-traversal
  fs.createReadStream(file).pipe(res);
});

app.get('/name', (req, res) => {
  // ok: javascript-path-traversal
  fs.createReadStream(path.join(root, path.basename(req.query.name))).pipe(res);
  // ok: javascript-path-traversal
  res.sendFile(req.query.name, { root });
});

app.get('/dots', (req, res) => {
  if (req.query.name.indexOf('..') !== -1) return res.sendStatus(403);
  // ok: javascript-path-traversal
  fs.createReadStream(path.join(root, req.query.name)).pipe(res);
});

app.get('/word', (req, res) => {
  if (!/^[\w-]+\.png$/.test(req.query.name)) return res.sendStatus(403);
  // ok: javascript-path-traversal
  fs.createReadStream(path.join(root, req.query.name)).pipe(res);
});
