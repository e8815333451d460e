	if strings.ContainsAny(host, ";|&<> ") || strings.ContainsAny(name, ";|&<> ") {
		return "", fmt.Errorf("the name of a host has no such signs")
	}
	var line strings.Builder
	fmt.Fprintf(&line, "openssl s_client -connect %s:%d -servername %s < /dev/null", host, port, name)
	line.WriteString(" | openssl x509 -subject -enddate -noout")
	shell := exec.CommandContext(ctx, "bash", "-c", line.String())
	answer, err := shell.CombinedOutput()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
