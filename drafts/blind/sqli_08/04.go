	isIdentifier := func(s string) bool {
		if s == "" || len(s) > 64 {
			return false
		}
		for _, r := range s {
			switch {
			case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '_', r == '.':
			default:
				return false
			}
		}
		return true
	}
	if order != "" {
		for _, item := range strings.Split(order, ",") {
			p := strings.Fields(item)
			if len(p) == 0 || len(p) > 2 || !isIdentifier(p[0]) {
				return nil, "", fmt.Errorf("illegal order expression")
			}
			if len(p) == 2 && !strings.EqualFold(p[1], "asc") && !strings.EqualFold(p[1], "desc") {
				return nil, "", fmt.Errorf("illegal order direction")
			}
			db = db.Order(strings.Join(p, " "))
		}
	}
	// 模板的默认order
	if order == "" && template.Order != "" {
		db = db.Order(template.Order)
	}
