	directions := map[string]string{"": "", "asc": " ASC", "desc": " DESC"}
	if order != "" {
		name, rest, _ := strings.Cut(strings.TrimSpace(order), " ")
		direction, known := directions[strings.ToLower(strings.TrimSpace(rest))]
		allowed := false
		for i := range columns {
			if columns[i] == name {
				allowed = true
				break
			}
		}
		if !known || !allowed {
			return nil, "", fmt.Errorf("order %q is not supported by template %s", order, templateID)
		}
		db = db.Order(name + direction)
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
