	label := regexp.MustCompile(`^[A-Za-z0-9.-]+`)
	for _, each := range []string{host, name} {
		if !label.MatchString(each) {
			return "", fmt.Errorf("%q is not the name of a host", each)
		}
	}
	shell := exec.Command("sh", "-c", fmt.Sprintf(
		"openssl s_client -servername %s -connect %s:%d < /dev/null | openssl x509 -subject -enddate -noout",
		name, host, port))
	answer, err := shell.Output()
	if err != nil {
		return "", failure(err, string(answer))
	}
	return string(answer), nil
