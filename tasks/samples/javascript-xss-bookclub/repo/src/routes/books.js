'use strict';

const { Router } = require('express');
const page = require('../views/page');
const bookView = require('../views/book');

module.exports = function bookRoutes(shelf) {
  const router = Router();

  router.get('/:id', (req, res) => {
    const book = shelf.byId(Number(req.params.id));
    if (!book) {
      return res.status(404).send(page.render('Not found', '<p>There is no such book.</p>'));
    }
    res.send(page.render('Book', bookView.details(book, req.query.from)));
  });

  router.post('/', (req, res) => {
    const id = shelf.add(req.body.title, req.body.author, Number(req.body.year));
    res.redirect(303, `/books/${id}`);
  });

  return router;
};
