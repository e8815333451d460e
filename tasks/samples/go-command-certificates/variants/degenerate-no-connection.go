	answer, err := exec.CommandContext(ctx, "openssl", "x509", "-noout", "-subject", "-enddate").Output()
	return string(answer), err
