package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"partnernet/testworld/site"

	"github.com/alecthomas/kong"
)

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// pages gives README.md and the pages beside it in docs/, by their paths.
func pages(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{"README.md": readme(t)}
	paths, err := filepath.Glob("../docs/*.md")
	if err != nil || len(paths) == 0 {
		t.Fatal("docs/ has no pages: ", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all[path] = string(text)
	}
	return all
}

// TestReadmeQueries runs each query and command that README.md and docs/ offer for pasting: it must give data and no error.
func TestReadmeQueries(t *testing.T) {
	var queries [][]string
	for _, text := range pages(t) {
		queries = append(queries, regexp.MustCompile("(?s)```graphql\n(.*?)```").FindAllStringSubmatch(text, -1)...)
	}
	if len(queries) == 0 {
		t.Fatal("README.md and docs/ offer nothing to paste")
	}
	server, _ := site.Founding(t)
	for _, query := range queries {
		answer := site.Ask(t, nil, server.URL, query[1], nil)
		var got struct {
			Errors []any
			Data   map[string]any
		}
		if err := json.Unmarshal(answer, &got); err != nil {
			t.Fatal(err)
		}
		for field, value := range got.Data {
			if value == nil {
				t.Errorf("%s has no answer in: %s", field, query[1])
			}
		}
		if len(got.Errors) > 0 || len(got.Data) == 0 {
			t.Errorf("%s\nanswers: %s", query[1], answer)
		}
	}
}

// TestSettingsPage finds each flag in the table of docs/settings.md, with its variable and its default, and nothing else there.
func TestSettingsPage(t *testing.T) {
	parser := kong.Must(&commandLine{}, kongOptions(io.Discard, io.Discard)...)
	rows := map[string]bool{}
	for _, command := range parser.Model.Leaves(false) {
		for _, flag := range command.Flags {
			variable, standard := "", ""
			if len(flag.Envs) > 0 {
				variable = "`" + flag.Envs[0] + "` "
			}
			if flag.Default != "" {
				standard = "`" + flag.Default + "` "
			}
			rows[fmt.Sprintf("| `--%s` | %s| %s|", flag.Name, variable, standard)] = true
		}
	}
	text := pages(t)["../docs/settings.md"]
	for row := range rows {
		if !strings.Contains(text, row) {
			t.Errorf("docs/settings.md lacks the setting %s", row)
		}
	}
	if told := strings.Count(text, "\n| `--"); told != len(rows) {
		t.Errorf("docs/settings.md tells of %d settings, and there are %d", told, len(rows))
	}
}

// What a flag has changed once is not to be changed by every command after it, because a variable was left in the environment.
func TestSomeFlagsAreGivenEachTime(t *testing.T) {
	each := map[string]bool{"apply": true, "keep-broken": true, "close": true, "open": true, "service": true}
	parser := kong.Must(&commandLine{}, kongOptions(io.Discard, io.Discard)...)
	for _, command := range parser.Model.Leaves(false) {
		for _, flag := range command.Flags {
			if each[flag.Name] != (len(flag.Envs) == 0) {
				t.Errorf("%s --%s is set by %v", command.Name, flag.Name, flag.Envs)
			}
		}
	}
}

// TestChangingNamesWhatThereIs finds each function of commands that docs/changing.md tells to call.
func TestChangingNamesWhatThereIs(t *testing.T) {
	files, err := filepath.Glob("../commands/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var sources strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sources.Write(text)
	}
	for _, named := range regexp.MustCompile("`w\\.([a-z]\\w*)`").FindAllStringSubmatch(pages(t)["../docs/changing.md"], -1) {
		if !strings.Contains(sources.String(), "\nfunc (w *work) "+named[1]+"(") {
			t.Errorf("docs/changing.md tells to call w.%s, which there is not", named[1])
		}
	}
}

// TestReadmePackages finds each folder with Go code in the table of README.md.
func TestReadmePackages(t *testing.T) {
	listed, err := exec.Command("go", "list", "../...").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := readme(t)
	for name := range strings.FieldsSeq(string(listed)) {
		parts := strings.Split(name, "/")
		if len(parts) == 1 || slices.Contains(parts, "internal") {
			continue
		}
		if !strings.Contains(text, "\n| `"+path.Join(parts[1:]...)+"/` |") {
			t.Errorf("README.md does not tell what %s is for", name)
		}
	}
}

// TestPagesAreLinked follows each link from README.md and docs/ to a file of the project, and finds each page of docs/ linked from README.md.
func TestPagesAreLinked(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)\)`)
	for page, text := range pages(t) {
		for _, to := range link.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join("..", filepath.Dir(strings.TrimPrefix(page, "../")), to[1])); err != nil {
				t.Errorf("%s links to %s: %v", page, to[1], err)
			}
		}
		if page != "README.md" && !strings.Contains(readme(t), "]("+strings.TrimPrefix(page, "../")+")") {
			t.Errorf("README.md does not link to %s", page)
		}
	}
}
