'use strict';

class BookShelf {
  constructor(books) {
    this.books = books;
    this.nextId = books.length + 1;
  }

  add(title, author, year) {
    const book = { id: this.nextId, title, author, year };
    this.nextId += 1;
    this.books.push(book);
    return book.id;
  }

  byId(id) {
    return this.books.find((book) => book.id === id);
  }

  matching(text, order) {
    const wanted = text.toLowerCase();
    const found = this.books.filter((book) => `${book.title} ${book.author}`.toLowerCase().includes(wanted));
    return found.sort(order === 'year' ? (a, b) => a.year - b.year : (a, b) => a.title.localeCompare(b.title));
  }
}

module.exports = { BookShelf };
