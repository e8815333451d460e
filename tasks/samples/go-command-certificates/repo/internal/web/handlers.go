package web

import (
	"encoding/json"
	"net/http"
	"strconv"

	"example.org/certwatch/internal/monitor"
	"example.org/certwatch/internal/resolve"
)

type handlers struct {
	service *monitor.Service
}

// Routes gives the handler of the whole application.
func Routes(service *monitor.Service) http.Handler {
	h := &handlers{service: service}
	mux := http.NewServeMux()
	mux.HandleFunc("/certificate", h.certificate)
	mux.HandleFunc("/addresses", h.addresses)
	mux.HandleFunc("/history", h.history)
	return mux
}

// certificate answers /certificate?host=www.example.org&port=443&name=www.example.org.
func (h *handlers) certificate(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	if host == "" {
		http.Error(w, "host is missing", http.StatusBadRequest)
		return
	}
	port, err := strconv.Atoi(r.URL.Query().Get("port"))
	if err != nil {
		port = 443
	}
	report, err := h.service.Inspect(r.Context(), host, port, r.URL.Query().Get("name"))
	if err != nil {
		http.Error(w, "the server could not be reached", http.StatusBadGateway)
		return
	}
	writeJSON(w, report)
}

// addresses answers /addresses?host=www.example.org.
func (h *handlers) addresses(w http.ResponseWriter, r *http.Request) {
	list, err := resolve.Addresses(r.Context(), r.FormValue("host"))
	if err != nil {
		http.Error(w, "no such host", http.StatusNotFound)
		return
	}
	writeJSON(w, list)
}

func (h *handlers) history(w http.ResponseWriter, r *http.Request) {
	writeJSON(w, h.service.Recent())
}

func writeJSON(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(value)
}
