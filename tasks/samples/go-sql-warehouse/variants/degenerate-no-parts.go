	if limit < 1 || selection == "" {
		return nil, fmt.Errorf("nothing to look for")
	}
	return []Part{}, nil
