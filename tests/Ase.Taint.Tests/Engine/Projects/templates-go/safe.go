package main

import (
	"html/template"
	"net/http"
)

func handleSafely(w http.ResponseWriter, r *http.Request) {
	t, _ := template.ParseFiles("pages/safe.html")
	t.ExecuteTemplate(w, "safe.html", map[string]string{"Name": r.FormValue("name")})
}
