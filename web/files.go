package web

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"strings"
	"time"
)

// files are those that a browser loads, each with a tag of what it holds, by which the browser asks whether its copy is still good.
type files struct {
	fs.FS
	tags map[string]string
}

func taggedFiles(system fs.FS) (files, error) {
	f := files{FS: system, tags: map[string]string{}}
	err := fs.WalkDir(system, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(system, path)
		f.tags[path] = fmt.Sprintf(`W/"%x"`, sha256.Sum256(text))
		return err
	})
	return f, err
}

// serve answers with one of them. keeping says how long a browser may keep it: the value of Cache-Control.
func (f files) serve(w http.ResponseWriter, r *http.Request, path, keeping string) {
	tag, known := f.tags[path]
	if !known {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("ETag", tag)
	w.Header().Set("Cache-Control", keeping)
	text, err := fs.ReadFile(f, path)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	http.ServeContent(w, r, path, time.Time{}, bytes.NewReader(text))
}

const (
	forever   = "public, max-age=31536000, immutable" // the name has a digest of what the file holds
	whileSame = "no-cache"                            // the browser asks each time whether it has changed
)

// at answers with the file that the path of a request names.
func (f files) at(keeping string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f.serve(w, r, strings.TrimPrefix(r.URL.Path, "/"), keeping)
	}
}
