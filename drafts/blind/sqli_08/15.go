	if order != "" {
		if strings.ContainsAny(order, ";'\"\\`") {
			return nil, "", fmt.Errorf("order contains illegal characters")
		}
		db = db.Order(order)
	} else if template.Order != "" {
		// 模板的默认order
		db = db.Order(template.Order)
	}
