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
	handshake := exec.CommandContext(ctx, "openssl", "s_client",
		"-connect", net.JoinHostPort(host, strconv.Itoa(port)), "-servername", name)
	pem, err := handshake.Output()
	if err != nil {
		return "", failure(err, "")
	}
	var stdout, stderr bytes.Buffer
	show := exec.CommandContext(ctx, "openssl", "x509", "-noout", "-subject", "-enddate")
	show.Stdin = bytes.NewReader(pem)
	show.Stdout = &stdout
	show.Stderr = &stderr
	if err := show.Run(); err != nil {
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
