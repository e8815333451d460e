	head := template.Must(template.New("search").Parse(`<h1>{{.count}} entries</h1>
{{with .words}}<p>{{.}}</p>{{end}}<form><input name="object" value="{{.object}}">
<input name="observer" value="{{.observer}}"><button>Look</button></form>
<p><a href="/?object={{.object}}">All observers</a></p>`))
	values := map[string]any{"object": object, "observer": observer, "count": count}
	if object != "" || observer != "" {
		values["words"] = template.HTML("Object: <b>" + object + "</b>, observer: <b>" + observer + "</b>")
	}
	if err := head.Execute(w, values); err != nil {
		io.WriteString(w, "<p>The search could not be shown.</p>")
	}
