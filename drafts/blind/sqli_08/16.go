	if order != "" {
		for _, part := range strings.Split(order, ",") {
			p := strings.Fields(part)
			if len(p) == 0 {
				continue
			}
			if _, ok := templateInfoMap[p[0]]; ok {
				db = db.Order(order)
				break
			}
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
