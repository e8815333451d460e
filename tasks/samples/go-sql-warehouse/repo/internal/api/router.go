package api

import (
	"encoding/json"
	"log"
	"net/http"

	"example.org/warehouse/internal/stock"
)

// Router gives the handler of the whole application.
func Router(service *stock.Service) http.Handler {
	mux := http.NewServeMux()
	parts := &partHandler{service: service}
	mux.HandleFunc("/parts", parts.list)
	mux.HandleFunc("/movements", parts.movements)
	return mux
}

func reply(w http.ResponseWriter, value any, err error) {
	if err != nil {
		log.Print(err)
		http.Error(w, "the database did not answer", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(value)
}
