package main

import (
	"fmt"

	"example.org/shop"
)

// ruleid: raw-text
const greeting shop.Raw = "<b>hello</b>"

func main() {
	// ruleid: with-shop
	shop.Open("x")

	o := &shop.Options{
		// ruleid: hook
		Hook: func() {},
	}
	p := Other{
		// ok: hook
		Hook: nil,
	}
	// ruleid: raw-text
	var a shop.Raw = fmt.Sprint(o)
	// ok: raw-text
	var b string = fmt.Sprint(p)
	use(a, b)
}
