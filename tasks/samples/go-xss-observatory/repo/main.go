// Command observatory keeps the journal of a small observatory.
package main

import (
	"flag"
	"log"
	"net/http"

	"example.org/observatory/internal/journal"
	"example.org/observatory/internal/web"
)

func main() {
	address := flag.String("listen", "127.0.0.1:8070", "address to listen on")
	flag.Parse()

	book := journal.New()
	book.Add(journal.Entry{Object: "M 31", Observer: "Ada", Night: "2024-10-02", Note: "dust lanes"})
	book.Add(journal.Entry{Object: "Saturn", Observer: "Jon", Night: "2024-10-05", Note: "rings nearly edge-on"})
	log.Fatal(http.ListenAndServe(*address, web.New(book)))
}
