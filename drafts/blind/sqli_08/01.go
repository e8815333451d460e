	if order != "" {
		// 允许排序的列只来自模板自身
		sortable := make(map[string]string, len(columns))
		for _, c := range columns {
			name := c
			if i := strings.LastIndex(strings.ToLower(c), " as "); i >= 0 {
				name = strings.TrimSpace(c[i+4:])
			}
			sortable[strings.ToLower(name)] = name
		}
		fields := strings.Fields(order)
		if len(fields) > 0 && len(fields) <= 2 {
			if column, ok := sortable[strings.ToLower(fields[0])]; ok {
				direction := "ASC"
				if len(fields) == 2 && strings.EqualFold(fields[1], "desc") {
					direction = "DESC"
				}
				db = db.Order(column + " " + direction)
			}
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
