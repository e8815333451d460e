	if _, err := os.Stat(dir); err != nil || name == "" {
		return nil, fs.ErrNotExist
	}
	return []byte{}, nil
