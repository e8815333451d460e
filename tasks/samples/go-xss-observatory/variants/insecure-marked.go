	head := template.Must(template.New("search").Parse(`<h1>{{.count}} entries</h1>
{{if .asked}}<p>Object: <b>{{.object}}</b>, observer: <b>{{.observer}}</b></p>{{end}}
<form><input name="object" {{.first}}><input name="observer" {{.second}}><button>Look</button></form>
<p><a href="{{.link}}">All observers</a></p>`))
	values := map[string]any{
		"count":    count,
		"asked":    object != "" || observer != "",
		"object":   template.HTML(object),
		"observer": template.HTML(observer),
		"first":    template.HTMLAttr(`value="` + object + `"`),
		"second":   template.HTMLAttr(`value="` + observer + `"`),
		"link":     template.URL("/?object=" + object),
	}
	if err := head.Execute(w, values); err != nil {
		io.WriteString(w, "<p>The search could not be shown.</p>")
	}
