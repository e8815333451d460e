package shop

var last string
var kind string

func keep(value string) {
	last = value
	kind = "plain"
}

func recent() string { return last }
func kinds() string  { return kind }
