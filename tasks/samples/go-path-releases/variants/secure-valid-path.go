	if fs.ValidPath(name) {
		wanted := dir + "/" + name
		if state, err := os.Stat(wanted); err != nil || state.Mode().IsRegular() {
			return os.ReadFile(wanted)
		}
	}
	return nil, fs.ErrNotExist
