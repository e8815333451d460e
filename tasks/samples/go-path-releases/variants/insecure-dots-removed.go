	inside := strings.ReplaceAll(strings.ReplaceAll(name, "\\", "/"), "../", "")
	handle, err := os.OpenFile(filepath.Join(dir, inside), os.O_RDONLY, 0)
	if err != nil {
		return nil, fmt.Errorf("version %s: %w", version, err)
	}
	defer handle.Close()
	state, err := handle.Stat()
	if err != nil || state.IsDir() {
		return nil, fs.ErrNotExist
	}
	data := make([]byte, state.Size())
	_, err = handle.Read(data)
	return data, err
