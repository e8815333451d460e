package main

import "example.org/shop/internal/store"

func main() {
	value := source()
	store.Save(value)
	s := store.New(value)
	s.Run()
	name, err := store.Check(value)
	if err != nil {
		return
	}
	// ruleid: cross
	sink(name)
	local(value)
}
