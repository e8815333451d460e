	return "", failure(fmt.Errorf("%s is not reachable", net.JoinHostPort(host, strconv.Itoa(port))), name)
