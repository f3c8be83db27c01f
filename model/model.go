// Package model reads the graph model out of schema.graphqls: which type is which label, and which field is which property, relationship or expression.
package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Model is the graph model of one schema. It is read once and never changes.
type Model struct {
	Schema *ast.Schema
	types  map[string]*Type
}

// Type is an object, interface or union of the schema with its place in the graph.
type Type struct {
	Name       string
	Label      string // of its nodes; empty for a type that is not stored as nodes
	Record     bool   // has an id, a sensitivity, sources and a history of its own
	Abstract   bool   // an interface or a union
	Validity   *Validity
	OrderedBy  []string // fields that order its lists when the request does not
	SearchedBy []string // fields folded into the stored property searchText
	SortedBy   string   // the field collated into the stored property sortKey
	ComparedBy string   // the field whose text is compared by the stored property textVector
	NumberedBy string   // the stored number that its lists can be ordered by and no field shows
	Broader    string   // the field that leads to the record next above in a hierarchy, empty when there is none
	Possible   []string // the object types it may be, itself for an object type
	fields     map[string]*Field
	names      []string // field names in the schema's order
}

// Validity names the properties that say from when until when a record holds.
type Validity struct{ From, To string }

// Kind says where a field's value comes from.
type Kind int

// The kinds of field.
const (
	Property     Kind = iota // a property of the node, or a key of the map, that the parent is
	Relationship             // the node or nodes at the other end of a relationship
	Embedded                 // an object made of the parent's own properties
	Expression               // a Cypher expression or statement
	Computed                 // a Go function of other values of the parent
	Gathered                 // the record of a row that a statement gathered, by the number that a Go function gave
	Count                    // the number of records in a sibling list
	Facet                    // counts by a value over a whole list
	Result                   // the record or records that a command wrote, by its results of the field's name
	Composed                 // made of answers to other questions, or of words: by no statement of its own
)

// Field is one field of a type with where its value comes from.
type Field struct {
	Name        string
	Owner       string // the type whose field it is
	Declared    string // the type or interface at which its directives stand
	Kind        Kind
	Def         *ast.FieldDefinition
	Target      string // the named type of its value; for a connection the type of its nodes
	Connection  bool
	List        bool
	Property    string   // for Property: the stored name
	OnDay       string   // for Property: the expression by which the stored value is read on a day, empty when it is read as it is
	Current     string   // for Property with OnDay: that of a record of which is known that it did not end before the day
	Shown       bool     // for Property with OnDay: read so only where it is shown, and a day is asked for
	RelType     string   // for Relationship
	Direction   string   // for Relationship: OUT, IN or BOTH
	Through     string   // for Relationship: the label of a part that stands between, empty when none does
	ThroughType string   // for Relationship: the relationship beyond that part
	Prefix      string   // for Embedded
	Cypher      string   // for Expression: the expression
	Statement   string   // for Expression: the name of a statement file
	Then        string   // for Expression: the name of the one that goes on, empty when none does
	Requires    []string // for Computed: stored names of the parent's values it needs
	Gathers     []string // for Computed: the names of the statement files whose rows it needs
	Of          string   // for Count and Facet: the field it is about; for Gathered: the name of a statement file
	As          string   // for Gathered: the key of the rows under which they have the record
	Within      bool     // for Facet: a record counts at the related one and at each above that
}

// Type gives the named type, nil when the schema has no such object, interface or union.
func (m *Model) Type(name string) *Type { return m.types[name] }

