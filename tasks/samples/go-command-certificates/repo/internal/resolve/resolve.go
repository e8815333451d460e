package resolve

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
)

// Addresses asks the system for the addresses of a host.
func Addresses(ctx context.Context, host string) ([]string, error) {
	if host == "" || strings.HasPrefix(host, "-") {
		return nil, fmt.Errorf("bad host name %q", host)
	}
	out, err := exec.CommandContext(ctx, "getent", "ahosts", host).Output()
	if err != nil {
		return nil, fmt.Errorf("getent: %w", err)
	}
	seen := map[string]bool{}
	var list []string
	for _, line := range strings.Split(string(out), "\n") {
		fields := strings.Fields(line)
		if len(fields) > 0 && !seen[fields[0]] {
			seen[fields[0]] = true
			list = append(list, fields[0])
		}
	}
	return list, nil
}
