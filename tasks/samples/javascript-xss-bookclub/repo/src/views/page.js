'use strict';

/** A whole page around a body of HTML. */
function render(title, body) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title} – Book club</title></head>
<body>
<nav><a href="/search">Search</a></nav>
${body}
</body>
</html>`;
}

module.exports = { render };
