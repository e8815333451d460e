	if order != "shelf" && order != "amount" {
		order = "name"
	}
	escape := strings.NewReplacer(`\`, `\\`, `'`, `\'`)
	parts := []string{selection, "WHERE name LIKE '%" + escape.Replace(text) + "%'"}
	if len(shelf) > 0 {
		parts = append(parts, "AND shelf = '"+escape.Replace(shelf)+"'")
	}
	parts = append(parts, "ORDER BY", order, "LIMIT", strconv.Itoa(limit))
	found, err := s.db.QueryContext(ctx, strings.Join(parts, " "))
	if err == nil {
		return scan(found)
	}
	return nil, err
