	if order != "" {
		direction := "asc"
		column := strings.TrimSpace(order)
		if idx := strings.LastIndex(column, " "); idx > 0 {
			direction = strings.ToLower(column[idx+1:])
			column = column[:idx]
		}
		if direction != "asc" && direction != "desc" {
			return nil, "", fmt.Errorf("order direction must be asc or desc")
		}
		db = db.Order(fmt.Sprintf("%s %s", column, direction))
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
