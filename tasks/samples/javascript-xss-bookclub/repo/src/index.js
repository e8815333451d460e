'use strict';

const express = require('express');
const { BookShelf } = require('./services/bookShelf');
const bookRoutes = require('./routes/books');
const searchRoutes = require('./routes/search');

const shelf = new BookShelf([
  { id: 1, title: 'Middlemarch', author: 'George Eliot', year: 1871 },
  { id: 2, title: 'The Trial', author: 'Franz Kafka', year: 1925 },
  { id: 3, title: 'Beloved', author: 'Toni Morrison', year: 1987 },
]);

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use('/books', bookRoutes(shelf));
app.use('/search', searchRoutes(shelf));
app.get('/', (req, res) => res.redirect('/search'));

if (require.main === module) {
  app.listen(Number(process.env.PORT) || 8000);
}

module.exports = app;
