// Command warehouse serves the parts of a small warehouse.
package main

import (
	"database/sql"
	"flag"
	"log"
	"net/http"

	_ "github.com/mattn/go-sqlite3"

	"example.org/warehouse/internal/api"
	"example.org/warehouse/internal/stock"
	"example.org/warehouse/internal/store"
)

func main() {
	file := flag.String("database", "warehouse.db", "file of the database")
	address := flag.String("listen", "127.0.0.1:8090", "address to listen on")
	flag.Parse()

	db, err := sql.Open("sqlite3", *file)
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()

	service := stock.NewService(store.New(db))
	log.Fatal(http.ListenAndServe(*address, api.Router(service)))
}
