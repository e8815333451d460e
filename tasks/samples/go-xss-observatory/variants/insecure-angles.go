	plain := strings.NewReplacer("<", "&lt;", ">", "&gt;")
	what, who := plain.Replace(object), plain.Replace(observer)
	fmt.Fprint(w, "<h1>", count, " entries</h1>")
	if len(what) > 0 || len(who) > 0 {
		fmt.Fprint(w, "<p>Object: <b>", what, "</b>, observer: <b>", who, "</b></p>")
	}
	fmt.Fprint(w, `<form><input name="object" value="`, what, `"><input name="observer" value="`, who, `">`)
	fmt.Fprint(w, `<button>Look</button></form><p><a href="/?object=`, what, `">All observers</a></p>`)
