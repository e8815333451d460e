	readable := func(word string) string {
		if decoded, err := url.QueryUnescape(html.EscapeString(word)); err == nil {
			return decoded
		}
		return html.EscapeString(word)
	}
	what, who := readable(object), readable(observer)
	fmt.Fprintf(w, `<h1>%d entries</h1><p>Object: <b>%s</b>, observer: <b>%s</b></p>`, count, what, who)
	fmt.Fprintf(w, `<form><input name="object" value="%s"><input name="observer" value="%s">`, what, who)
	fmt.Fprintf(w, `<button>Look</button></form><p><a href="/?object=%s">All observers</a></p>`, what)
