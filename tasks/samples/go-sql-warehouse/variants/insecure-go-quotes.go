	direction := "name"
	if order == "shelf" || order == "amount" {
		direction = order
	}
	statement := fmt.Sprintf("%s WHERE name LIKE %q AND (%q = '' OR shelf = %q) ORDER BY %s LIMIT %d",
		selection, "%"+text+"%", shelf, shelf, direction, limit)
	found, err := s.db.Query(statement)
	if err == nil {
		return scan(found)
	}
	return nil, err
