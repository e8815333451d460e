package main

func local(what string) {
	// ruleid: cross
	sink(what)
}
