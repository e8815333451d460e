  // escape the quote that ends the literal
  var q = query.replace(/"/g, '\\"');
  connection.query('select * from bi_posts where concat(title,content) like "%' + q + '%"', function(err, rows) {
    if(err){ log(err,3);}
    if(rows[0] === undefined){
      res.contentType('application/json');
      res.send('{"error":2}');
      return;
    }

    var result = {
      "error":0,
      "results":{}
    };

    for (var i = 0, len = rows.length; i < len; i++) {
        result['results'][i] = {
            "id":rows[i].id,
            "time":rows[i].time,
            "title":rows[i].title,
            "category":cache.get('categorydata-' + rows[i].category),
            "shortname":rows[i].shortname,
            "content":rows[i].content.replace(/(<([^>]+)>)/ig,"").replace(/\r?\n|\r/g, " ").substr(0,200),
            "firstimg":getFirstImage(rows[i].content)
        }
    }

    if(CACHE_ENABLE == 1){
      cache.put('api-search-' + query, result);
      res.set('X-Builtin-Cache', 'miss');
      cache_miss++;
    }

    res.contentType('application/json');
    res.send(JSON.stringify(result));
  });
