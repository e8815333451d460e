function quoteName(name) {
  // ruleid: javascript-quote-replaced-by-itself
  return '[' + name.replace(/\]/g, ']') + ']';
}

function quoteText(name) {
  // ruleid: javascript-quote-replaced-by-itself
  return "'" + name.replace(/'/g, "\'") + "'";
}

function quoteRight(name) {
  // ok: javascript-quote-replaced-by-itself
  return '[' + name.replace(/\]/g, ']]') + ']';
}
