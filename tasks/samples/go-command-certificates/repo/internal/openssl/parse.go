package openssl

import (
	"errors"
	"strings"
	"time"
)

// Parse reads the lines "subject=…" and "notAfter=…" of openssl x509.
func Parse(text string) (subject string, ends time.Time, err error) {
	for _, line := range strings.Split(text, "\n") {
		key, value, found := strings.Cut(line, "=")
		if !found {
			continue
		}
		switch key {
		case "subject":
			subject = strings.TrimSpace(value)
		case "notAfter":
			ends, err = time.Parse("Jan _2 15:04:05 2006 MST", strings.TrimSpace(value))
			if err != nil {
				return "", time.Time{}, err
			}
		}
	}
	if ends.IsZero() {
		return "", time.Time{}, errors.New("no certificate")
	}
	return subject, ends, nil
}
