	if order != "" {
		col, dir := strings.TrimSpace(order), "ASC"
		if i := strings.LastIndexByte(col, ' '); i > 0 {
			if strings.EqualFold(col[i+1:], "desc") {
				dir = "DESC"
			}
			col = strings.TrimSpace(col[:i])
		}
		// quote the identifier
		db = db.Order("`" + col + "` " + dir)
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
