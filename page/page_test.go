package page_test

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"partnernet"
	"partnernet/model"
	"partnernet/page"
)

// written are the files that operations.js writes from the rest.
var written = []string{"src/operations.ts", "src/deeds/operations.ts", "src/fields.ts"}

// sources gives the files of which the page is built, as vite.config.ts lists them.
func sources(t *testing.T) []string {
	t.Helper()
	paths := []string{"index.html", "operations.js", "package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"}
	for _, folder := range []string{"operations", "src"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && !slices.Contains(written, path) {
				paths = append(paths, filepath.ToSlash(path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(paths)
	return paths
}

// TestBuiltFilesAreOfTheseSources compares the digest in the built files with that of the sources, as sourcesDigest in vite.config.ts makes it.
func TestBuiltFilesAreOfTheseSources(t *testing.T) {
	digest := sha256.New()
	for _, path := range sources(t) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(digest, "%s\n%x\n", path, sha256.Sum256(text))
	}
	built, err := fs.ReadFile(page.Built(), "sources.sha256")
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(built)) != hex.EncodeToString(digest.Sum(nil)) {
		t.Error("the files in page/dist were built of other sources; run: npm --prefix page ci && npm --prefix page run build")
	}
}

// TestBuiltFilesAreThere finds every file that a built file names.
func TestBuiltFilesAreThere(t *testing.T) {
	named := regexp.MustCompile(`assets/[\w.-]+\.(?:js|css|svg)`)
	index, err := fs.ReadFile(page.Built(), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	files := named.FindAllString(string(index), -1)
	if len(files) == 0 {
		t.Fatal("index.html loads nothing")
	}
	for i := 0; i < len(files); i++ {
		text, err := fs.ReadFile(page.Built(), files[i])
		if err != nil {
			t.Error(err)
		}
		for _, next := range named.FindAllString(string(text), -1) {
			if !slices.Contains(files, next) {
				files = append(files, next)
			}
		}
	}
}

// TestOperationsAreOfTheSchema checks each operation of the page against the contract.
func TestOperationsAreOfTheSchema(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	operations, err := page.Operations()
	if err != nil {
		t.Fatal(err)
	}
	for _, operation := range operations {
		document, wrong := gqlparser.LoadQueryWithRules(m.Schema, operation.Text, rules.NewDefaultRules())
		if wrong != nil {
			t.Errorf("%s: %v", operation.Name, wrong)
			continue
		}
		if len(document.Operations) != 1 || document.Operations[0].Name != operation.Name {
			t.Errorf("%s.graphql holds another operation", operation.Name)
		}
		if !strings.HasPrefix(operation.Text, "# ") {
			t.Errorf("%s.graphql does not say what it asks", operation.Name)
		}
	}
}

// TestWordsAreInEveryLanguage finds each key of words.json with three texts that have the same placeholders, and each used by a source.
func TestWordsAreInEveryLanguage(t *testing.T) {
	text, err := os.ReadFile("src/words.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string][]string
	if err := json.Unmarshal(text, &words); err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, path := range sources(t) {
		if ext := filepath.Ext(path); ext == ".svelte" || ext == ".ts" {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(source)
		}
	}
	for key, texts := range words {
		if len(texts) != 3 || slices.Contains(texts, "") {
			t.Errorf("%s is not said in Swedish, Norwegian and English", key)
			continue
		}
		for _, text := range texts[1:] {
			if !slices.Equal(placeholders(text), placeholders(texts[0])) {
				t.Errorf("%s: %q and %q have different placeholders", key, texts[0], text)
			}
		}
		if !used(all.String(), key) {
			t.Errorf("nothing says %s", key)
		}
	}
}

func placeholders(text string) []string {
	found := regexp.MustCompile(`\{\w+\}`).FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// used says whether a source names a key: whole, without the ending of its plural, or by its beginning with the rest filled in.
func used(sources, key string) bool {
	if strings.Contains(sources, "'"+key+"'") {
		return true
	}
	beginning, ending := key[:max(strings.LastIndex(key, "."), 0)], key[strings.LastIndex(key, ".")+1:]
	if ending == "one" || ending == "other" {
		return strings.Contains(sources, "'"+beginning+"'")
	}
	return strings.Contains(sources, "`"+beginning+".${")
}

// TestEveryRoomShowsTheDay finds no question that is asked of today while the page shows another day. The names of themes have no day.
func TestEveryRoomShowsTheDay(t *testing.T) {
	operations, err := page.Operations()
	if err != nil {
		t.Fatal(err)
	}
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, operation := range operations {
		document, wrong := parser.ParseQuery(&ast.Source{Input: operation.Text})
		if wrong != nil || document.Operations[0].Operation != ast.Query {
			continue
		}
		for _, selection := range document.Operations[0].SelectionSet {
			asked := selection.(*ast.Field)
			dated := m.Schema.Query.Fields.ForName(asked.Name).Arguments.ForName("asOf") != nil
			if dated && asked.Arguments.ForName("asOf") == nil && asked.Name != "themes" {
				t.Errorf("%s asks %s of today, whatever day is shown", operation.Name, asked.Name)
			}
		}
	}
}

// TestEveryCommandHasWords finds what somebody did by each mutation of the schema in words.json, for the rooms that tell of changes.
func TestEveryCommandHasWords(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("src/words.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string][]string
	if err := json.Unmarshal(text, &words); err != nil {
		t.Fatal(err)
	}
	for _, mutation := range m.Schema.Mutation.Fields {
		if words["action."+mutation.Name] == nil {
			t.Errorf("no words say what somebody did by %s", mutation.Name)
		}
	}
}

// TestEveryEventHasWords finds what each record of the audit log tells of in words.json, for the room of one's own account.
func TestEveryEventHasWords(t *testing.T) {
	source, err := os.ReadFile("../audit/audit.go")
	if err != nil {
		t.Fatal(err)
	}
	words, err := os.ReadFile("src/words.json")
	if err != nil {
		t.Fatal(err)
	}
	events := regexp.MustCompile(`Event = "(\w+)"`).FindAllStringSubmatch(string(source), -1)
	if len(events) == 0 {
		t.Fatal("audit.go has no events")
	}
	for _, event := range events {
		if !strings.Contains(string(words), `"log.`+event[1]+`"`) {
			t.Errorf("no words tell of %s", event[1])
		}
	}
}

// TestEveryCommandHasItsPlace finds each mutation of the schema in an operation of the page, or in testdata/elsewhere.yaml with the reason why it has none.
func TestEveryCommandHasItsPlace(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/elsewhere.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var elsewhere map[string]string
	if err := yaml.Unmarshal(text, &elsewhere); err != nil {
		t.Fatal(err)
	}
	operations, err := page.Operations()
	if err != nil {
		t.Fatal(err)
	}
	sent := map[string]bool{}
	for _, operation := range operations {
		document, wrong := parser.ParseQuery(&ast.Source{Input: operation.Text})
		if wrong != nil || document.Operations[0].Operation != ast.Mutation {
			continue
		}
		for _, selection := range document.Operations[0].SelectionSet {
			sent[selection.(*ast.Field).Name] = true
		}
	}
	for _, mutation := range m.Schema.Mutation.Fields {
		if sent[mutation.Name] == (elsewhere[mutation.Name] != "") {
			t.Errorf("%s: sent by the page %v, and elsewhere for the reason %q", mutation.Name, sent[mutation.Name], elsewhere[mutation.Name])
		}
	}
	for name := range elsewhere {
		if m.Schema.Mutation.Fields.ForName(name) == nil {
			t.Errorf("testdata/elsewhere.yaml names %s, which is no mutation", name)
		}
	}
}

// TestTheMapHasEveryMunicipality finds each municipality of the registry in its county on the map, and no other.
func TestTheMapHasEveryMunicipality(t *testing.T) {
	text, err := os.ReadFile("src/map/places.json")
	if err != nil {
		t.Fatal(err)
	}
	var places struct {
		Municipalities map[string][][3]any
	}
	if err := json.Unmarshal(text, &places); err != nil {
		t.Fatal(err)
	}
	listed, err := os.Open("../registry/municipalities.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer listed.Close()
	rows, err := csv.NewReader(listed).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, row := range rows[1:] {
		want = append(want, row[3]+" "+inOrder(row[2]))
	}
	for county, all := range places.Municipalities {
		for _, one := range all {
			got = append(got, county+" "+inOrder(one[0].(string)))
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("write the places anew with page/geometry/places.py: %s", diff)
	}
}

// inOrder gives the names of a municipality in the order of the alphabet.
func inOrder(name string) string {
	names := strings.Split(name, " / ")
	slices.Sort(names)
	return strings.Join(names, " / ")
}
