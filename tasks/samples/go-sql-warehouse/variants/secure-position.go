	position := 2
	for i, column := range columns {
		if strings.EqualFold(column, order) {
			position = i + 1
		}
	}
	tail := " WHERE name LIKE ? AND ? IN (shelf, '') ORDER BY " + strconv.Itoa(position) + fmt.Sprintf(" LIMIT %d", limit)
	found, err := s.db.Query(selection+tail, "%"+text+"%", shelf)
	if err == nil {
		return scan(found)
	}
	return nil, err
