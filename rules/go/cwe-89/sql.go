package docs

import (
	"database/sql"
	"fmt"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/mux"
	"gorm.io/gorm"
)

func user(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		query := fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", r.FormValue("name"))
		// ruleid: go-sql-injection
		db.QueryRow(query)
		// ok: go-sql-injection
		db.QueryRow("SELECT * FROM users WHERE name = $1", r.FormValue("name"))
	}
}

func last(db *sql.DB, r *http.Request) {
	vars := mux.Vars(r)
	// ruleid: go-sql-injection
	db.Query("SELECT * FROM days LIMIT " + vars["count"])
	if count, err := strconv.Atoi(vars["count"]); err == nil {
		// ok: go-sql-injection
		db.Query(fmt.Sprintf("SELECT * FROM days LIMIT %d", count))
	}
}

func list(c *gin.Context, db *gorm.DB) *gorm.DB {
	// ruleid: go-sql-injection
	return db.Order(c.DefaultQuery("sort", "id") + " desc")
}

func find(c *gin.Context, db *gorm.DB) *gorm.DB {
	// ok: go-sql-injection
	return db.Where("name = ?", c.Query("name"))
}

var columns = map[string]bool{"id": true, "name": true}

func listKnown(c *gin.Context, db *gorm.DB) *gorm.DB {
	column, direction := c.Query("sort"), c.Query("order")
	if direction != "asc" && direction != "desc" {
		direction = "asc"
	}
	if _, ok := columns[column]; !ok {
		return db
	}
	// ok: go-sql-injection
	return db.Order(column + " " + direction)
}
