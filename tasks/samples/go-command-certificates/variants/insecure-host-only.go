	if !regexp.MustCompile(`^[a-zA-Z0-9.:-]+$`).MatchString(host) {
		return "", fmt.Errorf("%q is not a host", host)
	}
	options := []string{"-c", "openssl s_client -connect " + host + ":" + strconv.Itoa(port) +
		" -servername '" + name + "' < /dev/null | openssl x509 -subject -enddate -noout"}
	answer, err := exec.CommandContext(ctx, "sh", options...).Output()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
