package pages

import (
	"html/template"
	"io"
)

var observerPage = template.Must(template.New("observer").Parse(`<!doctype html>
<title>{{.Name}}</title>
<h1>{{.Name}}</h1>
<p>{{.Count}} entries. <a href="/?observer={{.Name}}">Show them</a></p>
`))

// Observer writes the page of an observer.
func Observer(w io.Writer, name string, count int) error {
	return observerPage.Execute(w, struct {
		Name  string
		Count int
	}{name, count})
}
