package cypher_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/testworld/lab"
	"partnernet/testworld/random"
)

// Each argument that names a record by an id or an acronym refuses one that nothing answers to, and one that the viewer may not see in the same words.
func TestArgumentsThatNameNothingAreRefused(t *testing.T) {
	l := lab.Open(t)
	l.Write(t, acrossTheBorder())
	l.Run(t, store.Statement{Text: "CREATE (:Record:Network {id: 'other', acronym: 'other', lifecycle: 'ESTABLISHED', audience: 0, version: 1})"})
	s := schemaWalk{l.Schema, map[string]string{"ID": `"third"`, "NetworkRef": `{acronym: "other"}`}}
	there := map[string][]string{
		"Network": {`{acronym: "net"}`, `{id: "net"}`}, "Need": {`"need"`}, "Waypoint": {`"net"`, `"se"`, `"pro"`, `"partnership"`},
	}
	asked := 0
	for _, f := range l.Schema.Type("Query").Fields() {
		for _, a := range f.Def.Arguments {
			named := l.Schema.Named(a)
			if named == nil && a.Type.Name() == "NetworkRef" {
				t.Errorf("%s(%s:) takes a network that is not looked for", f.Name, a.Name)
			}
			if named == nil {
				continue
			}
			for _, value := range there[named.Name] {
				asked++
				ask := func(value string) string {
					return refusal(l, t, "{ "+f.Name+givenWith(s, f.Def.Arguments, a.Name, value)+s.selectionOf(f)+" }")
				}
				id := strings.Split(value, `"`)[1]
				if refused := ask(value); refused != "" {
					t.Errorf("%s(%s: %s) is refused: %s", f.Name, a.Name, value, refused)
				}
				notThere := ask(strings.Replace(value, id, "nothing", 1))
				classify(l, t, id, random.Audiences[2])
				hidden := ask(value)
				classify(l, t, id, random.Audiences[0])
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
func refusal(l lab.Lab, t *testing.T, text string) string {
	t.Helper()
	answer, errs, err := l.Ask(lab.Parse(t, l.Schema, text, nil).Only(lab.Viewer{Visible: random.Audiences[:2], Language: "en"}))
	lab.Must(t, err)
	refused := ""
	for _, err := range errs {
		refused += fmt.Sprintf("%s at %s: %s", fault.CodeOf(err), lab.FieldOf(err), err.Message)
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

// An acronym that a closed network left to a new one is that of the new one, in a look-up as in an argument; one that none but closed ones have is theirs.
func TestTheAcronymOfAClosedNetworkIsThatOfTheNewOne(t *testing.T) {
	l := lab.Open(t)
	l.Run(t, store.Statement{Text: `
UNWIND [['closed', 'AGAIN', [], 'CLOSED'], ['merged', 'AGAIN', [], 'MERGED'], ['new', 'AGAIN', [], 'PLANNED'],
  ['over', 'OVER', [], 'CLOSED'], ['later', 'LATER', ['OVER'], 'PLANNED'], ['one', 'SHUT', [], 'CLOSED'], ['two', 'SHUT', [], 'CLOSED']] AS row
CREATE (:Record:Network {id: row[0], acronym: row[1], aliases: row[2], lifecycle: row[3], audience: 0, version: 1})`})
	for acronym, want := range map[string]string{"AGAIN": `{"id":"new"}`, "OVER": `{"id":"over"}`, "LATER": `{"id":"later"}`} {
		data, errs, err := l.Ask(lab.Parse(t, l.Schema, fmt.Sprintf(`{ network(acronym: %q) { id } }`, acronym), nil).Only(lab.Coordinator))
		if data != want || len(errs) > 0 || err != nil {
			t.Errorf("network(acronym: %q) is %s, want %s: %v %v", acronym, data, want, errs, err)
		}
		if got := refusal(l, t, fmt.Sprintf(`{ needsMap(network: {acronym: %q}) { needs } }`, acronym)); got != "" {
			t.Errorf("needsMap of %s: %s", acronym, got)
		}
	}
	if got := refusal(l, t, `{ needsMap(network: {acronym: "SHUT"}) { needs } }`); !strings.HasPrefix(got, "CONFLICT") {
		t.Errorf("needsMap of the acronym of two closed networks: %s", got)
	}
}

// A misspelt acronym is told which there are, the most alike first and none that the viewer may not see; a former one finds the network, and
// one that two networks go by is no answer.
func TestNetworksAreNamedAsTheyAreFound(t *testing.T) {
	l := lab.Open(t)
	l.Run(t, store.Statement{Text: `
UNWIND [['MITTSEC', ['MSEC'], 0], ['MIDSEC', [], 0], ['MITTSECRET', [], 3], ['TWICE', [], 0], ['TWICE', [], 0]] AS row
CREATE (:Record:Network {id: randomUUID(), acronym: row[0], aliases: row[1], lifecycle: 'ESTABLISHED', audience: row[2], version: 1})`})
	for _, row := range []struct{ acronym, want string }{
		{"MITTSEC", ""},
		{"MSEC", ""},
		{"MITSEC", `NOT_FOUND at network.acronym: network.acronym: there is no network with the acronym "MITSEC" that you may see. There are MIDSEC, MITTSEC, TWICE.`},
		{"MITTSECRET", `NOT_FOUND at network.acronym: network.acronym: there is no network with the acronym "MITTSECRET" that you may see. There are MITTSEC, MIDSEC, TWICE.`},
		{"TWICE", `CONFLICT at network.acronym: network.acronym: more than one record answers to "TWICE". Name the one you mean by its id.`},
	} {
		for _, field := range []string{"needsMap", "needsFunnel"} {
			if got := refusal(l, t, fmt.Sprintf(`{ %s(network: {acronym: %q}) { needs } }`, field, row.acronym)); got != row.want {
				t.Errorf("%s of %s: %q, want %q", field, row.acronym, got, row.want)
			}
		}
	}
}
