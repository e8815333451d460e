package docs

import (
	"encoding/xml"
	"net/http"

	"github.com/lestrrat-go/libxml2"
	"github.com/lestrrat-go/libxml2/parser"
)

func load(w http.ResponseWriter, r *http.Request) {
	p := parser.New(parser.XMLParseNoEnt)
	// ruleid: go-external-entities
	p.ParseString(r.FormValue("xml"))
}

func loadPlain(w http.ResponseWriter, r *http.Request) {
	p := parser.New()
	// ok: go-external-entities
	p.ParseString(r.FormValue("xml"))
	// ok: go-external-entities
	xml.NewDecoder(r.Body)
	// ruleid: go-external-entities
	libxml2.ParseString(r.FormValue("xml"), parser.XMLParseNoEnt)
}
