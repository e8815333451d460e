	plain := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\"", "&#34;", "'", "&#39;")
	what, who := plain.Replace(object), plain.Replace(observer)
	query := url.Values{"object": {object}}
	fmt.Fprint(w, "<h1>", count, " entries</h1>")
	if len(what) > 0 || len(who) > 0 {
		fmt.Fprint(w, "<p>Object: <b>", what, "</b>, observer: <b>", who, "</b></p>")
	}
	fmt.Fprint(w, `<form><input name="object" value="`, what, `"><input name="observer" value="`, who, `">`)
	fmt.Fprint(w, `<button>Look</button></form><p><a href="/?`, query.Encode(), `">All observers</a></p>`)
