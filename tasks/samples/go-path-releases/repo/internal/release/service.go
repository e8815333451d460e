package release

import (
	"io/fs"
	"regexp"

	"example.org/releases/internal/archive"
)

var languages = []string{"en", "de", "fr"}

// Service is what the handlers can ask for.
type Service struct {
	archive *archive.Archive
}

// NewService makes a service on an archive.
func NewService(a *archive.Archive) *Service {
	return &Service{archive: a}
}

// Versions lists what was released.
func (s *Service) Versions() ([]string, error) {
	return s.archive.Versions()
}

// File gives a file of a version; name is relative to the folder of the version.
func (s *Service) File(version, name string) ([]byte, error) {
	if !regexp.MustCompile(`^[0-9]+\.[0-9]+$`).MatchString(version) || name == "" {
		return nil, fs.ErrNotExist
	}
	return s.archive.Read(version, name)
}

// Notes gives the release notes of a version, in English when the language is unknown.
func (s *Service) Notes(version, language string) ([]byte, error) {
	if !regexp.MustCompile(`^[0-9]+\.[0-9]+$`).MatchString(version) {
		return nil, fs.ErrNotExist
	}
	chosen := languages[0]
	for _, known := range languages {
		if known == language {
			chosen = known
		}
	}
	return s.archive.Notes(version, chosen)
}
