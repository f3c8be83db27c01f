package commands

import (
	"errors"
	"io"

	"partnernet/fault"
	"partnernet/lists"
	"partnernet/stored"
)

// File is a file that comes with a command. Its name and digest stand for it where commands are told apart.
type File struct {
	Name    string
	SHA256  string      // of its content, in hex
	Size    int64       // in bytes
	Content io.ReaderAt `json:"-"`
}

// listOf reads the list that comes with a command, nil when none does. It is read before the command's turn to write, so that nobody
// waits for that.
func listOf(r Request) (*lists.List, error) {
	file, ok := r.Input["file"].(File)
	if !ok || r.Name != "importMembers" {
		return nil, nil
	}
	headings := map[string]string{}
	for _, column := range objects(r.Input["map"]) {
		headings[stored.Text(column["heading"])] = stored.Text(column["field"])
	}
	list, err := lists.ReadMembers(file.Content, file.Size, headings)
	if f, ok := errors.AsType[*fault.Fault](err); ok && f.Field != "" {
		return nil, fault.Within(f.Field, err)
	}
	return list, fault.Within("file", err)
}
