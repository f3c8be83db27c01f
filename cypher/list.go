package cypher

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
)

// source is where the nodes of a list come from.
type source struct {
	variable string
	pattern  string
	target   *model.Type
	distinct bool     // the pattern may meet one node more than once
	joined   []string // the variables of nodes that the pattern meets besides, one for each of its nodes
	narrowed bool     // something is asked of the nodes, so that they are fewer than all of their type
	begun    bool     // those that begin later than the read's day are left out
	gathered string   // the variable that holds what the pattern met, for what is asked of it more than once; empty when it is asked once
	state    onceOnly // the state of each on the read's day, where more than one clause may ask for it
}

// onceOnly is an expression that is worked out once for each node, under a name. It has none where nothing is.
type onceOnly struct{ name, expression string }

// asks says whether a condition asks for what is worked out.
func (o onceOnly) asks(condition string) bool {
	return o.name != "" && regexp.MustCompile(`\b`+o.name+`\b`).MatchString(condition)
}

// related gives the nodes at the other end of a field's relationship.
func (b *build) related(parent string, f *model.Field) source {
	v := b.variable("n")
	left, right := "-", "->"
	switch f.Direction {
	case "IN":
		left, right = "<-", "-"
	case "BOTH":
		right = "-"
	}
	between := left + "[:" + f.RelType + "]" + right
	if f.Through != "" {
		between += "(:" + f.Through + ")" + left + "[:" + f.ThroughType + "]" + right
	}
	return source{
		variable: v,
		pattern:  "(" + parent + ")" + between + b.pattern(v, f.Target),
		target:   b.model.Type(f.Target),
		distinct: f.Direction == "BOTH" || f.Through != "",
	}
}

// orAbove gives the nodes of a source and those above them in their hierarchy; a node is met once for each way up to it.
func (b *build) orAbove(s source) source {
	above := b.variable("n")
	pattern, _ := strings.CutPrefix(b.within(s.variable, s.target, above), "("+s.variable+")")
	s.variable, s.pattern, s.distinct = above, s.pattern+pattern, true
	return s
}

// names are those of all that the clauses which meet the nodes name.
func (s source) names() []string {
	names := append([]string{s.variable}, s.joined...)
	if s.state.name != "" {
		names = append(names, s.state.name)
	}
	return names
}

// variables gives all that the clauses which meet the nodes name.
func (s source) variables() string { return strings.Join(s.names(), ", ") }

// match gives the clauses that meet the nodes for which the conditions hold.
func (s source) match(where []string) string {
	clauses := []string{"MATCH " + s.pattern, whereClause(where)}
	switch {
	case s.gathered != "":
		clauses = []string{"UNWIND " + s.gathered + " AS met", "WITH " + s.unpackGathered(), whereClause(where)}
	case s.state.name != "":
		asked := slices.DeleteFunc(slices.Clone(where), func(c string) bool { return !s.state.asks(c) })
		met := slices.DeleteFunc(slices.Clone(where), s.state.asks)
		with := append([]string{s.variable}, s.joined...)
		clauses = []string{"MATCH " + s.pattern, whereClause(met), "WITH " + strings.Join(with, ", ") + ", " + s.state.expression + " AS " + s.state.name, whereClause(asked)}
	}
	return strings.Join(slices.DeleteFunc(clauses, func(c string) bool { return c == "" }), "\n")
}

// unpackGathered gives what is gathered its names again.
func (s source) unpackGathered() string {
	names := s.names()
	for i, v := range names {
		names[i] = fmt.Sprintf("met[%d] AS %s", i, v)
	}
	return strings.Join(names, ", ")
}

func (s source) exists(where []string) string {
	return "EXISTS { MATCH " + strings.TrimSpace(s.pattern+" "+whereClause(where)) + " }"
}

// count counts the nodes for which the conditions hold, no further than the bound if there is one.
func (s source) count(where []string, bound string) string {
	text := strings.ReplaceAll(s.match(where), "\n", " ")
	if s.distinct {
		text += " RETURN DISTINCT " + s.variable
	} else if bound != "" || s.state.name != "" {
		text += " RETURN " + s.variable
	}
	if bound != "" {
		text += " LIMIT " + bound
	}
	return "COUNT { " + text + " }"
}

// list reads the nodes of a source: those that exist for the viewer, hold on the day and match the field's arguments.
func (b *build) list(src source, f *model.Field, use *selected, args place, sc scope) (part, error) {
	src, where := b.existing(src, f)
	standing := args.at("standing").text()
	if src.begun = standing == inForce; src.begun {
		src.state = b.stateOnce(src, sc)
	}
	where = append(where, b.standing(src.variable, src.target, standing, sc)...)
	conditions, err := b.conditions(src, f, args, sc)
	if err != nil {
		return part{}, err
	}
	where, src.narrowed = append(where, conditions...), len(conditions) > 0
	keys := b.order(src, f, args, sc)
	if f.Connection {
		return b.connection(src, where, keys, f, use, args, sc)
	}
	p, err := b.record(src.variable, src.target, use.selections, sc)
	if err != nil {
		return part{}, err
	}
	p.cypher = collect(src.match(where), keys.order(src), "RETURN "+p.cypher)
	return p, nil
}

func (s source) with() string {
	if s.distinct {
		return "WITH DISTINCT " + s.variables()
	}
	return "WITH " + s.variables()
}

