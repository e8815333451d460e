package store

type Store struct {
	name string
}

func New(name string) *Store {
	return &Store{name: name}
}

func (s *Store) Run() {
	// ruleid: cross
	sink(s.name)
}

func Save(name string) {
	// ruleid: cross
	sink(name)
}

func Check(name string) (string, error) {
	return "x" + name, nil
}
