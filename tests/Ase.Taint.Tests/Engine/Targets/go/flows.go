package main

func handle(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	// ruleid: joined
	join("id = " + id)
	// ok: joined
	join(id != "3")
	all := []string{id}
	// ruleid: joined
	join(all...)
}
