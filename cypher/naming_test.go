package cypher_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/cypher/internal/random"
	"partnernet/fault"
	"partnernet/store"
)

// Each argument that names a record by an id or an acronym refuses one that nothing answers to, and one that the viewer may not see in the same words.
func TestArgumentsThatNameNothingAreRefused(t *testing.T) {
	l := open(t)
	l.write(t, acrossTheBorder())
	l.run(t, store.Statement{Text: "CREATE (:Record:Network {id: 'other', acronym: 'other', lifecycle: 'ESTABLISHED', sensitivity: 'PUBLIC', version: 1})"})
	s := schemaWalk{l.model, map[string]string{"ID": `"third"`, "NetworkRef": `{acronym: "other"}`}}
	there := map[string][]string{
		"Network": {`{acronym: "net"}`, `{id: "net"}`}, "Need": {`"need"`}, "Waypoint": {`"net"`, `"se"`, `"pro"`, `"partnership"`},
	}
	asked := 0
	for _, f := range l.model.Type("Query").Fields() {
		for _, a := range f.Def.Arguments {
			named := l.model.Named(a)
			if named == nil && a.Type.Name() == "NetworkRef" {
				t.Errorf("%s(%s:) takes a network that is not looked for", f.Name, a.Name)
			}
			if named == nil {
				continue
			}
			for _, value := range there[named.Name] {
				asked++
				ask := func(value string) string {
					return l.refusal(t, "{ "+f.Name+givenWith(s, f.Def.Arguments, a.Name, value)+s.selectionOf(f)+" }")
				}
				id := strings.Split(value, `"`)[1]
				if refused := ask(value); refused != "" {
					t.Errorf("%s(%s: %s) is refused: %s", f.Name, a.Name, value, refused)
				}
				notThere := ask(strings.Replace(value, id, "nothing", 1))
				l.classify(t, id, random.Sensitivities[2])
				hidden := ask(value)
				l.classify(t, id, random.Sensitivities[0])
				if !strings.HasPrefix(notThere, "NOT_FOUND at "+a.Name) || strings.Count(hidden, `"`+id+`"`) != 1 ||
					strings.Replace(hidden, `"`+id+`"`, `"nothing"`, 1) != strings.Replace(notThere, "There are net, other", "There are other", 1) &&
						strings.Replace(hidden, `"`+id+`"`, `"nothing"`, 1) != strings.Replace(notThere, "There are other, net", "There are other", 1) {
					t.Errorf("%s(%s: %s): what is not there: %q; what may not be seen: %q", f.Name, a.Name, value, notThere, hidden)
				}
			}
		}
	}
	if asked < 15 {
		t.Errorf("only %d were asked", asked)
	}
}

// refusal gives why a document of one root field is not answered, "" when it is.
func (l lab) refusal(t *testing.T, text string) string {
	t.Helper()
	answer, errs, err := l.ask(parse(t, l.model, text, nil).only(viewer{visible: random.Sensitivities[:2], language: "en"}))
	must(t, err)
	refused := ""
	for _, err := range errs {
		refused += fmt.Sprintf("%s at %s: %s", fault.CodeOf(err), fieldOf(err), err.Message)
	}
	if (refused != "") != (answer == "null") {
		t.Errorf("%s: %s, and %q", text, answer, refused)
	}
	return refused
}

// givenWith gives a field's arguments: one with this value, and those that it needs.
func givenWith(s schemaWalk, arguments ast.ArgumentDefinitionList, name, value string) string {
	given := []string{name + ": " + value}
	for _, a := range arguments {
		if a.Name != name && a.Type.NonNull && a.DefaultValue == nil {
			given = append(given, a.Name+": "+s.needed[a.Type.Name()])
		}
	}
	return "(" + strings.Join(given, ", ") + ")"
}

// A misspelt acronym is told which there are, the most alike first and none that the viewer may not see; a former one finds the network, and
// one that two networks go by is no answer.
func TestNetworksAreNamedAsTheyAreFound(t *testing.T) {
	l := open(t)
	l.run(t, store.Statement{Text: `
UNWIND [['MITTSEC', ['MSEC'], 'PUBLIC'], ['MIDSEC', [], 'PUBLIC'], ['MITTSECRET', [], 'RESTRICTED'], ['TWICE', [], 'PUBLIC'], ['TWICE', [], 'PUBLIC']] AS row
CREATE (:Record:Network {id: randomUUID(), acronym: row[0], aliases: row[1], lifecycle: 'ESTABLISHED', sensitivity: row[2], version: 1})`})
	for _, row := range []struct{ acronym, want string }{
		{"MITTSEC", ""},
		{"MSEC", ""},
		{"MITSEC", `NOT_FOUND at network.acronym: network.acronym: there is no network with the acronym "MITSEC" that you may see. There are MIDSEC, MITTSEC, TWICE.`},
		{"MITTSECRET", `NOT_FOUND at network.acronym: network.acronym: there is no network with the acronym "MITTSECRET" that you may see. There are MITTSEC, MIDSEC, TWICE.`},
		{"TWICE", `CONFLICT at network.acronym: network.acronym: more than one record answers to "TWICE". Name the one you mean by its id.`},
	} {
		for _, field := range []string{"needsMap", "needsFunnel"} {
			if got := l.refusal(t, fmt.Sprintf(`{ %s(network: {acronym: %q}) { needs } }`, field, row.acronym)); got != row.want {
				t.Errorf("%s of %s: %q, want %q", field, row.acronym, got, row.want)
			}
		}
	}
}
