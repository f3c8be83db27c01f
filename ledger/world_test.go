package ledger_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

type object = testworld.Object

// book is a ledger over a database of its own, with what tests ask of both.
type book struct {
	*ledger.Ledger
	t  *testing.T
	db *store.DB
}

// open gives a ledger over an empty database.
func open(t *testing.T) book {
	t.Helper()
	return over(t, testdb.Open(t))
}

func over(t *testing.T, db *store.DB) book {
	t.Helper()
	return book{ledger.New(db, testworld.Model(t), clock()), t, db}
}

// clock gives a clock that is a minute further each time it is looked at.
func clock() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Minute)
		return now
	}
}

// sourceID gives the id of the source of a name.
func sourceID(name string) string { return ledger.DerivedID("source " + name) }

func documentID(name string) string { return ledger.DerivedID("document " + name) }

// told gives a telling by the source of a name, with that source among its records.
func told(by string, records ...ledger.Record) ledger.Telling {
	return ledger.Telling{Actor: "a tester", Action: "tell", Source: sourceID(by), Records: append([]ledger.Record{
		{Type: "Document", ID: documentID(by), Values: map[string]any{"title": "What " + by + " says"}},
		{Type: "Source", ID: sourceID(by), Links: map[string][]string{"document": {documentID(by)}}},
	}, records...)}
}

// project gives a project that is told with these values.
func project(id string, values map[string]any) ledger.Record {
	all := map[string]any{"acronym": "Project " + id}
	maps.Copy(all, values)
	return ledger.Record{Type: "Project", ID: id, Values: all}
}

func organisation(id string) ledger.Record {
	return ledger.Record{Type: "Organisation", ID: id, Values: map[string]any{"legalName": "Organisation " + id}}
}

func programme(id string) ledger.Record {
	return ledger.Record{Type: "Programme", ID: id, Values: map[string]any{"name": "Programme " + id}}
}

func day(text string) registry.Date {
	d, err := registry.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// storedDay gives a day as the database gives it.
func storedDay(text string) dbtype.Date { return dbtype.Date(day(text).In(time.UTC)) }

// tell records a telling that nothing is wrong with.
func (b book) tell(t ledger.Telling) ledger.Outcome {
	b.t.Helper()
	outcome, err := b.Tell(b.t.Context(), t)
	if err != nil {
		b.t.Fatal(err)
	}
	return outcome
}

// read gives the one value that a statement returns.
func (b book) read(text string, params map[string]any) any {
	b.t.Helper()
	value, err := b.db.Read(b.t.Context(), store.Statement{Text: text, Params: params})
	if err != nil {
		b.t.Fatal(err)
	}
	return value
}

// properties gives what is stored of a record.
func (b book) properties(id string) map[string]any {
	b.t.Helper()
	properties, _ := b.read("OPTIONAL MATCH (r:Record {id: $id}) RETURN properties(r)", map[string]any{"id": id}).(map[string]any)
	return properties
}

// claims gives a record's claims as "source: field = value", in order.
func (b book) claims(id string) []string {
	b.t.Helper()
	found := b.texts(`RETURN COLLECT {
  MATCH (:Record {id: $id})-[:HAS_CLAIM]->(c:Claim)-[:HAS_SOURCE]->(:Source)-[:FROM_DOCUMENT]->(d:Document)
  RETURN split(d.title, ' ')[1] + ': ' + c.field + ' = ' + c.value ORDER BY c.recordedAt, c.field, c.value }`, id)
	slices.Sort(found)
	return found
}

// ends gives the ids of what a record's relationship of a type leads to, in order.
func (b book) ends(id, relation string) []string {
	b.t.Helper()
	return b.texts("RETURN COLLECT { MATCH (:Record {id: $id})-[:"+relation+"]->(other:Record) RETURN other.id ORDER BY other.id }", id)
}

// change is a Change as the ledger keeps it.
type change struct {
	source string // its name
	fields []string
}

// changes gives the changes of a record, each field as "name: before -> after", oldest first.
func (b book) changes(id string) []change {
	b.t.Helper()
	rows, _ := b.read(`RETURN COLLECT {
  MATCH (:Record {id: $id})<-[:CHANGED]-(c:Change)-[:HAS_SOURCE]->(:Source)-[:FROM_DOCUMENT]->(d:Document)
  WITH c, d ORDER BY c.position
  RETURN [split(d.title, ' ')[1], c.fields] }`, map[string]any{"id": id}).([]any)
	var all []change
	for _, row := range rows {
		pair := row.([]any)
		c := change{source: pair[0].(string)}
		for _, f := range pair[1].([]any) {
			parts := strings.Split(f.(string), "\x1f")
			c.fields = append(c.fields, fmt.Sprintf("%s: %s -> %s", parts[0], parts[1], parts[2]))
		}
		all = append(all, c)
	}
	return all
}

func (b book) texts(statement, id string) []string {
	b.t.Helper()
	values, _ := b.read(statement, map[string]any{"id": id}).([]any)
	texts := []string{}
	for _, v := range values {
		texts = append(texts, fmt.Sprint(v))
	}
	return texts
}

// dump gives all that the database holds. When the lock was last taken is no part of it.
func (b book) dump() []string { return b.lines("takenAt") }

// timeless gives what the dump gives, without the times.
func (b book) timeless() []string {
	return b.lines("takenAt", "at", "createdAt", "updatedAt", "recordedAt")
}

// lines gives a line for each node and each relationship, leaving out some properties.
func (b book) lines(without ...string) []string {
	b.t.Helper()
	rows, err := b.db.ReadRows(b.t.Context(), store.Statement{Text: `
MATCH (n) WHERE NOT n:Migration|Access|SignOuts|Audience
RETURN labels(n) AS labels, properties(n) AS properties, [(n)-[r]->(m) | [type(r), labels(m), properties(m)]] AS links`})
	if err != nil {
		b.t.Fatal(err)
	}
	var lines []string
	for _, row := range rows {
		node := line(row["labels"], row["properties"], without)
		lines = append(lines, node)
		for _, l := range row["links"].([]any) {
			link := l.([]any)
			lines = append(lines, fmt.Sprintf("%s -%s-> %s", node, link[0], line(link[1], link[2], without)))
		}
	}
	slices.Sort(lines)
	return lines
}

// instants are the times in what a change keeps of its effect.
var instants = regexp.MustCompile(`\{"time":"[^"]*"\}`)

// line writes a node. The ids of changes and commands are made anew with every writing, so they are left out.
func line(labels, properties any, without []string) string {
	values := maps.Clone(properties.(map[string]any))
	if effect, ok := values["effect"].(string); ok && len(without) > 0 {
		values["effect"] = instants.ReplaceAllString(effect, "")
	}
	if slices.Contains(labels.([]any), any("Change")) {
		delete(values, "id")
		delete(values, "command")
	}
	maps.DeleteFunc(values, func(name string, _ any) bool { return slices.Contains(without, name) })
	return fmt.Sprint(labels, values)
}
