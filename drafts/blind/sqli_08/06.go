	if order != "" {
		terms := make([]string, 0, 2)
		for _, term := range strings.Split(order, ",") {
			column := strings.TrimSpace(term)
			suffix := ""
			if lower := strings.ToLower(column); strings.HasSuffix(lower, " desc") {
				suffix = " desc"
				column = strings.TrimSpace(column[:len(column)-len(" desc")])
			} else if strings.HasSuffix(lower, " asc") {
				column = strings.TrimSpace(column[:len(column)-len(" asc")])
			}
			if _, exported := templateInfoMap[column]; !exported {
				continue
			}
			terms = append(terms, column+suffix)
		}
		if len(terms) > 0 {
			db = db.Order(strings.Join(terms, ", "))
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
