// Command certwatch tells when the certificates of servers end.
package main

import (
	"flag"
	"log"
	"net/http"
	"time"

	"example.org/certwatch/internal/monitor"
	"example.org/certwatch/internal/openssl"
	"example.org/certwatch/internal/web"
)

func main() {
	address := flag.String("listen", "127.0.0.1:8085", "address to listen on")
	limit := flag.Duration("limit", 15*time.Second, "time for one look at a server")
	flag.Parse()

	service := monitor.NewService(openssl.NewClient(), *limit)
	server := &http.Server{
		Addr:              *address,
		Handler:           web.Routes(service),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("certwatch on %s", *address)
	log.Fatal(server.ListenAndServe())
}
