	word := func(text string) string {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	target := word(host + ":" + strconv.Itoa(port))
	line := strings.Join([]string{
		"openssl s_client -connect", target, "-servername", word(name), "< /dev/null",
		"| openssl x509 -subject -enddate -noout",
	}, " ")
	answer, err := exec.CommandContext(ctx, "/bin/sh", "-c", line).CombinedOutput()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
