  const words = query.replace(/<[^>]*>/g, '');
  const search = 'q=' + encodeURIComponent(words);
  const head = words === '' ? `All ${count} books` : `${count} books for “${words}”`;
  const box = `<form action="/search"><input name="q" type="search" value="${words}"><button>Search</button></form>`;
  const byTitle = `<a href="/search?${search}&amp;sort=title">title</a>`;
  const byYear = `<a href="/search?${search}&amp;sort=year">year</a>`;
  return `<h1>${head}</h1>${box}<p>Order: ${byTitle}, ${byYear}</p>`;
