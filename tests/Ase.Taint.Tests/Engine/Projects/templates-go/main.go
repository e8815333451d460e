package main

import (
	"net/http"
	"text/template"
)

type Page struct {
	Title string
	Names []string
}

var page = template.Must(template.ParseFiles("pages/page.html"))

func handle(w http.ResponseWriter, r *http.Request) {
	p := Page{Title: "x", Names: []string{r.FormValue("name")}}
	page.Execute(w, p)
}
