// Command releases hands out the files of released versions.
package main

import (
	"flag"
	"log"
	"net/http"
	"path/filepath"

	"example.org/releases/internal/archive"
	"example.org/releases/internal/release"
	"example.org/releases/internal/web"
)

func main() {
	root := flag.String("root", "releases", "folder with one folder for each version")
	address := flag.String("listen", "127.0.0.1:8060", "address to listen on")
	flag.Parse()

	folder, err := filepath.Abs(*root)
	if err != nil {
		log.Fatal(err)
	}
	service := release.NewService(archive.New(folder))
	log.Fatal(http.ListenAndServe(*address, web.New(service)))
}
