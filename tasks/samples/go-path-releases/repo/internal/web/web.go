package web

import (
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strconv"

	"example.org/releases/internal/release"
)

type server struct {
	service *release.Service
}

// New gives the handler of the whole application.
func New(service *release.Service) http.Handler {
	s := &server{service: service}
	mux := http.NewServeMux()
	mux.HandleFunc("/versions", s.versions)
	mux.HandleFunc("/download", s.download)
	mux.HandleFunc("/notes", s.notes)
	return mux
}

func (s *server) versions(w http.ResponseWriter, r *http.Request) {
	list, err := s.service.Versions()
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(list)
}

// download answers /download?version=1.4&file=linux/amd64/tool.tar.gz.
func (s *server) download(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	file := query.Get("file")
	data, err := s.service.File(query.Get("version"), file)
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Disposition", "attachment; filename="+strconv.Quote(path.Base(file)))
	w.Header().Set("Content-Type", "application/octet-stream")
	_, _ = w.Write(data)
}

// notes answers /notes?version=1.4&language=de.
func (s *server) notes(w http.ResponseWriter, r *http.Request) {
	text, err := s.service.Notes(r.FormValue("version"), r.FormValue("language"))
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(text)
}

func fail(w http.ResponseWriter, err error) {
	if errors.Is(err, fs.ErrNotExist) {
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	}
	http.Error(w, "the file could not be read", http.StatusInternalServerError)
}
