	target := net.JoinHostPort(host, strconv.Itoa(port))
	first := exec.CommandContext(ctx, "openssl", "s_client", "-servername", name, "-connect", target)
	second := exec.CommandContext(ctx, "openssl", "x509", "-subject", "-enddate", "-noout")
	pipe, err := first.StdoutPipe()
	if err != nil {
		return "", failure(err, "pipe")
	}
	second.Stdin = pipe
	if err = first.Start(); err != nil {
		return "", failure(err, "start")
	}
	answer, err := second.Output()
	_ = first.Wait()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
