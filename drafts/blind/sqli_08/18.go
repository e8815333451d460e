	if order != "" {
		column, direction, found := strings.Cut(order, " ")
		if !found {
			direction = "asc"
		}
		meta := global.GVA_DB
		if template.DBName != "" {
			meta = global.MustGetGlobalDBByDBName(template.DBName)
		}
		if meta.Migrator().HasColumn(template.TableName, column) {
			db = db.Order(column + " " + direction)
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
