package embedded

import (
	"bytes"
	_ "embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/template"

	"partnernet/durable"
)

// home is the folder of a database: Neo4j's home folder, with the files of ours beside Neo4j's own.
type home string

func (h home) lockFile() string     { return filepath.Join(string(h), "lock") }
func (h home) runFile() string      { return filepath.Join(string(h), "run.json") }
func (h home) addressFile() string  { return filepath.Join(string(h), "address") } // where it answered last
func (h home) passwordFile() string { return filepath.Join(string(h), "password") }
func (h home) configFolder() string { return filepath.Join(string(h), "conf") }
func (h home) logFolder() string    { return filepath.Join(string(h), "logs") }
func (h home) consoleLog() string   { return filepath.Join(h.logFolder(), "console.log") } // what the virtual machine prints
func (h home) neo4jLog() string     { return filepath.Join(h.logFolder(), "neo4j.log") }
func (h home) loadingFile() string  { return filepath.Join(string(h), "loading") } // is there while a dump is being loaded
func (h home) used() bool           { return exists(filepath.Join(string(h), "data", "databases")) }

// argument names the folder on the command line of its database, and so tells that process from any other.
func (h home) argument() string { return "--home-dir=" + string(h) }

//go:embed neo4j.conf.tmpl
var settingsText string

var settings = template.Must(template.New("neo4j.conf").Parse(settingsText))

// configure writes Neo4j's settings for a server that is to answer at this address.
func (h home) configure(c Config, address string) error {
	var text bytes.Buffer
	if err := settings.Execute(&text, struct {
		Config
		Address string
	}{c, address}); err != nil {
		return err
	}
	for _, folder := range []string{h.configFolder(), h.logFolder()} {
		if _, err := makeFolder(folder); err != nil {
			return err
		}
	}
	return writeFile(filepath.Join(h.configFolder(), "neo4j.conf"), text.Bytes())
}

// makeFolder makes a folder for this user only, if there is none, and gives its one true path.
func makeFolder(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err == nil {
		err = os.MkdirAll(path, 0o700)
	}
	if err == nil {
		path, err = filepath.EvalSymlinks(path)
	}
	if err != nil {
		return "", fmt.Errorf("The embedded database cannot make or use its folder (%w).", err)
	}
	return path, nil
}

// writeFile writes a file, readable for this user only, so that others see the old content or the new one and nothing between.
func writeFile(path string, content []byte) error {
	return durable.WriteFile(path, filepath.Base(path)+".", func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
