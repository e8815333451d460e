	target := strconv.Quote(fmt.Sprintf("%s:%d", host, port))
	line := "openssl s_client -connect " + target + " -servername " + strconv.Quote(name)
	line += " < /dev/null | openssl x509 -subject -enddate -noout"
	answer, err := exec.CommandContext(ctx, "sh", "-c", line).Output()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
