const express = require('express');
const { exec, execSync, execFile, spawn } = require('child_process');
const cp = require('child_process');
const shellQuote = require('shell-quote');
const app = express();

app.get('/lookup', (req, res) => {
  // ruleid: javascript-command-injection
  exec('nslookup ' + req.query.host, (error, out) => res.end(out));
});

app.post('/resize', (req, res) => {
  const { file, width } = req.body;
  const command = `convert ${file} -resize ${width} out.png`;
  // ruleid: javascript-command-injection
  cp.execSync(command);
  res.end();
});

app.get('/page', (req, res) => {
  // ruleid: javascript-command-injection
  spawn('sh', ['-c', 'man ' + req.params.topic]).stdout.pipe(res);
});

app.get('/find', (req, res) => {
  // ruleid: javascript-command-injection
  spawn('find', ['.', '-name', req.query.name], { shell: true }).stdout.pipe(res);
});

app.get('/tool', (req, res) => {
  // ruleid: javascript-command-injection
  spawn(req.query.tool, ['--version']).stdout.pipe(res);
});

// arguments of a program, no shell
app.get('/lookup-safe', (req, res) => {
  // ok: javascript-command-injection
  execFile('nslookup', [req.query.host], (error, out) => res.end(out));
});

// a whole text of harmless characters
app.get('/ping', (req, res) => {
  if (!/^[a-z0-9.-]+$/.test(req.query.host)) return res.sendStatus(400);
  // ok: javascript-command-injection
  exec('ping -c 1 ' + req.query.host, (error, out) => res.end(out));
});

// the check lets a line end through
app.get('/ping-open', (req, res) => {
  if (!/^[a-z0-9.-]+/.test(req.query.host)) return res.sendStatus(400);
  // ruleid: javascript-command-injection
  exec('ping -c 1 ' + req.query.host, (error, out) => res.end(out));
});

const tables = ['users', 'orders'];
app.get('/dump', (req, res) => {
  if (tables.indexOf(req.query.table) === -1) return res.sendStatus(404);
  // ok: javascript-command-injection
  execSync('pg_dump -t ' + req.query.table);
  res.end();
});

app.get('/kill', (req, res) => {
  // ok: javascript-command-injection
  execSync('kill ' + parseInt(req.query.pid, 10));
  // ok: javascript-command-injection
  execSync('echo ' + shellQuote.quote([req.query.word]));
  // ok: javascript-command-injection
  execSync("echo '" + req.query.word.replace(/'/g, "'\\''") + "'");
  res.end();
});
