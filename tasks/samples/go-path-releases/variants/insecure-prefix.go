	wanted := filepath.Join(dir, name)
	if !strings.HasPrefix(wanted, dir) {
		return nil, fs.ErrNotExist
	}
	if state, err := os.Stat(wanted); err == nil && state.IsDir() {
		return nil, fmt.Errorf("version %s: %w", version, fs.ErrNotExist)
	}
	return os.ReadFile(wanted)
