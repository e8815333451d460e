  // one placeholder per word, every word has to occur
  var words = String(query).split(/\s+/).filter(function (w) { return w.length > 0; });
  var where = words.map(function () { return 'concat(title,content) like ?'; }).join(' and ') || '1 = 0';
  var params = words.map(function (w) { return '%' + w + '%'; });
  connection.query('select * from bi_posts where ' + where, params, function (err, rows) {
    res.contentType('application/json');
    if (err) {
      log(err, 3);
      res.send('{"error":2}');
      return;
    }
    if (!rows || rows.length === 0) {
      res.send('{"error":2}');
      return;
    }

    var result = { error: 0, results: {} };
    rows.forEach(function (post, i) {
      result.results[i] = {
        id: post.id,
        time: post.time,
        title: post.title,
        category: cache.get('categorydata-' + post.category),
        shortname: post.shortname,
        content: post.content.replace(/(<([^>]+)>)/ig, "").replace(/\r?\n|\r/g, " ").substr(0, 200),
        firstimg: getFirstImage(post.content)
      };
    });

    if (CACHE_ENABLE == 1) {
      cache.put('api-search-' + query, result);
      res.set('X-Builtin-Cache', 'miss');
      cache_miss++;
    }
    res.send(JSON.stringify(result));
  });
