	if order != "" {
		allowedRune := func(r rune) bool {
			return r == '_' || r == '.' || r == ',' || r == ' ' || r == '(' || r == ')' ||
				(r >= '0' && r <= '9') || (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z')
		}
		if strings.IndexFunc(order, func(r rune) bool { return !allowedRune(r) }) == -1 {
			db = db.Order(order)
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
