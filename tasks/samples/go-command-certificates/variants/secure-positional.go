	const script = `openssl s_client -connect "$1" -servername "$2" < /dev/null | openssl x509 -subject -enddate -noout`
	target := fmt.Sprintf("%s:%d", host, port)
	answer, err := exec.CommandContext(ctx, "sh", "-c", script, "certificate", target, name).Output()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
