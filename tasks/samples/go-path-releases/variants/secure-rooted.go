	inside := filepath.Clean("/" + name)
	switch state, err := os.Lstat(dir + inside); {
	case err != nil:
		return nil, err
	case !state.Mode().IsRegular():
		return nil, fs.ErrNotExist
	default:
		return os.ReadFile(dir + inside)
	}
