package docs

import (
	"net/http"
	"text/template"

	"github.com/robertkrimen/otto"
)

func calculate(w http.ResponseWriter, r *http.Request) {
	vm := otto.New()
	// ruleid: go-code-injection
	otto.Run(r.FormValue("formula"))
	vm.Set("x", r.FormValue("x"))
	// ok: go-code-injection
	otto.Run("x * 2")
}

func preview(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-code-injection
	t, _ := template.New("preview").Parse(r.FormValue("template"))
	t.Execute(w, nil)
}

func fixed(w http.ResponseWriter, r *http.Request) {
	// ok: go-code-injection
	t, _ := template.New("preview").Parse("{{.Name}}")
	t.Execute(w, r.FormValue("name"))
}