// Types gives all types in the order of their names.
func (m *Model) Types() []*Type {
	all := make([]*Type, 0, len(m.types))
	for _, t := range m.types {
		all = append(all, t)
	}
	slices.SortFunc(all, func(a, b *Type) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Field gives the named field, nil when the type has none of that name. The number that no field shows has one too.
func (t *Type) Field(name string) *Field { return t.fields[name] }

// Fields gives the type's fields in the schema's order.
func (t *Type) Fields() []*Field {
	all := make([]*Field, len(t.names))
	for i, name := range t.names {
		all[i] = t.fields[name]
	}
	return all
}

// Weights gives what each value of an enumeration with @weight counts.
func (m *Model) Weights() map[string]any {
	weights := map[string]any{}
	for _, def := range m.Schema.Types {
		for _, value := range def.EnumValues {
			if d := value.Directives.ForName("weight"); d != nil {
				weights[value.Name], _ = strconv.ParseFloat(argument(d, "of"), 64) // GraphQL has checked that it is a number
			}
		}
	}
	return weights
}

// Required gives the fields without whose target a record of this type does not exist for a viewer:
// relationships to exactly one node that the schema says are never null.
func (t *Type) Required() []*Field {
	var required []*Field
	for _, f := range t.Fields() {
		if f.LeadsToOne() && f.Def.Type.NonNull {
			required = append(required, f)
		}
	}
	return required
}

// LeadsToOne says whether the field leads to one record or part, or to none while that is not known.
func (f *Field) LeadsToOne() bool { return f.Kind == Relationship && !f.List && !f.Connection }

// LeadsBack says whether the field leads from a record to the one that it was reached from by another field; nil when by none.
func (f *Field) LeadsBack(reachedBy *Field) bool {
	return reachedBy != nil && reachedBy.RelType == f.RelType && reachedBy.Direction != f.Direction
}

// StatedByOthers says whether the field leads to records that say so themselves, so that what it leads to may change without this one being written.
func (f *Field) StatedByOthers() bool { return f.Kind == Relationship && f.Direction != "OUT" }

// Load reads the model from the text of schema.graphqls.
func Load(text string) (*Model, error) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: text})
	if err != nil {
		return nil, fmt.Errorf("read schema: %w", err)
	}
	return Read(schema)
}

// Read reads the model from a parsed schema and checks that its directives agree with its types.
func Read(schema *ast.Schema) (*Model, error) {
	m := &Model{Schema: schema, types: map[string]*Type{}}
	for name, def := range schema.Types {
		if strings.HasPrefix(name, "__") || (!def.IsCompositeType()) {
			continue
		}
		m.types[name] = m.readType(def)
	}
	return m, m.check()
}

func (m *Model) readType(def *ast.Definition) *Type {
	t := &Type{Name: def.Name, Abstract: def.IsAbstractType(), fields: map[string]*Field{}}
	t.Record = def.Name == "Record" || slices.Contains(def.Interfaces, "Record")
	for _, p := range m.Schema.GetPossibleTypes(def) {
		t.Possible = append(t.Possible, p.Name)
	}
	slices.Sort(t.Possible)
	if d := def.Directives.ForName("node"); d != nil {
		t.Label = def.Name
		if label := argument(d, "label"); label != "" {
			t.Label = label
		}
		t.OrderedBy, t.SearchedBy = arguments(d, "orderedBy"), arguments(d, "searchedBy")
		t.SortedBy, t.ComparedBy, t.Broader = argument(d, "sortedBy"), argument(d, "comparedBy"), argument(d, "broader")
		t.number(argument(d, "numberedBy"))
	}
	if d := def.Directives.ForName("validity"); d != nil {
		t.Validity = &Validity{From: argument(d, "from"), To: argument(d, "to")}
	}
	for _, f := range def.Fields {
		if !strings.HasPrefix(f.Name, "__") {
			t.fields[f.Name] = m.readField(def, f)
			t.names = append(t.names, f.Name)
		}
	}
	return t
}

// number has lists of a type be ordered by a stored number that is not among its fields.
func (t *Type) number(name string) {
	if name == "" {
		return
	}
	t.NumberedBy = name
	t.fields[name] = &Field{Name: name, Owner: t.Name, Declared: t.Name, Kind: Property, Property: name, Target: "Int",
		Def: &ast.FieldDefinition{Name: name, Type: ast.NonNullNamedType("Int", nil)}}
}

// readField takes a field's directives from the field itself or, so that they stand once, from the interface it implements.
func (m *Model) readField(def *ast.Definition, f *ast.FieldDefinition) *Field {
	directives, declared := f.Directives, def.Name
	for _, name := range def.Interfaces {
		if inherited := m.Schema.Types[name].Fields.ForName(f.Name); inherited != nil && len(directives) == 0 {
			directives, declared = inherited.Directives, name
		}
	}
	field := &Field{Name: f.Name, Owner: def.Name, Declared: declared, Def: f, Property: f.Name, Target: f.Type.Name(), List: f.Type.Elem != nil}
	if node := m.nodeOf(field.Target); node != "" {
		field.Connection, field.Target = true, node
	}
	if node := m.edgeOf(field.Target); node != "" {
		field.Target = node
	}
	for _, d := range directives {
		field.take(d)
	}
	return field
}

