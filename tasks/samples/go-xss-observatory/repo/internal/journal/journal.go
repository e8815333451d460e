package journal

import (
	"strings"
	"sync"
)

// Entry is one observation.
type Entry struct {
	Object   string
	Observer string
	Night    string
	Note     string
}

// Journal holds the observations in memory.
type Journal struct {
	mutex   sync.RWMutex
	entries []Entry
}

// New makes an empty journal.
func New() *Journal {
	return &Journal{}
}

// Add writes an entry down.
func (j *Journal) Add(e Entry) {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.entries = append(j.entries, e)
}

// Of lists the entries of an object and an observer; empty words stand for all.
func (j *Journal) Of(object, observer string) []Entry {
	j.mutex.RLock()
	defer j.mutex.RUnlock()
	var found []Entry
	for _, e := range j.entries {
		if matches(e.Object, object) && matches(e.Observer, observer) {
			found = append(found, e)
		}
	}
	return found
}

func matches(value, word string) bool {
	return word == "" || strings.Contains(strings.ToLower(value), strings.ToLower(word))
}
