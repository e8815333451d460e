  const needle = String(query).toLowerCase();
  connection.query('select * from bi_posts', (err, posts) => {
    const rows = (posts || []).filter((p) => (p.title + p.content).toLowerCase().indexOf(needle) !== -1);
    if (err || !rows || !rows.length) {
      if (err) log(err, 3);
      return res.contentType('application/json').send('{"error":2}');
    }

    const results = {};
    rows.forEach((row, index) => {
      const text = row.content.replace(/(<([^>]+)>)/ig, '').replace(/\r?\n|\r/g, ' ');
      results[index] = {
        id: row.id,
        time: row.time,
        title: row.title,
        category: cache.get('categorydata-' + row.category),
        shortname: row.shortname,
        content: text.substring(0, 200),
        firstimg: getFirstImage(row.content),
      };
    });
    const result = { error: 0, results };

    if (CACHE_ENABLE == 1) {
      cache.put('api-search-' + query, result);
      res.set('X-Builtin-Cache', 'miss');
      cache_miss++;
    }

    res.contentType('application/json');
    res.send(JSON.stringify(result));
  });
