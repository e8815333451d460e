package archive

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// Archive is a folder with one folder for each version.
type Archive struct {
	root string
}

// New makes an archive of an absolute path.
func New(root string) *Archive {
	return &Archive{root: root}
}

func (a *Archive) folder(version string) string {
	return filepath.Join(a.root, "v"+version)
}

// Read gives the bytes of a file of a version. The name may have folders, such as "linux/amd64/tool.tar.gz".
func (a *Archive) Read(version, name string) ([]byte, error) {
	dir := a.folder(version)
	file := filepath.Join(dir, filepath.FromSlash(name))
	if !strings.HasPrefix(file, dir+string(filepath.Separator)) {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return os.ReadFile(file)
}

// Versions lists the versions in the archive.
func (a *Archive) Versions() ([]string, error) {
	entries, err := os.ReadDir(a.root)
	if err != nil {
		return nil, err
	}
	var list []string
	for _, entry := range entries {
		if entry.IsDir() && strings.HasPrefix(entry.Name(), "v") {
			list = append(list, strings.TrimPrefix(entry.Name(), "v"))
		}
	}
	sort.Strings(list)
	return list, nil
}

// Link is the address of a file of a version.
func Link(version, name string) string {
	return fmt.Sprintf("/download?version=%s&file=%s", url.QueryEscape(version), url.QueryEscape(name))
}
