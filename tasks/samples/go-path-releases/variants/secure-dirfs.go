	data, err := fs.ReadFile(os.DirFS(dir), name)
	if err != nil && !os.IsPermission(err) {
		return nil, fmt.Errorf("%s is not part of %s: %w", name, version, fs.ErrNotExist)
	}
	return data, err
