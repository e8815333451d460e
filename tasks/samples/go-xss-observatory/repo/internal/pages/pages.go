package pages

import (
	"fmt"
	"html"
	"html/template"
	"io"
	"net/url"
	"strings"

	"example.org/observatory/internal/journal"
)

var rows = template.Must(template.New("rows").Parse(`<table>
{{range .}}<tr><td>{{.Night}}</td><td>{{.Object}}</td><td>{{.Observer}}</td><td>{{.Note}}</td></tr>
{{else}}<tr><td>Nothing yet.</td></tr>
{{end}}</table>
`))

// Begin writes the start of a page.
func Begin(w io.Writer, title string) {
	fmt.Fprintf(w, "<!doctype html>\n<title>%s</title>\n", html.EscapeString(title))
}

// End writes the end of a page.
func End(w io.Writer) {
	io.WriteString(w, strings.Repeat("<hr>", 1)+"\n<p>Clear skies!</p>\n")
}

// Address is the address of the journal of one object.
func Address(object string) string {
	return "/?object=" + url.QueryEscape(object)
}

// Search writes what was looked for, the form to look again, and the link that drops the observer.
func Search(w io.Writer, object, observer string, count int) {
	fmt.Fprintf(w, "<h1>%d entries</h1>\n", count)
	if object != "" || observer != "" {
		fmt.Fprintf(w, "<p>Object: <b>%s</b>, observer: <b>%s</b></p>\n", object, observer)
	}
	fmt.Fprintf(w, "<form><input name=\"object\" value=\"%s\">\n", object)
	fmt.Fprintf(w, "<input name=\"observer\" value=\"%s\"><button>Look</button></form>\n", observer)
	fmt.Fprintf(w, "<p><a href=\"/?object=%s\">All observers</a></p>\n", object)
}

// Entries writes the table of the entries.
func Entries(w io.Writer, entries []journal.Entry) {
	if err := rows.Execute(w, entries); err != nil {
		io.WriteString(w, "<p>The table could not be written.</p>\n")
	}
}
