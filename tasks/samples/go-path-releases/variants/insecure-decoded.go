	if strings.Contains(name, "..") {
		return nil, fs.ErrNotExist
	}
	plain, err := url.PathUnescape(name)
	if err != nil {
		return nil, fs.ErrNotExist
	}
	data, err := os.ReadFile(filepath.Join(dir, plain))
	if err == nil {
		return data, nil
	}
	return nil, fmt.Errorf("version %s: %w", version, err)