// key is one value that a list is ordered by. Unknown values come last either way. A key that every record has can be read
// from an index instead of sorting the whole list for a page.
type key struct {
	expression string
	descending bool
	as         string // the variable that holds its value for all that ask for it; empty where it is read as a property
	stored     bool   // it is a property as it is stored
	known      bool   // every record has a value
}

// value gives what reads the key of a row once the list is ordered.
func (k key) value() string { return cmp.Or(k.as, k.expression) }

// ordering is a list's keys and the name by which its cursors know it.
type ordering struct {
	name string
	keys []key
}

// order gives the clause that brings the nodes of a source into the order.
func (o ordering) order(s source) string {
	clause, terms := s.with(), make([]string, 0, len(o.keys))
	for _, k := range o.keys {
		if k.as != "" {
			clause += ", " + k.expression + " AS " + k.as
		}
		switch {
		case !k.descending:
			terms = append(terms, k.value())
		case k.known:
			terms = append(terms, k.value()+" DESC")
		default:
			terms = append(terms, k.value()+" IS NULL", k.value()+" DESC")
		}
	}
	if len(terms) == 0 {
		return clause
	}
	return clause + " ORDER BY " + strings.Join(terms, ", ")
}

// values gives the keys of a row, for its cursor.
func (o ordering) values() string {
	terms := make([]string, len(o.keys))
	for i, k := range o.keys {
		terms[i] = k.value()
	}
	return "[" + strings.Join(terms, ", ") + "]"
}

// order reads the field's orderBy argument, or the order that the type's lists have by default. The id breaks every tie.
func (b *build) order(src source, f *model.Field, args place, sc scope) ordering {
	o := ordering{name: src.target.Name}
	if order := args.at("orderBy"); order.value != nil {
		name, direction := order.at("field").text(), order.at("direction").text()
		def := b.model.Schema.Types[f.Def.Arguments.ForName("orderBy").Type.Name()]
		value := b.model.Schema.Types[def.Fields.ForName("field").Type.Name()].EnumValues.ForName(name)
		field := value.Directives.ForName("order").Arguments.ForName("field").Value.Raw
		o.name += " " + name + " " + direction
		o.keys = append(o.keys, b.orderKey(src, field, direction == "DESC", sc))
	} else {
		for _, field := range src.target.OrderedBy {
			o.keys = append(o.keys, b.ownKey(src, field, sc))
		}
	}
	if b.sensitive(src.target) {
		o.keys = append(o.keys, key{expression: src.variable + ".id", known: true})
	}
	for i, k := range o.keys {
		if !property.MatchString(k.expression) {
			o.keys[i].as = b.variable("key")
		}
	}
	return o
}

// property is an expression that reads a property of a node, and nothing more.
var property = regexp.MustCompile(`^\w+\.\w+$`)

// ownKey orders by a field that lists of the type have their order of. What is stored has the order of what it reads as, such as a place
// among what the viewer sees, which would have to be worked out for each record.
func (b *build) ownKey(src source, name string, sc scope) key {
	k := b.orderKey(src, name, false, sc)
	if f := src.target.Field(name); readOnDay(f) {
		k.expression = src.variable + "." + f.Property
	}
	return k
}

// orderKey orders names by their collation key, enums by their declaration and related records by their names.
func (b *build) orderKey(src source, name string, descending bool, sc scope) key {
	f := src.target.Field(name)
	if f.Kind == model.Relationship {
		return key{expression: b.relatedSortKey(src.variable, f), descending: descending}
	}
	k := key{expression: b.stored(src.variable, f, sc), descending: descending, stored: f.Kind == model.Property && !readOnDay(f)}
	k.known = k.stored && f.Def.Type.NonNull
	if name == src.target.SortedBy {
		k.expression = src.variable + ".sortKey"
	}
	if def := b.model.Schema.Types[f.Target]; len(def.EnumValues) > 0 {
		k.expression, k.stored = rank(k.expression, def), false
	}
	return k
}

// relatedSortKey gives the collation key of the one record that a field leads to.
func (b *build) relatedSortKey(variable string, f *model.Field) string {
	if joined, known := b.joined[end{variable, f.RelType}]; known {
		return joined + ".sortKey"
	}
	related := b.related(variable, f)
	where := whereClause(b.exists(related.variable, related.target, f))
	return "head([" + strings.TrimSpace(related.pattern+" "+where) + " | " + related.variable + ".sortKey])"
}

// rank gives the place of an enum's value in its declaration.
func rank(expression string, def *ast.Definition) string {
	cases := make([]string, len(def.EnumValues))
	for i, v := range def.EnumValues {
		cases[i] = fmt.Sprintf("WHEN '%s' THEN %d", v.Name, i)
	}
	return "CASE " + expression + " " + strings.Join(cases, " ") + " END"
}

// readOnDay says whether the value that a field is compared by hangs on the day.
func readOnDay(f *model.Field) bool { return f.OnDay != "" && !f.Shown }

// stored gives the expression of a field that filters, orders and facets may use.
func (b *build) stored(variable string, f *model.Field, sc scope) string {
	switch {
	case f.Kind == model.Expression:
		return b.splice(f.Cypher, variable, place{}, sc)
	case readOnDay(f):
		return b.onDay(variable, f, sc)
	}
	return variable + "." + f.Property
}

// onDay gives the expression of a stored value as it reads on the read's day. Of a relation that is in force, the state is worked out already.
func (b *build) onDay(variable string, f *model.Field, sc scope) string {
	if name, known := b.states[moment{variable, sc.asOf}]; known && f.Current != f.OnDay {
		return name
	}
	return b.splice(f.OnDay, variable, place{}, sc)
}
