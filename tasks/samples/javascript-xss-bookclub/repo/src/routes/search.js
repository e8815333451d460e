'use strict';

const { Router } = require('express');
const page = require('../views/page');
const searchView = require('../views/search');

module.exports = function searchRoutes(shelf) {
  const router = Router();

  // GET /search?q=kafka&sort=year
  router.get('/', (req, res) => {
    const query = String(req.query.q || '').trim();
    const order = req.query.sort === 'year' ? 'year' : 'title';
    const books = shelf.matching(query, order);
    const body = searchView.heading(query, books.length) + searchView.list(books);
    res.send(page.render('Search', body));
  });

  return router;
};
