	if order != "name" && order != "shelf" && order != "amount" {
		return nil, fmt.Errorf("parts cannot be ordered by %q", order)
	}
	var where strings.Builder
	where.WriteString(" WHERE name LIKE ?")
	given := []any{"%" + text + "%"}
	if len(shelf) > 0 {
		where.WriteString(" AND shelf = ?")
		given = append(given, shelf)
	}
	given = append(given, limit)
	found, err := s.db.QueryContext(ctx, selection+where.String()+" ORDER BY "+order+" LIMIT ?", given...)
	if err != nil {
		return nil, err
	}
	return scan(found)
