const express = require('express');
const app = express();

app.get('/login', (req, res) => {
  // ruleid: javascript-open-redirect
  res.redirect(req.query.next);
});

app.get('/moved', (req, res) => {
  // ruleid: javascript-open-redirect
  res.writeHead(302, { Location: req.query.to });
  res.end();
});

app.get('/search', (req, res) => {
  // ok: javascript-open-redirect
  res.redirect('/find?q=' + req.query.q);
});

const targets = ['/', '/home'];
app.get('/login-safe', (req, res) => {
  // ok: javascript-open-redirect
  if (targets.includes(req.query.next)) return res.redirect(req.query.next);
  // ok: javascript-open-redirect
  if (/^\/[\w-]/.test(req.query.next)) return res.redirect(req.query.next);
  if (req.query.next.startsWith('/')) {
    // two slashes begin a host
    // ruleid: javascript-open-redirect
    return res.redirect(req.query.next);
  }
  return res.redirect('/');
});
