package monitor

import (
	"context"
	"sync"
	"time"

	"example.org/certwatch/internal/openssl"
)

const keep = 50

// Report is what is known of one server.
type Report struct {
	Host    string    `json:"host"`
	Subject string    `json:"subject"`
	Ends    time.Time `json:"ends"`
}

// Service looks at servers and remembers the last reports.
type Service struct {
	client *openssl.Client
	limit  time.Duration
	mutex  sync.Mutex
	recent []Report
}

// NewService makes a service that gives each look the time limit.
func NewService(client *openssl.Client, limit time.Duration) *Service {
	return &Service{client: client, limit: limit}
}

// Inspect reads the certificate of host:port; name is the server name to ask for, by default the host.
func (s *Service) Inspect(ctx context.Context, host string, port int, name string) (Report, error) {
	ctx, cancel := context.WithTimeout(ctx, s.limit)
	defer cancel()
	if name == "" {
		name = host
	}
	text, err := s.client.Certificate(ctx, host, port, name)
	if err != nil {
		return Report{}, err
	}
	subject, ends, err := openssl.Parse(text)
	if err != nil {
		return Report{}, err
	}
	report := Report{Host: host, Subject: subject, Ends: ends}
	s.remember(report)
	return report, nil
}

// Recent gives the last reports, the newest first.
func (s *Service) Recent() []Report {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return append([]Report{}, s.recent...)
}

func (s *Service) remember(report Report) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.recent = append([]Report{report}, s.recent...)
	if len(s.recent) > keep {
		s.recent = s.recent[:keep]
	}
}
