	fmt.Fprintln(w, "<h1>", count, "entries</h1>")
	if len(object)+len(observer) > 0 {
		fmt.Fprintf(w, "<p>Object: <b>%q</b>, observer: <b>%q</b></p>", object, observer)
	}
	fmt.Fprintf(w, "<form><input name=object value=%q><input name=observer value=%q>", object, observer)
	fmt.Fprintln(w, "<button>Look</button></form>")
	fmt.Fprintf(w, "<p><a href=%q>All observers</a></p>\n", "/?object="+object)
