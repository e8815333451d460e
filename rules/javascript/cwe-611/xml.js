const express = require('express');
const libxmljs = require('libxmljs');
const app = express();

app.post('/import', (req, res) => {
  // ruleid: javascript-external-entities
  const document = libxmljs.parseXml(req.body.xml, { noent: true });
  res.end(document.root().name());
});

app.post('/import-safe', (req, res) => {
  // ok: javascript-external-entities
  const document = libxmljs.parseXml(req.body.xml, { noent: false });
  res.end(document.root().name());
});

app.post('/import-checked', (req, res) => {
  if (req.body.xml.includes('<!DOCTYPE')) return res.sendStatus(400);
  // ok: javascript-external-entities
  const document = libxmljs.parseXml(req.body.xml, { noent: true });
  res.end(document.root().name());
});
