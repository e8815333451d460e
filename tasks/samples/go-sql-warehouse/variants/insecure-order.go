	tail := fmt.Sprintf(" WHERE name LIKE ? AND (shelf = ? OR ? = '') ORDER BY %s LIMIT ?", order)
	found, err := s.db.QueryContext(ctx, selection+tail, "%"+text+"%", shelf, shelf, limit)
	if err == nil {
		return scan(found)
	}
	return nil, err
