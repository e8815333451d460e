package docs

import (
	"net/http"
	"os/exec"
	"regexp"

	"github.com/gin-gonic/gin"
)

func lookup(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	// ruleid: go-command-injection
	out, _ := exec.Command("sh", "-c", "nslookup "+host).Output()
	w.Write(out)
}

func tool(c *gin.Context) {
	// ruleid: go-command-injection
	exec.Command(c.Query("tool"), "--version").Run()
}

func lookupSafe(w http.ResponseWriter, r *http.Request) {
	// arguments of a program, no shell
	// ok: go-command-injection
	exec.Command("nslookup", r.FormValue("host")).Run()
}

var hostName = regexp.MustCompile(`^[a-z0-9.-]+$`)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	if !hostName.MatchString(host) {
		return
	}
	// ok: go-command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
}

var tools = map[string]bool{"git": true, "go": true}

func known(c *gin.Context) {
	name := c.Query("tool")
	if !tools[name] {
		return
	}
	// ok: go-command-injection
	exec.Command(name, "--version").Run()
}
