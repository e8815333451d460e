	var out strings.Builder
	out.WriteString("<h1>" + fmt.Sprint(count) + " entries</h1>")
	what := html.EscapeString(object)
	if object+observer != "" {
		out.WriteString("<p>Object: <b>" + what + "</b>, observer: <b>" + observer + "</b></p>")
	}
	out.WriteString(`<form><input name="object" value="` + what + `">`)
	out.WriteString(`<input name="observer" value="` + html.EscapeString(observer) + `"><button>Look</button></form>`)
	out.WriteString(`<p><a href="/?object=` + url.QueryEscape(object) + `">All observers</a></p>`)
	io.WriteString(w, out.String())
