	io.WriteString(w, "<form><input name=\"object\"><input name=\"observer\"><button>Look</button></form>\n")
