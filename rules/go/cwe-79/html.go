package docs

import (
	"fmt"
	"html"
	"html/template"
	"net/http"
)

func hello(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-html-injection
	fmt.Fprintf(w, "<h1>Hello %s</h1>", r.FormValue("name"))
}

func echo(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-html-injection
	w.Write([]byte("No page " + r.URL.Path))
}

func trusted(r *http.Request) template.HTML {
	// ruleid: go-html-injection
	return template.HTML(r.FormValue("text"))
}

func helloSafe(w http.ResponseWriter, r *http.Request) {
	// ok: go-html-injection
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(r.FormValue("name")))
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain")
	// ok: go-html-injection
	fmt.Fprintf(w, "Hello %s", r.FormValue("name"))
}
