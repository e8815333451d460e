'use strict';

const html = require('../lib/html');

/** One book, with a way back to the search it was found by. */
function details(book, from) {
  const back = from ? `<p><a href="/search?q=${encodeURIComponent(from)}">Back to “${html.text(from)}”</a></p>` : '';
  return `<h1>${html.text(book.title)}</h1>
<p>${html.text(book.author)}, ${html.text(book.year)}</p>
${back}`;
}

module.exports = { details };
