  const plain = query.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const url = encodeURIComponent(query);
  let out = '<h1>';
  out += plain.length > 0 ? `${count} books for “${plain}”` : `All ${count} books`;
  out += '</h1>\n<form action="/search"><input type="search" name="q" value="' + plain + '">';
  out += '<button>Search</button></form>\n<p>Order: ';
  out += '<a href="/search?sort=title&amp;q=' + url + '">title</a>, ';
  out += '<a href="/search?sort=year&amp;q=' + url + '">year</a></p>';
  return out;
