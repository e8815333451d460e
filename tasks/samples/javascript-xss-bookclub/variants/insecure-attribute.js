  const url = encodeURIComponent(query);
  let out = query ? `<h1>${count} books for “${html.text(query)}”</h1>` : `<h1>All ${count} books</h1>`;
  out += '\n<form action="/search"><input type="search" name="q" value="' + query + '">';
  out += '<button>Search</button></form>\n<p>Order: ';
  out += '<a href="/search?sort=title&amp;q=' + url + '">title</a>, ';
  out += '<a href="/search?sort=year&amp;q=' + url + '">year</a></p>';
  return out;
