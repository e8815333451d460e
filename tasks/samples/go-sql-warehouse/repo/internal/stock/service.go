package stock

import (
	"context"
	"strings"

	"example.org/warehouse/internal/store"
)

const (
	usual = 50
	most  = 500
)

// Service is what the handlers can ask for.
type Service struct {
	store *store.Store
}

// NewService makes a service on a store.
func NewService(s *store.Store) *Service {
	return &Service{store: s}
}

// Parts finds parts by words of their name and by shelf.
func (s *Service) Parts(ctx context.Context, text, shelf, order string, limit int) ([]store.Part, error) {
	if limit < 1 || limit > most {
		limit = usual
	}
	if order == "" {
		order = "name"
	}
	return s.store.Find(ctx, strings.TrimSpace(text), shelf, order, limit)
}

// Movements lists what happened to a part, all of it or what one clerk did.
func (s *Service) Movements(ctx context.Context, part int64, clerk string) ([]store.Movement, error) {
	return s.store.Movements(ctx, part, clerk)
}

// Move books an amount in or out.
func (s *Service) Move(ctx context.Context, part int64, amount int, clerk string) error {
	return s.store.AddMovement(ctx, part, amount, clerk)
}
