	if order != "" {
		// sort by the position of the column in the select list
		parts := strings.Fields(order)
		position := 0
		for i, column := range columns {
			if len(parts) > 0 && column == parts[0] {
				position = i + 1
			}
		}
		if position > 0 {
			by := strconv.Itoa(position)
			if len(parts) > 1 && strings.ToLower(parts[1]) == "desc" {
				by += " DESC"
			}
			db = db.Order(by)
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
