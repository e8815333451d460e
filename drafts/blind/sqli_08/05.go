	if order == "" {
		// 模板的默认order
		order = template.Order
	} else {
		requested := strings.ToLower(strings.Join(strings.Fields(order), " "))
		order = ""
		for _, column := range columns {
			switch requested {
			case strings.ToLower(column), strings.ToLower(column) + " asc":
				order = column + " ASC"
			case strings.ToLower(column) + " desc":
				order = column + " DESC"
			}
		}
		if order == "" {
			order = template.Order
		}
	}
	if order != "" {
		db = db.Order(order)
	}
