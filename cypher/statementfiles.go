package cypher

import (
	"embed"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"partnernet/model"
)

//go:embed statements/*.cypher
var statementFiles embed.FS

// statements are the hand-written statements that the schema's @cypher directives name.
var statements = readStatements()

func readStatements() map[string]string {
	read := map[string]string{}
	files, err := statementFiles.ReadDir("statements")
	if err != nil {
		panic(err) // the folder is part of the binary
	}
	for _, f := range files {
		text, err := statementFiles.ReadFile(path.Join("statements", f.Name()))
		if err != nil {
			panic(err) // so is the file
		}
		read[strings.TrimSuffix(f.Name(), ".cypher")] = withoutComments(string(text))
	}
	return read
}

// withoutComments drops comment lines, so that what they say is never taken for a reference.
func withoutComments(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\n"); !strings.HasPrefix(strings.TrimSpace(line), "//") && strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

// check asks that everything the schema names is there, and that nothing is there which the schema does not name.
func (c *Compiler) check() error {
	var faults []error
	named := map[string]bool{}
	for _, t := range c.model.Types() {
		for _, f := range t.Fields() {
			name := t.Name + "." + f.Name
			if f.Kind == model.Computed {
				function := functionOf(f)
				named[function] = true
				if c.functions[function] == nil {
					faults = append(faults, fmt.Errorf("no function for the computed field %s", name))
				}
			}
			for _, statement := range statementsOf(f) {
				if statements[statement] == "" {
					faults = append(faults, fmt.Errorf("no statement %q for the field %s", statement, name))
				}
			}
		}
	}
	for name := range c.functions {
		if !named[name] {
			faults = append(faults, fmt.Errorf("the function %s computes no field of the schema", name))
		}
	}
	return errors.Join(faults...)
}

// functionOf gives the name of the function that computes a field.
func functionOf(f *model.Field) string { return f.Declared + "." + f.Name }

// statementsOf gives the statements that a field names.
func statementsOf(f *model.Field) []string {
	names := slices.Clone(f.Gathers)
	if f.Kind == model.Gathered {
		names = append(names, f.Of)
	}
	if f.Statement != "" {
		names = append(names, f.Statement)
	}
	if f.Then != "" {
		names = append(names, f.Then)
	}
	return names
}
