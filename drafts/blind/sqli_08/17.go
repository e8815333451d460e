	if order != "" {
		// escape quotes so the value cannot break out of the statement
		escaped := strings.ReplaceAll(order, "\\", "\\\\")
		escaped = strings.ReplaceAll(escaped, "'", "''")
		escaped = strings.ReplaceAll(escaped, "\"", "\\\"")
		db = db.Order(escaped)
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
