package archive

import (
	"os"
	"path/filepath"
)

// Notes reads the release notes of a version in a language such as "en".
func (a *Archive) Notes(version, language string) ([]byte, error) {
	return os.ReadFile(filepath.Join(a.folder(version), "notes", language+".txt"))
}
