	what, who := html.EscapeString(object), html.EscapeString(observer)
	fmt.Fprintln(w, "<h1>", count, "entries</h1>")
	if len(what)+len(who) > 0 {
		fmt.Fprintln(w, "<p>Object: <b>"+what+"</b>, observer: <b>"+who+"</b></p>")
	}
	fmt.Fprintf(w, "<form><input name=object value=%q><input name=observer value=%q>", object, observer)
	fmt.Fprintln(w, "<button>Look</button></form>")
	fmt.Fprintln(w, `<p><a href="`+Address(object)+`">All observers</a></p>`)
