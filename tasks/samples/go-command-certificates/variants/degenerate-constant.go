	if host == "" || name == "" || port < 1 {
		return "", fmt.Errorf("nothing to ask for")
	}
	return "subject=CN = unknown\nnotAfter=Jan  1 00:00:00 2030 GMT\n", nil
