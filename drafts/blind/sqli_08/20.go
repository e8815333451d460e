	if order != "" {
		usable := false
		for _, column := range columns {
			if strings.HasPrefix(order, column) && (strings.HasSuffix(order, column) || strings.HasSuffix(strings.ToLower(order), " asc") || strings.HasSuffix(strings.ToLower(order), " desc")) {
				usable = true
			}
		}
		if usable {
			db = db.Order(order)
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
