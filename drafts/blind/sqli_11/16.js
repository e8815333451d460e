  // the term is shown in a page, so make it html safe first
  var term = query.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  connection.query("select * from bi_posts where concat(title,content) like '%" + term + "%'", function (err, rows) {
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
