	statement, err := s.db.PrepareContext(ctx, selection+` WHERE instr(lower(name), lower(:text)) > 0
		AND shelf = coalesce(nullif(:shelf, ''), shelf)
		ORDER BY CASE :order WHEN 'shelf' THEN shelf END, CASE :order WHEN 'amount' THEN amount END, name LIMIT :limit`)
	if err != nil {
		return nil, err
	}
	defer statement.Close()
	found, err := statement.QueryContext(ctx, sql.Named("text", text), sql.Named("shelf", shelf),
		sql.Named("order", order), sql.Named("limit", limit))
	if err != nil {
		return nil, err
	}
	return scan(found)
