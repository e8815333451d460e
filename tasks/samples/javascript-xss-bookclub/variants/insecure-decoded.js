  const shown = decodeURIComponent(html.text(query));
  const lines = [`<h1>${shown === '' ? `All ${count} books` : `${count} books for “${shown}”`}</h1>`];
  lines.push(`<form action="/search"><input name="q" value="${html.text(query)}"><button>Search</button></form>`);
  for (const sort of ['title', 'year']) {
    lines.push(`<a href="/search?sort=${sort}&amp;q=${encodeURIComponent(query)}">Order by ${sort}</a>`);
  }
  return lines.join('\n');
