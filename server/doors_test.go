package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"partnernet/graph"
	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

// doors are the ways into one register: GraphQL, and the command line.
type doors struct {
	t       *testing.T
	db      *store.DB
	handler http.Handler
	ids     map[string]any // of the records of the table's base, by key
	held    []string       // all that the register held when the test began
}

// openDoors gives the doors of a register that holds the table's base.
func openDoors(t *testing.T, table ruleTable) *doors {
	t.Helper()
	d := &doors{t: t, db: testdb.Open(t), ids: map[string]any{}}
	d.handler = testworld.GraphQL(t, d.db, time.Now, func(o *graph.Options) { o.Facts = intake.ReadRecognised(testworld.Model(t)) })
	records, _ := table.Base["records"].([]any)
	for _, r := range records {
		key, _ := r.(map[string]any)["key"].(string)
		d.ids[key] = ledger.DerivedID(key)
	}
	if exit, said := d.run("import", "facts", d.json(table.Base)); exit != exitSuccess {
		t.Fatalf("the base breaks rules itself: %s", said)
	}
	return d
}

// run runs a command line on the register, and gives what it ends with and all that it says.
func (d *doors) run(args ...string) (exit int, said string) {
	own := testdb.Config(d.t)
	var out bytes.Buffer
	exit = run(append(args, "--neo4j-uri", own.URI, "--neo4j-username", own.Username, "--neo4j-password", own.Password), &out, &out)
	return exit, out.String()
}

// file writes a file of a name, and gives its path.
func (d *doors) file(name, text string) string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// json writes facts as a file, and gives its path.
func (d *doors) json(facts map[string]any) string {
	d.t.Helper()
	text, err := json.Marshal(facts)
	if err != nil {
		d.t.Fatal(err)
	}
	return d.file("facts.json", string(text))
}

// on gives the same doors within a subtest.
func (d *doors) on(t *testing.T) *doors {
	within := *d
	within.t, within.held = t, testdb.Dump(t, d.db, "Lock")
	return &within
}

// unchanged asks that the register holds what it held, and nothing half written.
func (d *doors) unchanged() {
	d.t.Helper()
	if diff := cmp.Diff(d.held, testdb.Dump(d.t, d.db, "Lock")); diff != "" {
		d.t.Errorf("it leaves (-before +after): %s", diff)
	}
}

// there says whether the register has what a pattern of Cypher describes.
func (d *doors) there(pattern string) bool {
	d.t.Helper()
	found, err := d.db.Read(d.t.Context(), store.Statement{Text: "RETURN EXISTS { MATCH " + pattern + " }", Params: d.ids})
	if err != nil {
		d.t.Fatal(err)
	}
	return found == true
}

// line asks that something says all of these on one line.
func (d *doors) line(said string, parts ...string) {
	d.t.Helper()
	for line := range strings.Lines(said) {
		if !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(line, part) }) {
			return
		}
	}
	d.t.Errorf("no line has %q of:\n%s", parts, said)
}

// Every rule that a door can break is refused there, with its place, the field, the rule's name and what to do; and nothing is half written.
func TestEveryRuleAtEveryDoor(t *testing.T) {
	table := readRules(t)
	d := openDoors(t, table)
	for _, row := range table.Rules {
		if row.Commands.shown() {
			t.Run(row.Rule+" commands", func(t *testing.T) { d.on(t).command(row) })
		}
		if row.Facts.shown() {
			t.Run(row.Rule+" facts", func(t *testing.T) { d.on(t).facts(row, "facts") })
			t.Run(row.Rule+" decision", func(t *testing.T) { d.on(t).facts(row, "decision") })
		}
	}
	for _, row := range table.Rules {
		for door := range table.Doors {
			switch {
			case !row.list(door).shown():
			case door == "decision":
				t.Run(row.Rule+" importDecision", func(t *testing.T) { d.on(t).decision(row, table.Text) })
			default:
				t.Run(row.Rule+" "+door, func(t *testing.T) { d.on(t).list(row, door) })
			}
		}
	}
	d.check(table)
}

// command sends a mutation that breaks a rule.
func (d *doors) command(row ruleRow) {
	c := row.Commands
	input := d.withIDs(c.Input).(map[string]any)
	if c.Command != "recordDocument" {
		input["source"] = map[string]any{"document": map[string]any{"title": "A letter"}}
	}
	query := fmt.Sprintf("mutation($input: %s%sInput!) { %s(input: $input) { __typename } }", strings.ToUpper(c.Command[:1]), c.Command[1:], c.Command)
	body, err := json.Marshal(map[string]any{"query": query, "variables": map[string]any{"input": input}})
	if err != nil {
		d.t.Fatal(err)
	}
	said := map[string]string{}
	for _, language := range registry.Languages {
		e := d.refusal(body, language)
		if e.Extensions.Rule != row.Rule || e.Extensions.Field != c.At {
			d.t.Errorf("got the rule %s at %s, want %s: %s", e.Extensions.Rule, e.Extensions.Field, c.At, e.Message)
		}
		if all := e.Extensions.Violations; len(all) == 0 || all[0].Rule != row.Rule || all[0].Field != c.At || !strings.Contains(e.Message, all[0].Says()) {
			d.t.Errorf("got the violations %+v, and %s", all, e.Message)
		}
		said[language] = e.Message
	}
	d.line(said["en"], slices.Concat(c.Says, c.unless(row.Do))...)
	if said["sv"] == said["en"] || said["nb"] == said["en"] || said["sv"] == said["nb"] {
		d.t.Errorf("it is said in one language as in another: %q", said)
	}
	d.unchanged()
}

