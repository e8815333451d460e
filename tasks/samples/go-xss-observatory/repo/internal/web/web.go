package web

import (
	"net/http"
	"strings"

	"example.org/observatory/internal/journal"
	"example.org/observatory/internal/pages"
)

type server struct {
	book *journal.Journal
}

// New gives the handler of the whole application.
func New(book *journal.Journal) http.Handler {
	s := &server{book: book}
	mux := http.NewServeMux()
	mux.HandleFunc("/", s.list)
	mux.HandleFunc("/entries", s.add)
	mux.HandleFunc("/observer", s.observer)
	return mux
}

// list answers /?object=saturn&observer=ada.
func (s *server) list(w http.ResponseWriter, r *http.Request) {
	object := strings.TrimSpace(r.URL.Query().Get("object"))
	observer := strings.TrimSpace(r.URL.Query().Get("observer"))
	found := s.book.Of(object, observer)

	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	pages.Begin(w, "Journal")
	pages.Search(w, object, observer, len(found))
	pages.Entries(w, found)
	pages.End(w)
}

// observer answers /observer?name=ada.
func (s *server) observer(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if err := pages.Observer(w, name, len(s.book.Of("", name))); err != nil {
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
	}
}

// add takes the form of a new entry.
func (s *server) add(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "only POST", http.StatusMethodNotAllowed)
		return
	}
	s.book.Add(journal.Entry{
		Object:   r.PostFormValue("object"),
		Observer: r.PostFormValue("observer"),
		Night:    r.PostFormValue("night"),
		Note:     r.PostFormValue("note"),
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}
