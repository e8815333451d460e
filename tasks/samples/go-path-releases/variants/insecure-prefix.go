	wanted := filepath.Join(dir, name)
	if !strings.HasPrefix(wanted, dir) {
		return nil, fs.ErrNotExist
	}
	data, err := os.ReadFile(wanted)
	if err == nil {
		return data, nil
	}
	return nil, fmt.Errorf("version %s: %w", version, err)
