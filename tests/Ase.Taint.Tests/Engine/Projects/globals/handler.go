package shop

func receive() {
	keep(source())
}

func answer() {
	// ruleid: shared
	sink(recent())
	// ok: shared
	sink(kinds())
}
