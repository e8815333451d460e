package store

import (
	"context"
)

// Movement is an amount that came in or went out.
type Movement struct {
	Amount int    `json:"amount"`
	Clerk  string `json:"clerk"`
}

// Movements lists the movements of a part; an empty clerk stands for all.
func (s *Store) Movements(ctx context.Context, part int64, clerk string) ([]Movement, error) {
	rows, err := s.db.QueryContext(ctx,
		"SELECT amount, clerk FROM movements WHERE part = ?1 AND (?2 = '' OR clerk = ?2) ORDER BY id", part, clerk)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := []Movement{}
	for rows.Next() {
		var m Movement
		if err := rows.Scan(&m.Amount, &m.Clerk); err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	return list, rows.Err()
}

// AddMovement books a movement.
func (s *Store) AddMovement(ctx context.Context, part int64, amount int, clerk string) error {
	_, err := s.db.ExecContext(ctx,
		"INSERT INTO movements (part, amount, clerk) VALUES (?, ?, ?)", part, amount, clerk)
	return err
}
