package docs

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
)

func unpack(reader *zip.Reader, folder string) {
	for _, entry := range reader.File {
		// ruleid: go-archive-traversal
		os.Create(filepath.Join(folder, entry.Name))
	}
}

func unpackChecked(reader *zip.Reader, folder string) {
	for _, entry := range reader.File {
		file := filepath.Join(folder, entry.Name)
		if !strings.HasPrefix(file, filepath.Clean(folder)+string(os.PathSeparator)) {
			continue
		}
		// ok: go-archive-traversal
		os.Create(file)
	}
}
