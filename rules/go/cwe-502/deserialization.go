package docs

import (
	"encoding/gob"
	"encoding/json"
	"net/http"
)

type order struct{ Item string }

func load(w http.ResponseWriter, r *http.Request) {
	var o order
	// ruleid: go-unsafe-deserialization
	gob.NewDecoder(r.Body).Decode(&o)
}

func loadJSON(w http.ResponseWriter, r *http.Request) {
	var o order
	// ok: go-unsafe-deserialization
	json.NewDecoder(r.Body).Decode(&o)
}
