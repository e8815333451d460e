	wanted := filepath.Join(dir, name)
	way, err := filepath.Rel(dir, wanted)
	if err != nil {
		return nil, fs.ErrNotExist
	}
	if strings.HasPrefix(way, "..") || way == "." {
		return nil, fs.ErrNotExist
	}
	if state, err := os.Stat(wanted); err == nil && state.IsDir() {
		return nil, fmt.Errorf("version %s: %w", version, fs.ErrNotExist)
	}
	return os.ReadFile(wanted)
