const express = require('express');
const app = express();

app.get('/item', (req, res) => {
  const item = { name: req.query.name, id: 3 };
  res.render('item', { item, tags: [req.query.tag], title: 'Item' });
});

app.get('/card', (req, res) => {
  res.render('card.hbs', { text: req.query.text, people: [{ mail: req.query.mail }] });
});
