	if order != "" {
		known := make(map[string]bool)
		for _, c := range columns {
			known[c] = true
		}
		parts := strings.Fields(order)
		if len(parts) == 0 || !known[parts[0]] {
			fmt.Println("export template: unknown order column", order)
		} else if len(parts) > 2 {
			fmt.Println("export template: order has too many parts", order)
		}
		db = db.Order(order)
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
