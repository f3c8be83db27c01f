package store_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet"
	"partnernet/model"
	"partnernet/store"
	"partnernet/testdb"
)

// An index on a property that nobody writes is never used, and nothing else would tell.
func TestIndexesAreOnWhatTheSchemaStores(t *testing.T) {
	graph, err := model.Load(partnernet.Schema)
	must(t, err)
	rows, err := testdb.Open(t).ReadRows(t.Context(), store.Statement{Text: `
		SHOW INDEXES YIELD name, type, labelsOrTypes, properties
		WHERE type <> 'LOOKUP'
		RETURN name, labelsOrTypes AS labels, properties`})
	must(t, err)
	if len(rows) == 0 {
		t.Fatal("there are no indexes")
	}
	for _, row := range rows {
		for _, label := range row["labels"].([]any) {
			for _, property := range row["properties"].([]any) {
				if !stores(graph, label.(string), property.(string)) {
					t.Errorf("index %v is on %v.%v, which the schema does not store", row["name"], label, property)
				}
			}
		}
	}
}

// compared is what organisations are recognised by as perhaps the same; the ledger keeps the property by which it is compared.
var compared = []string{"Identifier"}

// bookkeeping are the nodes that no reader of the contract meets: what the registry remembers of its own work.
var bookkeeping = []string{"Migration", "Lock", "Command", "LikenessKey", "Access", "Audience", "SignOuts", "SyncPosition",
	"Session", "SignInLink", "SignInFlow", "AccessToken", "Passkey", "PasskeyCeremony", "Invitation", "AuditRecord", "ServerAddress", "Reading", "Webhook"}

func stores(graph *model.Model, label, property string) bool {
	if slices.Contains(bookkeeping, label) || label == "Record" && property == "naturalKey" { // which the ledger keeps beside the id
		return true
	}
	return slices.ContainsFunc(graph.Types(), func(typ *model.Type) bool {
		if typ.Label != label && typ.Name != label {
			return false
		}
		stored := slices.ContainsFunc(typ.Fields(), func(f *model.Field) bool {
			return f.Kind == model.Property && f.Property == property
		})
		return stored || property == typ.NumberedBy || property == "sortKey" && typ.SortedBy != "" || property == "searchText" && len(typ.SearchedBy) > 0 ||
			property == "likeness" && slices.Contains(compared, typ.Label)
	})
}

func TestSearchIndexHoldsWhatCanBeSearched(t *testing.T) {
	graph, err := model.Load(partnernet.Schema)
	must(t, err)
	var want []string
	for _, name := range graph.Type("SearchItem").Possible {
		want = append(want, graph.Type(name).Label)
	}
	var got []string
	for _, label := range read(t, testdb.Open(t), "SHOW INDEXES YIELD name, labelsOrTypes WHERE name = 'search' RETURN labelsOrTypes").([]any) {
		got = append(got, label.(string))
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSearchIndexFindsFoldedWords(t *testing.T) {
	db := testdb.Open(t)
	write(t, db, `
		CREATE (:Record:Organisation {id: 'a', searchText: 'future innovations as'}),
		       (:Record:Need {id: 'b', searchText: 'no supplier of radio in jamtland'})`, nil)
	for _, c := range []struct {
		query string
		want  []any
		why   string
	}{
		{"innovations", []any{"a"}, "it is a word of the name"},
		{"as", []any{"a"}, "English drops it, but it is how Norway's companies end"},
		{"no", []any{"b"}, "English drops it, but it is a word like any other"},
		{"jamtlnad~2", []any{"b"}, "two letters changed places"},
		{"innov", []any{}, "part of a word is the text filter's business"},
	} {
		got, err := db.Read(t.Context(), store.Statement{
			Text:   "CALL db.index.fulltext.queryNodes('search', $query) YIELD node RETURN collect(node.id) AS ids",
			Params: map[string]any{"query": c.query},
		})
		must(t, err)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s, because %s", c.query, diff, c.why)
		}
	}
}
