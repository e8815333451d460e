	if order != "" {
		orderParts := strings.Fields(order)
		if len(orderParts) > 2 {
			return nil, "", fmt.Errorf("invalid order: %q", order)
		}
		dir := "asc"
		if len(orderParts) == 2 {
			dir = strings.ToLower(orderParts[1])
		}
		if len(orderParts) == 0 || (dir != "asc" && dir != "desc") {
			return nil, "", fmt.Errorf("invalid order: %q", order)
		}
		metaDB := global.GVA_DB
		if template.DBName != "" {
			metaDB = global.MustGetGlobalDBByDBName(template.DBName)
		}
		if !metaDB.Migrator().HasColumn(template.TableName, orderParts[0]) {
			return nil, "", fmt.Errorf("unknown order column: %q", orderParts[0])
		}
		db = db.Order(orderParts[0] + " " + dir)
	} else if template.Order != "" {
		// 模板的默认order
		db = db.Order(template.Order)
	}
