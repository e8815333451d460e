  return `<h1>${count} books</h1>`;
