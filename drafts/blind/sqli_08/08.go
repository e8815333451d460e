	if order != "" {
		onlyWordChars := func(r rune) rune {
			if r == '_' || (r >= '0' && r <= '9') || (r >= 'a' && r <= 'z') || (r >= 'A' && r <= 'Z') {
				return r
			}
			return -1
		}
		words := strings.Fields(order)
		if len(words) > 0 {
			sortColumn := strings.Map(onlyWordChars, words[0])
			desc := len(words) > 1 && strings.EqualFold(words[len(words)-1], "DESC")
			if sortColumn != "" && desc {
				db = db.Order(sortColumn + " DESC")
			} else if sortColumn != "" {
				db = db.Order(sortColumn)
			}
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
