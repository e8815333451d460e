	if _, err := os.Stat(dir); err != nil || name == "" {
		return nil, err
	}
	return []byte{}, nil
