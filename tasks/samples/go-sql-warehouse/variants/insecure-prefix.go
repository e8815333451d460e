	known := false
	for _, column := range columns {
		known = known || strings.HasPrefix(order, column)
	}
	if !known {
		return nil, fmt.Errorf("parts cannot be ordered by %q", order)
	}
	statement, err := s.db.Prepare(selection + " WHERE name LIKE ? AND ? IN (shelf, '') ORDER BY " + order + " LIMIT ?")
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	found, err := statement.QueryContext(ctx, "%"+text+"%", shelf, limit)
	if err != nil {
		return nil, err
	}
	return scan(found)
