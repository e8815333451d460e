'use strict';

const html = require('../lib/html');

/** The head of the result page: what was searched, the form, and the links that change the order. */
function heading(query, count) {
  const shown = html.text(query);
  const title = query ? `${count} books for “${shown}”` : `All ${count} books`;
  const link = `/search?q=${encodeURIComponent(query)}`;
  return `<h1>${title}</h1>
<form action="/search">
  <input type="search" name="q" value="${shown}">
  <button>Search</button>
</form>
<p>Order: <a href="${link}&amp;sort=title">title</a>, <a href="${link}&amp;sort=year">year</a></p>`;
}

/** The books that were found. */
function list(books) {
  const items = books.map((book) => (
    `<li><a href="/books/${Number(book.id)}">${html.text(book.title)}</a>, ${html.text(book.author)}</li>`
  ));
  return `<ul>${items.join('\n')}</ul>`;
}

module.exports = { heading, list };
