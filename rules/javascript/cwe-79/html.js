const express = require('express');
const escapeHtml = require('escape-html');
const fs = require('fs');
const app = express();

app.get('/hello', (req, res) => {
  // ruleid: javascript-html-injection
  res.send('<h1>Hello ' + req.query.name + '</h1>');
});

app.get('/missing', (req, res) => {
  // ruleid: javascript-html-injection
  res.status(404).send(`No page ${req.params.page}`);
});

app.get('/list', (req, res) => {
  // the names of files are somebody else's as well
  fs.readdir('uploads', (error, names) => {
    res.write('<ul>');
    for (const name of names) {
      // ruleid: javascript-html-injection
      res.write('<li>' + name + '</li>');
    }
    res.end('</ul>');
  });
});

function greet() {
  const name = new URLSearchParams(location.search).get('name');
  // ruleid: javascript-html-injection
  document.getElementById('greeting').innerHTML = 'Hello ' + name;
  // ok: javascript-html-injection
  document.getElementById('greeting').textContent = 'Hello ' + name;
}

app.get('/hello-safe', (req, res) => {
  // ok: javascript-html-injection
  res.send('<h1>Hello ' + escapeHtml(req.query.name) + '</h1>');
  // ok: javascript-html-injection
  res.send('<h1>' + req.query.name.replace(/&/g, '&amp;').replace(/</g, '&lt;') + '</h1>');
  // ok: javascript-html-injection
  res.json({ name: req.query.name });
  // ok: javascript-html-injection
  res.render('hello', { name: req.query.name });
});

app.get('/plain', (req, res) => {
  res.setHeader('Content-Type', 'text/plain');
  // ok: javascript-html-injection
  res.send('Hello ' + req.query.name);
});

app.get('/plain-too', (req, res) => {
  // ok: javascript-html-injection
  res.type('text/plain').send('Hello ' + req.query.name);
});
