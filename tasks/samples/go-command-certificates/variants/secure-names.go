	label := regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*$`)
	if !label.MatchString(host) || !label.MatchString(name) {
		return "", fmt.Errorf("%q or %q is not the name of a host", host, name)
	}
	shell := exec.CommandContext(ctx, "bash", "-c", "openssl s_client -servername "+name+
		" -connect "+host+":"+strconv.Itoa(port)+" < /dev/null | openssl x509 -subject -enddate -noout")
	answer, err := shell.Output()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
