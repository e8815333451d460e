	wanted := dir + string(os.PathSeparator) + name
	if strings.HasPrefix(wanted, dir+string(os.PathSeparator)) {
		if state, err := os.Stat(wanted); err != nil || state.Mode().IsRegular() {
			return os.ReadFile(wanted)
		}
	}
	return nil, fs.ErrNotExist