// edgeOf gives the type of an edge's node, "" for any other type.
func (m *Model) edgeOf(name string) string {
	def := m.Schema.Types[name]
	if !strings.HasSuffix(name, "Edge") || def.Fields.ForName("node") == nil {
		return ""
	}
	return def.Fields.ForName("node").Type.Name()
}

// nodeOf gives the type of a connection's nodes, "" for any other type.
func (m *Model) nodeOf(name string) string {
	def := m.Schema.Types[name]
	if !strings.HasSuffix(name, "Connection") || def.Fields.ForName("nodes") == nil {
		return ""
	}
	return def.Fields.ForName("nodes").Type.Name()
}

func (f *Field) take(d *ast.Directive) {
	switch d.Name {
	case "property":
		f.Property = argument(d, "name")
	case "onDay":
		f.OnDay, f.Current, f.Shown = argument(d, "expression"), argument(d, "expression"), argument(d, "shown") == "true"
		if past := argument(d, "past"); past != "" {
			f.OnDay = "CASE WHEN past(this:" + f.Declared + ") THEN " + past + " ELSE " + f.Current + " END"
		}
	case "relationship":
		f.Kind, f.RelType, f.Direction = Relationship, argument(d, "type"), argument(d, "direction")
		f.Through, f.ThroughType = argument(d, "through"), argument(d, "then")
	case "embedded":
		f.Kind, f.Prefix = Embedded, argument(d, "prefix")
	case "cypher":
		f.Kind, f.Cypher, f.Statement = Expression, argument(d, "expression"), argument(d, "statement")
		f.Then = argument(d, "then")
	case "computed":
		f.Kind, f.Requires, f.Gathers = Computed, arguments(d, "requires"), arguments(d, "gathers")
	case "gathered":
		f.Kind, f.Of, f.As = Gathered, argument(d, "from"), argument(d, "as")
	case "count":
		f.Kind, f.Of = Count, argument(d, "of")
	case "facet":
		f.Kind, f.Of, f.Within = Facet, argument(d, "of"), argument(d, "by") == "WITHIN"
	case "result":
		f.Kind = Result
	case "composed", "worded", "fromFile":
		f.Kind = Composed
	}
}

// argument gives a directive's argument, or the default that its definition declares.
func argument(d *ast.Directive, name string) string {
	if a := d.Arguments.ForName(name); a != nil {
		return a.Value.Raw
	}
	if def := d.Definition.Arguments.ForName(name); def != nil && def.DefaultValue != nil {
		return def.DefaultValue.Raw
	}
	return ""
}

func arguments(d *ast.Directive, name string) []string {
	var values []string
	if a := d.Arguments.ForName(name); a != nil {
		for _, child := range a.Value.Children {
			values = append(values, child.Value.Raw)
		}
	}
	return values
}

// Named gives the type of the record that an argument names, nil when it names none.
func (m *Model) Named(a *ast.ArgumentDefinition) *Type {
	d := a.Directives.ForName("names")
	if d == nil {
		d = m.Schema.Types[a.Type.Name()].Directives.ForName("names")
	}
	if d == nil {
		return nil
	}
	return m.types[argument(d, "type")]
}

// Lookup gives the root field that finds a record of a type by its keys: that of the type itself, or else the one for all records.
func (m *Model) Lookup(t *Type) *Field {
	for _, f := range m.types["Query"].Fields() {
		if f.Kind == Property && f.Target == t.Name && !f.List && !f.Connection {
			return f
		}
	}
	return m.types["Query"].fields["node"]
}

// Chain is how a chain of records goes by a relation: through a node of a label, or straight where there is none, by relationships.
type Chain struct {
	Relation string
	Label    string
	By       []string
}

// Chains gives the relations that a chain may go by, in the order of their declaration.
func (m *Model) Chains() []Chain {
	var chains []Chain
	for _, value := range m.Schema.Types["PathRelation"].EnumValues {
		if d := value.Directives.ForName("chain"); d != nil {
			chains = append(chains, Chain{Relation: value.Name, Label: argument(d, "label"), By: arguments(d, "by")})
		}
	}
	return chains
}
