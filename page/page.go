// Package page is what coordinators see in a browser: its sources, and the files that are built of them and shipped in the server.
package page

import (
	"embed"
	"encoding/json"
	"io/fs"
	"path"
	"strings"
)

//go:embed dist operations
var files embed.FS

// Built gives the files that a browser loads. index.html is at the top; those below assets/ have a digest of what they hold in their names.
func Built() fs.FS {
	built, err := fs.Sub(files, "dist")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return built
}

// Operation is a GraphQL operation that the page sends, in a .graphql file of its own, with example variables in the .variables.json file of the
// same name. Those of operations/deeds/ are loaded when somebody opens a deed.
type Operation struct {
	Name, Text string
	Variables  json.RawMessage
}

// Reads says whether it is a query, and changes nothing.
func (o Operation) Reads() bool { return strings.Contains(o.Text, "\nquery ") }

// TakesFile says whether it is sent with a file. Such a query reads that, and not the register.
func (o Operation) TakesFile() bool { return strings.Contains(o.Text, ": Upload") }

// Texts gives the texts of the operations. The page names them by their SHA-256 hashes.
func Texts() ([]string, error) {
	operations, err := Operations()
	texts := make([]string, len(operations))
	for i, o := range operations {
		texts[i] = o.Text
	}
	return texts, err
}

// Operations gives those of the page, by name.
func Operations() ([]Operation, error) {
	fragments, err := fragments()
	if err != nil {
		return nil, err
	}
	var operations []Operation
	err = fs.WalkDir(files, "operations", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(file) != ".graphql" || path.Base(path.Dir(file)) == "fragments" {
			return err
		}
		text, err := files.ReadFile(file)
		if err != nil {
			return err
		}
		whole := strings.TrimSuffix(file, ".graphql")
		variables, err := files.ReadFile(whole + ".variables.json")
		for _, f := range fragments {
			if strings.Contains(string(text), "..."+f.Name+" ") {
				text = append(text, f.Text...)
			}
		}
		operations = append(operations, Operation{Name: path.Base(whole), Text: string(text), Variables: variables})
		return err
	})
	return operations, err
}

// fragments gives those that several operations spread, each in a file of its name. They follow the operations that spread them.
func fragments() ([]Operation, error) {
	found, err := fs.Glob(files, "operations/fragments/*.graphql")
	if err != nil {
		return nil, err
	}
	all := make([]Operation, len(found))
	for i, file := range found {
		text, err := files.ReadFile(file)
		if err != nil {
			return nil, err
		}
		all[i] = Operation{Name: strings.TrimSuffix(path.Base(file), ".graphql"), Text: string(text)}
	}
	return all, nil
}
