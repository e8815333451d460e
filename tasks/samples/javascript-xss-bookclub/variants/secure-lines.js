  const lines = [];
  lines.push(query === '' ? '<h1>All ' + count + ' books</h1>' : '<h1>' + count + ' books for “' + html.text(query) + '”</h1>');
  lines.push('<form action="/search">', `<input type="search" name="q" value="${html.text(query)}">`);
  lines.push('<button>Search</button>', '</form>');
  const links = ['title', 'year'].map((sort) => {
    const target = '/search?' + new URLSearchParams({ q: query, sort }).toString();
    return `<a href="${html.text(target)}">${sort}</a>`;
  });
  lines.push('<p>Order: ' + links.join(', ') + '</p>');
  return lines.join('\n');
