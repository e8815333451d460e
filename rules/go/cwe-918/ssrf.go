package docs

import (
	"net/http"
	"net/url"
)

func proxy(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-request-forgery
	http.Get(r.FormValue("url"))
}

func hook(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-request-forgery
	request, _ := http.NewRequest("POST", "http://"+r.FormValue("host")+"/hook", nil)
	http.DefaultClient.Do(request)
}

func item(w http.ResponseWriter, r *http.Request) {
	// ok: go-request-forgery
	http.Get("https://api.example.org/items/" + r.FormValue("id"))
}

var hosts = map[string]bool{"api.example.org": true}

func listed(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse(r.FormValue("url"))
	if err != nil || !hosts[target.Host] {
		return
	}
	// ok: go-request-forgery
	http.Get(target.String())
}
