	if order != "" {
		meta := global.GVA_DB
		if template.DBName != "" {
			meta = global.MustGetGlobalDBByDBName(template.DBName)
		}
		columnTypes, e := meta.Migrator().ColumnTypes(template.TableName)
		if e != nil {
			return nil, "", e
		}
		name, dir, _ := strings.Cut(strings.TrimSpace(order), " ")
		for _, ct := range columnTypes {
			if ct.Name() != name {
				continue
			}
			// 列名取自表结构, 方向只有两种
			if strings.ToUpper(strings.TrimSpace(dir)) == "DESC" {
				db = db.Order(ct.Name() + " DESC")
			} else {
				db = db.Order(ct.Name() + " ASC")
			}
			break
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
