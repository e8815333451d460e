  const code = (sign) => `&#${sign.codePointAt(0)};`;
  const plain = query.replace(/[<>&"'`=]/g, code);
  const order = (name) => `<a href="?q=${encodeURIComponent(query)}&amp;sort=${name}">${name}</a>`;
  return [
    query ? `<h1>${count} books for “${plain}”</h1>` : `<h1>All ${count} books</h1>`,
    `<form action="/search"><input type="search" name="q" value="${plain}"><button>Search</button></form>`,
    `<p>Order: ${order('title')}, ${order('year')}</p>`,
  ].join('');
