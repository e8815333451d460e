	fmt.Fprintf(w, "<h1>%d entries</h1>\n", count)
