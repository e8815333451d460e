package openssl

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

var version = regexp.MustCompile(`^OpenSSL (\d+)\.(\d+)`)

// Client runs the openssl program.
type Client struct{}

// NewClient makes a client.
func NewClient() *Client {
	return &Client{}
}

// Certificate gives the subject and the end of the certificate that host:port shows for a server name.
func (c *Client) Certificate(ctx context.Context, host string, port int, name string) (string, error) {
	script := fmt.Sprintf("openssl s_client -connect %s:%d -servername %s </dev/null 2>/dev/null"+
		" | openssl x509 -noout -subject -enddate", host, port, name)
	cmd := exec.CommandContext(ctx, "sh", "-c", script)
	var stdout, stderr bytes.Buffer
	cmd.Stdout = &stdout
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		return "", failure(err, stderr.String())
	}
	return stdout.String(), nil
}

// Major tells the major version of the program.
func (c *Client) Major(ctx context.Context) (int, error) {
	out, err := exec.CommandContext(ctx, "openssl", "version").Output()
	if err != nil {
		return 0, failure(err, "")
	}
	parts := version.FindSubmatch(bytes.TrimSpace(out))
	if parts == nil {
		return 0, fmt.Errorf("unknown version %q", out)
	}
	return strconv.Atoi(string(parts[1]))
}

// Local tells whether an address such as 127.0.0.1:443 is one of this machine.
func Local(address string) bool {
	host, _, err := net.SplitHostPort(address)
	return err == nil && net.ParseIP(host).IsLoopback()
}

func failure(err error, output string) error {
	lines := strings.Split(strings.TrimSpace(output), "\n")
	return fmt.Errorf("openssl: %w: %s", err, lines[len(lines)-1])
}
