package export

import (
	"slices"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet"
	"partnernet/model"
)

// untold are the records that everything.jsonld and everything.nq leave out, as docs/exports.md says.
var untold = []string{
	"Account", "Grant", "Person", "Contact", "Opening", "Change", "FormerRecord", // people, accounts, and the history of changes
	"IdentityJudgement", "Proposal", // what is said of records
}

// unasked are fields of all records that say how the registry keeps them; and those by which a part leads back to what it is told with. Sources
// are told with all that rests on them.
var unasked = []string{"version", "sensitivity", "audience", "createdAt", "claims", "project", "award", "Source.updatedAt", "Source.sources"}

// isStored says whether a field is a property of its record, or leads on from it.
func isStored(f *model.Field) bool {
	return f.Kind == model.Property || f.Kind == model.Embedded || f.Kind == model.Relationship && f.Direction == "OUT" && !f.Connection
}

// Each type of record is told as linked data, under a type of the web, and with each of its fields that is stored.
func TestEverythingIsLinked(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	told := selectedFields(t, m.Schema)
	for _, of := range m.Types() {
		if of.Abstract || !of.Record || slices.Contains(untold, of.Name) {
			continue
		}
		if told[of.Name] == nil || vocabulary.Types[of.Name] == nil {
			t.Errorf("%s is not told, or as nothing", of.Name)
			continue
		}
		for _, f := range of.Fields() {
			if isStored(f) && !told[of.Name][f.Name] && !slices.Contains(unasked, f.Name) && !slices.Contains(unasked, of.Name+"."+f.Name) {
				t.Errorf("%s.%s is not told", of.Name, f.Name)
			}
		}
	}
}

// selectedFields gives the fields that the operations of linked data ask for, by their types.
func selectedFields(t *testing.T, schema *ast.Schema) map[string]map[string]bool {
	t.Helper()
	fields := map[string]map[string]bool{}
	var gather func(ast.SelectionSet)
	gather = func(selections ast.SelectionSet) {
		for _, s := range selections {
			f := s.(*ast.Field)
			owner := f.ObjectDefinition.Name
			if fields[owner] == nil {
				fields[owner] = map[string]bool{}
			}
			fields[owner][f.Name] = true
			gather(f.SelectionSet)
		}
	}
	for _, list := range linkedLists {
		text, err := queries.ReadFile("queries/" + list.query + ".graphql")
		if err != nil {
			t.Fatal(err)
		}
		document, errs := gqlparser.LoadQueryWithRules(schema, string(text), nil)
		if errs != nil {
			t.Fatal(errs)
		}
		gather(document.Operations[0].SelectionSet)
	}
	return fields
}
