package docs

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

func login(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-open-redirect
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
}

func moved(c *gin.Context) {
	// ruleid: go-open-redirect
	c.Redirect(302, c.Query("to"))
	// ok: go-open-redirect
	c.Redirect(302, "/find?q="+c.Query("q"))
}

func loginSafe(w http.ResponseWriter, r *http.Request) {
	next := r.FormValue("next")
	if strings.HasPrefix(next, "/") && !strings.HasPrefix(next, "//") {
		// ok: go-open-redirect
		http.Redirect(w, r, next, http.StatusFound)
	}
}
