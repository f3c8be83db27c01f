package model_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"partnernet"
	"partnernet/model"
)

// directives gives the definitions of the contract's own directives, so that these tests read schemas by the rules that the contract states.
func directives(t *testing.T) string {
	t.Helper()
	contract, err := parser.ParseSchema(&ast.Source{Name: "schema.graphqls", Input: partnernet.Schema})
	if err != nil {
		t.Fatal(err)
	}
	rules := &ast.SchemaDocument{Directives: contract.Directives}
	for _, name := range []string{"Direction", "Comparison"} {
		rules.Definitions = append(rules.Definitions, contract.Definitions.ForName(name))
	}
	var text strings.Builder
	formatter.NewFormatter(&text).FormatSchemaDocument(rules)
	return text.String()
}

func load(t *testing.T, schema string) *model.Model {
	t.Helper()
	m, err := model.Load(directives(t) + schema)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

const small = `
type Query { person(id: ID): Person  album: Place @composed }
interface Record { id: ID!  sources: [Source!]! @relationship(type: "HAS_SOURCE")  history: Log! @relationship(type: "CHANGED", direction: IN) }
type Source implements Record @node { id: ID!  sources: [Source!]!  history: Log! }
type Log implements Record @node(label: "Entry") { id: ID!  sources: [Source!]!  history: Log! }
type Person implements Record
  @node(label: "Human", orderedBy: ["name", "id"], searchedBy: ["name", "alias"], sortedBy: "name", comparedBy: "alias", numberedBy: "turn")
  @validity(from: "bornOn", to: "diedOn") {
  id: ID!
  sources: [Source!]! @relationship(type: "RESTS_ON")
  history: Log!
  name: String!
  alias: String @property(name: "nickname")
  bornOn: String
  diedOn: String
  home: Place! @relationship(type: "LIVES_IN")
  born: Place @relationship(type: "BORN_IN")
  friends(standing: String): PersonConnection! @relationship(type: "KNOWS", direction: BOTH)
  children: [Person!]! @relationship(type: "CHILD_OF", direction: IN)
  clubs: [Place!]! @relationship(type: "MEMBER", direction: IN, through: "Role", then: "ROLE_IN")
  wage: Money @embedded(prefix: "wage")
  age: Int @cypher(expression: "1")
  dreams: [Place!]! @cypher(statement: "dreams", then: "awake")
  rich: Boolean @computed(requires: ["wageAmount", "age"])
  childCount: Int! @count(of: "children")
  made: Place @result
}
type Place @node { name: String }
type Money { amount: Int }
enum Worth { ALL @weight(of: 1) MUCH @weight(of: 0.75) LITTLE @weight(of: 0.25) NOTHING }
union Thing = Person | Place
type PersonConnection { nodes: [Person!]!  facets: PersonFacets! }
type PersonFacets { home: [String!]! @facet(of: "home.name") }
type Stay @validity { where: String validFrom: String validTo: String }
`

func TestEachDirectiveSaysWhereAValueComesFrom(t *testing.T) {
	m := load(t, small)
	for name, want := range map[string]model.Field{
		"Person.name":       {Kind: model.Property, Target: "String", Property: "name"},
		"Person.alias":      {Kind: model.Property, Target: "String", Property: "nickname"},
		"Person.home":       {Kind: model.Relationship, Target: "Place", Property: "home", RelType: "LIVES_IN", Direction: "OUT"},
		"Person.friends":    {Kind: model.Relationship, Target: "Person", Connection: true, Property: "friends", RelType: "KNOWS", Direction: "BOTH"},
		"Person.children":   {Kind: model.Relationship, Target: "Person", List: true, Property: "children", RelType: "CHILD_OF", Direction: "IN"},
		"Person.clubs":      {Kind: model.Relationship, Target: "Place", List: true, Property: "clubs", RelType: "MEMBER", Direction: "IN", Through: "Role", ThroughType: "ROLE_IN"},
		"Person.wage":       {Kind: model.Embedded, Target: "Money", Property: "wage", Prefix: "wage"},
		"Person.age":        {Kind: model.Expression, Target: "Int", Property: "age", Cypher: "1"},
		"Person.dreams":     {Kind: model.Expression, Target: "Place", List: true, Property: "dreams", Statement: "dreams", Then: "awake"},
		"Person.rich":       {Kind: model.Computed, Target: "Boolean", Property: "rich", Requires: []string{"wageAmount", "age"}},
		"Person.childCount": {Kind: model.Count, Target: "Int", Property: "childCount", Of: "children"},
		"Person.made":       {Kind: model.Result, Target: "Place", Property: "made"},
		"PersonFacets.home": {Kind: model.Facet, Target: "String", List: true, Property: "home", Of: "home.name"},
		"Query.person":      {Kind: model.Property, Target: "Person", Property: "person"},
		"Query.album":       {Kind: model.Composed, Target: "Place", Property: "album"},
		"Person.history":    {Kind: model.Relationship, Target: "Log", Property: "history", RelType: "CHANGED", Direction: "IN", Declared: "Record"}, // from the interface
		"Person.sources":    {Kind: model.Relationship, Target: "Source", List: true, Property: "sources", RelType: "RESTS_ON", Direction: "OUT"},    // its own goes before the interface's
	} {
		typeName, fieldName, _ := strings.Cut(name, ".")
		got := m.Type(typeName).Field(fieldName)
		want.Name, want.Owner = fieldName, typeName
		if want.Declared == "" {
			want.Declared = typeName
		}
		if diff := cmp.Diff(&want, got, cmpopts.IgnoreFields(model.Field{}, "Def")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if got.Def == nil || got.Def.Name != fieldName {
			t.Errorf("%s does not know its definition", name)
		}
	}
}

func TestWeightsAreThoseOfTheirValues(t *testing.T) {
	if diff := cmp.Diff(map[string]any{"ALL": 1.0, "MUCH": 0.75, "LITTLE": 0.25}, load(t, small).Weights()); diff != "" {
		t.Error(diff)
	}
}

func TestEachTypeHasItsPlaceInTheGraph(t *testing.T) {
	m := load(t, small)
	for _, want := range []model.Type{
		{Name: "Person", Label: "Human", Record: true, Validity: &model.Validity{From: "bornOn", To: "diedOn"}, Possible: []string{"Person"},
			OrderedBy: []string{"name", "id"}, SearchedBy: []string{"name", "alias"}, SortedBy: "name", ComparedBy: "alias", NumberedBy: "turn"},
		{Name: "Place", Label: "Place", Possible: []string{"Place"}},                                            // a part: stored, and no record
		{Name: "Money", Possible: []string{"Money"}},                                                            // no node
		{Name: "Record", Record: true, Abstract: true, Possible: []string{"Log", "Person", "Source"}},           // an interface
		{Name: "Thing", Abstract: true, Possible: []string{"Person", "Place"}},                                  // a union
		{Name: "Stay", Validity: &model.Validity{From: "validFrom", To: "validTo"}, Possible: []string{"Stay"}}, // the default days
	} {
		if diff := cmp.Diff(&want, m.Type(want.Name), cmpopts.IgnoreUnexported(model.Type{})); diff != "" {
			t.Error(diff)
		}
	}
	if m.Type("String") != nil || m.Type("Direction") != nil || m.Type("__Type") != nil || m.Type("Nothing") != nil {
		t.Error("scalars, enumerations, introspection and what is not there are no types of the graph")
	}
}

// Fields come in the order of the schema and types in that of their names: what is made of them is the same each time.
func TestOrderIsTheSameEachTime(t *testing.T) {
	m := load(t, small)
	var names []string
	for _, f := range m.Type("Person").Fields() {
		names = append(names, f.Name)
	}
	if got := strings.Join(names[:4], " "); got != "id sources history name" {
		t.Errorf("the fields come as %s …", got)
	}
	if !slices.IsSortedFunc(m.Types(), func(a, b *model.Type) int { return strings.Compare(a.Name, b.Name) }) || len(m.Types()) == 0 {
		t.Error("the types are not in the order of their names")
	}
}

// Only a single related record that may not be null is one without which the record does not exist.
func TestRequired(t *testing.T) {
	var got []string
	for _, f := range load(t, small).Type("Person").Required() {
		got = append(got, f.Name)
	}
	if diff := cmp.Diff([]string{"history", "home"}, got); diff != "" { // history: of one record here, not of a connection
		t.Error(diff)
	}
}

// Two types may each need the other, and a type its own kind.
func TestTypesMayNeedOneAnother(t *testing.T) {
	m := load(t, `
type Query { a: A }
type A @node { b: B! @relationship(type: "B")  a: A! @relationship(type: "A") }
type B @node { a: A! @relationship(type: "B", direction: IN) }`)
	if a, b := m.Type("A").Required(), m.Type("B").Required(); len(a) != 2 || len(b) != 1 || m.Type(b[0].Target) != m.Type("A") {
		t.Errorf("A needs %v, B needs %v", a, b)
	}
}

// The contract keeps its own rules.
func TestTheContractIsRead(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range m.Type("Record").Possible {
		if m.Type(name).Label == "" {
			t.Errorf("%s is a record and is not stored", name)
		}
	}
}
