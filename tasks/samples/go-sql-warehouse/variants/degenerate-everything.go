	found, err := s.db.QueryContext(ctx, selection+" ORDER BY name LIMIT ?", limit)
	if err == nil {
		return scan(found)
	}
	return nil, err
