	return nil, fmt.Errorf("%s has no %s: %w", filepath.Base(dir), name, fs.ErrNotExist)
