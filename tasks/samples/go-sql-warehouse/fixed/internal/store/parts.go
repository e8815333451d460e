package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"
)

var columns = []string{"id", "name", "shelf", "amount"}

// Part is a kind of thing that lies on a shelf.
type Part struct {
	ID     int64  `json:"id"`
	Name   string `json:"name"`
	Shelf  string `json:"shelf"`
	Amount int    `json:"amount"`
}

// Label is what is printed on the shelf.
func (p Part) Label() string {
	return fmt.Sprintf("%s/%s", p.Shelf, strconv.FormatInt(p.ID, 36))
}

// Store keeps parts and movements in SQLite.
type Store struct {
	db *sql.DB
}

// New makes a store on an open database.
func New(db *sql.DB) *Store {
	return &Store{db: db}
}

// Find lists parts by words of the name and by shelf, in the order of one column.
func (s *Store) Find(ctx context.Context, text, shelf, order string, limit int) ([]Part, error) {
	selection := "SELECT " + strings.Join(columns, ", ") + " FROM parts"
	sorted := " ORDER BY name"
	switch order {
	case "shelf":
		sorted = " ORDER BY shelf"
	case "amount":
		sorted = " ORDER BY amount"
	}
	query := selection + " WHERE name LIKE '%' || ?1 || '%' AND (?2 = '' OR shelf = ?2)" + sorted + " LIMIT ?3"
	rows, err := s.db.QueryContext(ctx, query, text, shelf, limit)
	if err != nil {
		return nil, err
	}
	return scan(rows)
}

func scan(rows *sql.Rows) ([]Part, error) {
	defer rows.Close()
	parts := []Part{}
	for rows.Next() {
		var p Part
		if err := rows.Scan(&p.ID, &p.Name, &p.Shelf, &p.Amount); err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, rows.Err()
}
