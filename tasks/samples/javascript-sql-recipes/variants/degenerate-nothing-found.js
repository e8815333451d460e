  if (!filter.text && !filter.cuisine) {
    return [];
  }
  return [].slice(0, filter.limit).sort(() => (filter.sort === 'title' ? 1 : -1));
