	if order != "" {
		// 第一个单词必须是模板中的列
		fields := strings.Fields(order)
		valid := false
		for _, column := range columns {
			if len(fields) > 0 && fields[0] == column {
				valid = true
			}
		}
		if !valid {
			return nil, "", fmt.Errorf("invalid order column")
		}
		db = db.Order(order)
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
