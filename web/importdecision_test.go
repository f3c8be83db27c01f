package web_test

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld"
	"partnernet/testworld/site"
	"partnernet/web"
)

// foundingText is the text of the founding decision, which is not the project's to keep: PARTNERNET_DECISIONS names folders where it may be.
func foundingText(t *testing.T) []byte {
	t.Helper()
	for _, folder := range filepath.SplitList(os.Getenv("PARTNERNET_DECISIONS")) {
		if text, err := os.ReadFile(filepath.Join(folder, "RUN-112-2023.txt")); err == nil {
			return text
		}
	}
	t.Skip("PARTNERNET_DECISIONS names no folder with RUN-112-2023.txt")
	return nil
}

// sendDecision sends a decision's file to a mutation that takes it as its variable file.
func sendDecision(t *testing.T, server, query string, file []byte) []byte {
	t.Helper()
	contentType, body := testworld.Upload(t, query, map[string]any{"file": nil}, "variables.file", "beslut.txt", file)
	request, err := http.NewRequest(http.MethodPost, server+"/graphql", body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", contentType)
	request.Header.Set("GraphQL-Preflight", "1")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

// The founding decision's own text, imported over what people have entered of it, doubles nothing: the questions are answered as before, and each figure of its money has its
// sentence.
func TestTheFoundingTextIsTheFoundingCase(t *testing.T) {
	text := foundingText(t)
	server, _ := site.Founding(t)
	all, err := web.Questions()
	if err != nil {
		t.Fatal(err)
	}
	all = slices.DeleteFunc(all, func(q web.Question) bool {
		number, _, _ := strings.Cut(q.Name, "-")
		return q.Name == dossier || !slices.Contains([]string{"01", "02", "04", "05", "06", "13"}, number)
	})
	before := map[string]any{}
	for _, q := range all {
		before[q.Name] = withoutSources(t, site.Ask(t, nil, server.URL, q.Query, q.Variables))
	}
	answer := sendDecision(t, server.URL, `mutation($file: Upload!) { importDecision(input: {file: $file}) { counts { type created }
  decision { awards { fieldSources(fields: ["aidRate", "cap"]) { field locator } } } } }`, text)
	var told struct {
		Data struct {
			ImportDecision struct {
				Counts []struct {
					Type    string
					Created int
				}
				Decision struct {
					Awards []struct {
						FieldSources []struct{ Field, Locator string }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(answer, &told); err != nil || len(told.Data.ImportDecision.Decision.Awards) != 1 {
		t.Fatalf("%v %s", err, answer)
	}
	for _, count := range told.Data.ImportDecision.Counts { // objectives and activities are the decision's sentences, and not what people have made of them
		if count.Created > 0 && !slices.Contains([]string{"Source", "Objective", "Activity"}, count.Type) {
			t.Errorf("%d %s are new", count.Created, count.Type)
		}
	}
	sentences := map[string]bool{}
	for _, source := range told.Data.ImportDecision.Decision.Awards[0].FieldSources {
		sentences[source.Field] = sentences[source.Field] || strings.Contains(source.Locator, "35 % av redovisade och godkända kostnader, dock max 362 060 kronor")
	}
	if diff := cmp.Diff(map[string]bool{"aidRate": true, "cap": true}, sentences); diff != "" {
		t.Errorf("figures that have their sentence: %s", diff)
	}
	for _, q := range all {
		if diff := cmp.Diff(before[q.Name], withoutSources(t, site.Ask(t, nil, server.URL, q.Query, q.Variables))); diff != "" {
			t.Errorf("%s is answered otherwise: %s", q.Name, diff)
		}
	}
}

// withoutSources gives an answer without the sources of what it tells.
func withoutSources(t *testing.T, answer []byte) any {
	t.Helper()
	var all any
	if err := json.Unmarshal(site.Stable(t, answer), &all); err != nil {
		t.Fatal(err)
	}
	var drop func(any)
	drop = func(value any) {
		switch value := value.(type) {
		case map[string]any:
			delete(value, "sources")
			for _, each := range value {
				drop(each)
			}
		case []any:
			for _, each := range value {
				drop(each)
			}
		}
	}
	drop(all)
	return all
}
