	if order != "" {
		lowered := strings.ToLower(order)
		for _, word := range []string{"select", "insert", "update", "delete", "drop", "union", "--", ";", "/*", "#"} {
			if strings.Contains(lowered, word) {
				return nil, "", fmt.Errorf("illegal order parameter")
			}
		}
		db = db.Order(order)
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
