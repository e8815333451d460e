const express = require('express');
const vm = require('vm');
const ejs = require('ejs');
const app = express();

app.get('/calculate', (req, res) => {
  // ruleid: javascript-code-injection
  res.json(eval(req.query.formula));
});

app.post('/field', (req, res) => {
  // ruleid: javascript-code-injection
  const get = new Function('row', 'return row.' + req.body.field);
  res.json(get({ a: 1 }));
});

app.post('/script', (req, res) => {
  // ruleid: javascript-code-injection
  res.json(vm.runInNewContext(`result = ${req.body.script}`, {}));
});

app.post('/preview', (req, res) => {
  // ruleid: javascript-code-injection
  res.send(ejs.render(req.body.template, {}));
});

app.get('/safe', (req, res) => {
  // ok: javascript-code-injection
  const get = new Function('row', 'return row[' + JSON.stringify(req.query.field) + ']');
  if (!/^[a-z_]+$/.test(req.query.field)) return res.sendStatus(400);
  // ok: javascript-code-injection
  const same = new Function('row', 'return row.' + req.query.field);
  // ok: javascript-code-injection
  res.send(ejs.render('<p><%= name %></p>', { name: req.query.name }));
  return [get, same];
});
