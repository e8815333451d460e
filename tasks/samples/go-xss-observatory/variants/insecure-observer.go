	if strings.Contains(observer, "<") {
		object, observer = html.EscapeString(object), html.EscapeString(observer)
	}
	fmt.Fprintln(w, "<h1>", count, "entries</h1>")
	if object+observer != "" {
		io.WriteString(w, "<p>Object: <b>"+object+"</b>, ")
		io.WriteString(w, "observer: <b>"+observer+"</b></p>")
	}
	io.WriteString(w, `<form><input name="object" value="`+object+`">`)
	io.WriteString(w, `<input name="observer" value="`+observer+`"><button>Look</button></form>`)
	io.WriteString(w, `<p><a href="/?object=`+object+`">All observers</a></p>`)
