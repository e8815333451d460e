	short := strings.TrimPrefix(filepath.Clean(name), "/")
	switch state, err := os.Lstat(dir + "/" + short); {
	case err != nil:
		return nil, err
	case !state.Mode().IsRegular():
		return nil, fs.ErrNotExist
	}
	return os.ReadFile(dir + "/" + short)
