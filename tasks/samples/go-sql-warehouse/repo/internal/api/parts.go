package api

import (
	"net/http"
	"strconv"

	"example.org/warehouse/internal/stock"
)

type partHandler struct {
	service *stock.Service
}

// list answers /parts?q=bolt&shelf=B12&order=name&limit=50.
func (h *partHandler) list(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	limit, err := strconv.Atoi(query.Get("limit"))
	if err != nil {
		limit = 0
	}
	parts, err := h.service.Parts(r.Context(), query.Get("q"), query.Get("shelf"), query.Get("order"), limit)
	reply(w, parts, err)
}

// movements answers GET /movements?part=7&clerk=ann and takes new ones with POST.
func (h *partHandler) movements(w http.ResponseWriter, r *http.Request) {
	part, err := strconv.ParseInt(r.FormValue("part"), 10, 64)
	if err != nil {
		http.Error(w, "part must be a number", http.StatusBadRequest)
		return
	}
	if r.Method == http.MethodPost {
		amount, err := strconv.Atoi(r.FormValue("amount"))
		if err != nil {
			http.Error(w, "amount must be a number", http.StatusBadRequest)
			return
		}
		err = h.service.Move(r.Context(), part, amount, r.FormValue("clerk"))
		reply(w, "done", err)
		return
	}
	list, err := h.service.Movements(r.Context(), part, r.FormValue("clerk"))
	reply(w, list, err)
}
