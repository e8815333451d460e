	lines := []string{"<h1>", fmt.Sprint(count), " entries</h1>"}
	if object+observer != "" {
		lines = append(lines, "<p>Object: <b>", template.HTMLEscapeString(object), "</b>")
		lines = append(lines, ", observer: <b>", template.HTMLEscapeString(observer), "</b></p>")
	}
	field := func(name, value string) string {
		return `<input name="` + name + `" value="` + html.EscapeString(value) + `">`
	}
	lines = append(lines, "<form>", field("object", object), field("observer", observer), "<button>Look</button></form>")
	lines = append(lines, `<p><a href="`, Address(object), `">All observers</a></p>`)
	io.WriteString(w, strings.Join(lines, ""))
