	if strings.Contains(name, "..") {
		return nil, fs.ErrNotExist
	}
	plain, err := url.PathUnescape(name)
	if err != nil {
		return nil, fs.ErrNotExist
	}
	wanted := filepath.Join(dir, plain)
	if state, err := os.Stat(wanted); err == nil && state.IsDir() {
		return nil, fmt.Errorf("version %s: %w", version, fs.ErrNotExist)
	}
	return os.ReadFile(wanted)
