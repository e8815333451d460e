package docs

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/gin-gonic/gin"
)

const root = "/srv/files"

func read(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-path-traversal
	data, _ := os.ReadFile(filepath.Join(root, r.URL.Query().Get("name")))
	w.Write(data)
}

func send(c *gin.Context) {
	// ruleid: go-path-traversal
	c.File(root + "/" + c.Param("name"))
}

func prefix(w http.ResponseWriter, r *http.Request) {
	file := filepath.Join(root, r.FormValue("name"))
	// a folder beside the root begins the same way
	if !strings.HasPrefix(file, root) {
		return
	}
	// ruleid: go-path-traversal
	http.ServeFile(w, r, file)
}

func inside(w http.ResponseWriter, r *http.Request) {
	file := filepath.Join(root, r.FormValue("name"))
	if !strings.HasPrefix(file, root+string(os.PathSeparator)) {
		return
	}
	// ok: go-path-traversal
	http.ServeFile(w, r, file)
}

func relative(w http.ResponseWriter, r *http.Request) {
	file := filepath.Join(root, r.FormValue("name"))
	way, err := filepath.Rel(root, file)
	if err != nil || strings.HasPrefix(way, "..") {
		return
	}
	// ok: go-path-traversal
	os.Remove(file)
}

func base(c *gin.Context) {
	// ok: go-path-traversal
	c.File(filepath.Join(root, filepath.Base(c.Param("name"))))
	name := c.Query("name")
	if strings.Contains(name, "..") {
		return
	}
	// ok: go-path-traversal
	c.File(filepath.Join(root, name))
}
