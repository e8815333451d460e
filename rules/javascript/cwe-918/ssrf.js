const express = require('express');
const axios = require('axios');
const https = require('https');
const app = express();

app.get('/proxy', async (req, res) => {
  // ruleid: javascript-request-forgery
  const answer = await fetch(req.query.url);
  res.send(await answer.text());
});

app.get('/hook', async (req, res) => {
  // ruleid: javascript-request-forgery
  await axios.post(`http://${req.body.host}/hook`, {});
  res.end();
});

app.get('/image', (req, res) => {
  // ruleid: javascript-request-forgery
  https.get(req.query.src, (image) => image.pipe(res));
});

app.get('/fixed', async (req, res) => {
  // ok: javascript-request-forgery
  const answer = await axios.get('https://api.example.org/items/' + req.query.id);
  res.json(answer.data);
});

const hosts = ['api.example.org', 'img.example.org'];
app.get('/listed', async (req, res) => {
  if (!hosts.includes(new URL(req.query.url).hostname)) return res.sendStatus(400);
  // ok: javascript-request-forgery
  const answer = await fetch(req.query.url);
  res.json(await answer.json());
});
