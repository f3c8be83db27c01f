package cypher

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/model"
	"partnernet/registry"
)

// naming is that an argument of the root field names a record: by which key, and where the answer has what answers to it.
type naming struct {
	argument string // its place: network.acronym
	typeName string
	key      string
	value    place
	found    string // the variable of the records that answer to it, two at most
	record   string // the variable of the first of them
	others   string // an expression of what others go by; empty where people give the key by no name
}

// names looks for the records that the root field's arguments name, so that the field's statement can begin at them.
func (b *build) names(field *model.Field, args place, sc scope) ([]string, error) {
	var found, records []string
	for _, a := range field.Def.Arguments {
		target := b.model.Named(a)
		if target == nil || args.at(a.Name).value == nil {
			continue
		}
		n, find, err := b.naming(a, target, args.at(a.Name), sc)
		if err != nil {
			return nil, err
		}
		b.plan.names = append(b.plan.names, n)
		b.named[argument{args.field, "$" + a.Name}] = n.record
		found, records = append(found, find+" AS "+n.found), append(records, "head("+n.found+") AS "+n.record)
	}
	if found == nil {
		return nil, nil
	}
	return []string{"WITH " + strings.Join(found, ", "), "WITH *, " + strings.Join(records, ", ")}, nil
}

// naming gives how an argument names a record, and the expression that finds it as the root field for its type does.
func (b *build) naming(a *ast.ArgumentDefinition, target *model.Type, value place, sc scope) (naming, string, error) {
	lookup := b.model.Lookup(target)
	key := lookup.Def.Arguments.ForName("id")
	if b.model.Schema.Types[a.Type.Name()].Kind == ast.InputObject {
		var err error
		if key, err = oneKey(lookup, value); err != nil {
			return naming{}, "", fault.Within(a.Name, err)
		}
		value = value.at(key.Name)
	}
	v, find, err := b.answering(target, key, value, func(source) ([]string, error) { return nil, nil }, sc)
	if err != nil {
		return naming{}, "", err
	}
	n := naming{argument: value.name(), typeName: target.Name, key: key.Name, value: value, found: b.variable("found"), record: b.variable("named")}
	if key.Name != "id" {
		other := b.variable("n")
		n.others = collect("MATCH "+b.pattern(other, target.Name), whereClause(append(b.exists(other, target, nil), "size("+n.found+") = 0")),
			"RETURN DISTINCT "+other+"."+target.Field(key.Name).Property+" AS name", "ORDER BY name")
	}
	return n, collect(append(find, "RETURN "+v, "LIMIT 2")...), nil
}

// withNames puts the look-up before the field's own part, and beside its answer how many records answer to each argument. The answer is a
// projection of its own, with all variables as its grouping keys: Neo4j refuses aggregations below one that names them in any other way.
func (b *build) withNames(names []string, p part) part {
	if names == nil {
		return p
	}
	var keys []string
	columns := []string{"answered"}
	for _, n := range b.plan.names {
		others := n.others
		if others == "" {
			others = "[]"
		}
		keys, columns = append(keys, n.found, n.record), append(columns, "[size("+n.found+"), "+others+"]")
	}
	before := slices.Concat(names, p.before, []string{"WITH " + strings.Join(keys, ", ") + ", " + p.cypher + " AS answered"})
	return part{before: before, cypher: "[" + strings.Join(columns, ", ") + "]", shape: p.shape}
}

// checkNamedFound asks that each argument which names a record is answered to by one. It gives the first error.
func (p *plan) checkNamedFound(rows []any, v *values) error {
	for i, n := range p.names {
		row, _ := rows[i].([]any)
		others, _ := row[1].([]any)
		switch row[0] {
		case int64(1):
		case int64(0):
			return n.notFound(others, v)
		default:
			return fault.New(fault.Conflict, "more than one record answers to %q. Name the one you mean by its id.", n.value.in(v)).In(n.argument)
		}
	}
	return nil
}

// notFound tells that no record that the viewer may see answers to an argument, and what would.
func (n naming) notFound(others []any, v *values) error {
	var what any = registry.TypeWord(n.typeName)
	if n.typeName == "Waypoint" {
		what = fault.New(fault.NotFound, "organisation, network, project, partnership or programme")
	}
	wanted, _ := n.value.in(v).(string)
	remedy := fault.New(fault.NotFound, "Take an id from a list or a search.")
	if near := nearest(wanted, others); len(near) > 0 {
		remedy = fault.New(fault.NotFound, "There are %s.", strings.Join(near, ", "))
	}
	return fault.New(fault.NotFound, "there is no %s with the %s %.80q that you may see. %s", what, n.key, wanted, remedy).In(n.argument)
}

// mostNear is how many names an error tells of.
const mostNear = 5

// nearest gives the names that are the most like the wanted one.
func nearest(wanted string, others []any) []string {
	names := make([]string, 0, len(others))
	for _, other := range others {
		if name, ok := other.(string); ok {
			names = append(names, name)
		}
	}
	distance := func(name string) int {
		return levenshtein.ComputeDistance(strings.ToLower(wanted), strings.ToLower(name))
	}
	slices.SortStableFunc(names, func(a, b string) int { return distance(a) - distance(b) })
	return names[:min(mostNear, len(names))]
}
