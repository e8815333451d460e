const express = require('express');
const serialize = require('node-serialize');
const yaml = require('js-yaml');
const app = express();

app.get('/profile', (req, res) => {
  // ruleid: javascript-unsafe-deserialization
  const profile = serialize.unserialize(Buffer.from(req.cookies.profile, 'base64').toString());
  res.json(profile);
});

app.post('/settings', (req, res) => {
  // ruleid: javascript-unsafe-deserialization
  res.json(yaml.load(req.body.text, { schema: yaml.DEFAULT_FULL_SCHEMA }));
});

app.post('/settings-safe', (req, res) => {
  // ok: javascript-unsafe-deserialization
  res.json(yaml.load(req.body.text, { schema: yaml.JSON_SCHEMA }));
  // ok: javascript-unsafe-deserialization
  res.json(JSON.parse(req.body.text));
});
