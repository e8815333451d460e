  const url = encodeURIComponent(query);
  const order = ['title', 'year'].map((sort) => `<a href="/search?q=${url}&amp;sort=${sort}">${sort}</a>`);
  return `<h1>${query ? `${count} books for “${html.text(query)}”` : `All ${count} books`}</h1>
    <form action="/search"><input type="search" name="q"> <button>Search</button></form>
    <p>Order: ${order.join(', ')}</p>
    <script>document.forms[0].elements.q.value = ${JSON.stringify(query)};</script>`;