// decision sends a decision whose text keeps all rules, with corrections of which one breaks a rule.
func (d *doors) decision(row ruleRow, text string) {
	c := row.Decision
	query := "mutation($input: ImportDecisionInput!) { importDecision(input: $input) { command } }"
	input := testworld.Object{"file": nil, "corrections": c.Corrections}
	contentType, body := testworld.Upload(d.t, query, testworld.Object{"input": input}, "variables.input.file", "beslut.txt", []byte(text))
	e := d.sent(body, contentType, "en")
	if e.Extensions.Rule != row.Rule || e.Extensions.Field != c.At {
		d.t.Errorf("got the rule %s at %s, want %s: %s", e.Extensions.Rule, e.Extensions.Field, c.At, e.Message)
	}
	d.line(e.Message, slices.Concat(c.Says, c.unless(row.Do))...)
	d.unchanged()
}

// refusal sends a request in a language, and gives the one error that comes of it.
func (d *doors) refusal(body []byte, language string) testworld.Error {
	d.t.Helper()
	return d.sent(bytes.NewReader(body), "application/json", language)
}

// sent sends a request of a type of content, and gives the one error that comes of it.
func (d *doors) sent(body io.Reader, contentType, language string) testworld.Error {
	d.t.Helper()
	viewer := graph.Coordinator
	viewer.Language = language
	answer := testworld.Post(d.t.Context(), d.handler, viewer, contentType, body)
	if len(answer.Errors) != 1 {
		d.t.Fatalf("got %v", answer)
	}
	return answer.Errors[0]
}

// unless gives what is said where the case does not say that something else is.
func (c doorCase) unless(says ...string) []string {
	if len(c.Says) > 0 {
		return nil
	}
	return says
}

// withIDs gives an input with the ids of records in place of their keys.
func (d *doors) withIDs(value any) any {
	switch v := value.(type) {
	case map[string]any:
		all := map[string]any{}
		for name, item := range v {
			all[name] = d.withIDs(item)
		}
		return all
	case []any:
		var all []any
		for _, item := range v {
			all = append(all, d.withIDs(item))
		}
		return all
	case string:
		if key, is := strings.CutPrefix(v, "@"); is {
			return d.ids[key]
		}
	}
	return value
}

// facts tells records that break a rule: such a file is refused whole.
func (d *doors) facts(row ruleRow, door string) {
	c := row.Facts
	sound := map[string]any{"record": "Organisation", "key": "sound", "legalName": "A sound organisation"}
	told := map[string]any{"source": map[string]any{"document": "minutes"}, "records": append([]map[string]any{sound}, c.Records...)}
	exit, said := d.run("import", door, d.json(told))
	if exit != exitFailure {
		d.t.Errorf("it ended with %d", exit)
	}
	d.line(said, slices.Concat([]string{"Record ", c.At}, c.Says, c.unless(row.Do, "("+row.Rule+")"))...)
	d.unchanged()
}

// list gives a list of which one row breaks a rule: it is left out, and the others are taken.
func (d *doors) list(row ruleRow, door string) {
	c := row.list(door)
	name := "list.csv"
	if strings.HasPrefix(c.File, "[") {
		name = "list.json"
	}
	args := []string{"import", door, d.file(name, c.File)}
	switch door {
	case "members":
		args = append(args, "--network", c.Network, "--apply", "--lang", "en")
	case "needs":
		args = append(args, "--apply", "--lang", "en")
	}
	exit, said := d.run(args...)
	if (exit == exitFailure) != c.Whole {
		d.t.Errorf("it ended with %d", exit)
	}
	d.line(said, slices.Concat([]string{c.Row}, c.Says, c.unless(row.Do, row.Rule))...)
	if c.Whole {
		return
	}
	if c.Taken != "" && !d.there(c.Taken) {
		d.t.Errorf("there is no %s:\n%s", c.Taken, said)
	}
	if d.there(c.Left) {
		d.t.Errorf("there is %s", c.Left)
	}
}

// check has other hands break all rules that a register can come to break, and asks that each is found.
func (d *doors) check(table ruleTable) {
	d.t.Helper()
	if exit, said := d.run("check"); exit != exitSuccess {
		d.t.Errorf("after all that was refused, rules are broken: %s", said)
	}
	err := d.db.Write(d.t.Context(), func(ctx context.Context, tx store.Tx) error {
		for _, row := range table.Rules {
			if !row.Held.shown() {
				continue
			}
			if _, err := tx.Run(ctx, store.Statement{Text: row.Held.Set, Params: d.ids}); err != nil {
				return fmt.Errorf("%s: %w", row.Rule, err)
			}
		}
		return nil
	})
	if err != nil {
		d.t.Fatal(err)
	}
	exit, said := d.run("check")
	if exit != exitFailure {
		d.t.Errorf("the check ended with %d", exit)
	}
	for _, row := range table.Rules {
		if !row.Held.shown() {
			continue
		}
		id, literal := strings.CutPrefix(row.Held.Of, "=")
		if !literal {
			id = fmt.Sprint(d.ids[id])
		}
		d.line(said, id+": ", row.Do, "("+row.Rule+")")
	}
}
