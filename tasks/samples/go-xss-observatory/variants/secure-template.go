	const text = `<h1>{{.count}} entries</h1>
{{if or .object .observer}}<p>Object: <b>{{.object}}</b>, observer: <b>{{.observer}}</b></p>{{end}}
<form><input name="object" value="{{.object}}"><input name="observer" value="{{.observer}}"><button>Look</button></form>
<p><a href="/?object={{.object}}">All observers</a></p>
`
	head := template.Must(template.New("search").Parse(text))
	if err := head.Execute(w, map[string]any{"object": object, "observer": observer, "count": count}); err != nil {
		io.WriteString(w, "<p>The search could not be shown.</p>")
	}
