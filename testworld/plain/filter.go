package plain

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
	"partnernet/registry"
)

// truth is the value of a condition. A condition on an unknown value is neither true nor false.
type truth int

// In this order a conjunction is the least and a disjunction the greatest of its terms, and a negation changes the sign.
const (
	no     truth = -1
	unsure truth = 0
	yes    truth = 1
)

func known(holds bool) truth {
	if holds {
		return yes
	}
	return no
}

// passes says whether a node meets the conditions among a field's arguments.
func (r *Reader) passes(n *Node, defs ast.ArgumentDefinitionList, args map[string]any, asOf civil.Date) truth {
	holds := yes
	for _, def := range defs {
		value := args[def.Name]
		if value == nil {
			continue
		}
		if def.Name == "filter" {
			holds = min(holds, r.filter(n, r.Model.Schema.Types[def.Type.Name()], value, asOf))
		} else if d := def.Directives.ForName("filter"); d != nil {
			holds = min(holds, r.condition(n, def.Name, def.Type, d, value, asOf))
		}
	}
	return holds
}

// filter says whether a node meets all conditions of an input object.
func (r *Reader) filter(n *Node, def *ast.Definition, given any, asOf civil.Date) truth {
	holds := yes
	for name, value := range given.(map[string]any) {
		holds = min(holds, r.filterField(n, def, def.Fields.ForName(name), value, asOf))
	}
	return holds
}

func (r *Reader) filterField(n *Node, def *ast.Definition, f *ast.FieldDefinition, value any, asOf civil.Date) truth {
	switch f.Name {
	case "and":
		holds := yes
		for _, term := range value.([]any) {
			holds = min(holds, r.filter(n, def, term, asOf))
		}
		return holds
	case "or":
		holds := no
		for _, term := range value.([]any) {
			holds = max(holds, r.filter(n, def, term, asOf))
		}
		return holds
	case "not":
		return -r.filter(n, def, value, asOf)
	}
	return r.condition(n, f.Name, f.Type, f.Directives.ForName("filter"), value, asOf)
}

// condition says whether a node's field compares with a value as a @filter directive says.
func (r *Reader) condition(n *Node, name string, t *ast.Type, filter *ast.Directive, value any, asOf civil.Date) truth {
	wanted := filter.ArgumentMap(nil)
	if of, ok := wanted["field"].(string); ok {
		name = of
	}
	if wanted["by"] == "TEXT" {
		return contains(n.Values["searchText"], value.(string))
	}
	f := r.Model.Type(n.Type).Field(name)
	switch {
	case wanted["by"] == "SOME":
		return r.some(n, f, r.Model.Schema.Types[t.Name()], value, asOf)
	case wanted["by"] == "WITHIN":
		return r.within(n, f, r.Model.Schema.Types[t.Name()], value, asOf)
	case f.Kind == model.Relationship:
		return r.isRelated(n, f, value, asOf)
	}
	return holds(r.stored(n, name, asOf), wanted["by"].(string), value)
}

// holds compares a stored value.
func holds(stored any, by string, value any) truth {
	switch {
	case by == "PRESENT":
		return known((stored != nil) == value)
	case stored == nil:
		return unsure
	}
	switch by {
	case "ANY_OF":
		for _, item := range value.([]any) {
			if compare(stored, item) == 0 {
				return yes
			}
		}
		return no
	case "FROM":
		return known(compare(stored, value) >= 0)
	case "TO":
		return known(compare(stored, value) <= 0)
	}
	return known(compare(stored, value) == 0)
}

func contains(searchText any, words string) truth {
	text, ok := searchText.(string)
	if !ok {
		return unsure
	}
	return known(strings.Contains(text, registry.SoughtText(words)))
}

// some says whether a related record, in force on the day, meets the conditions of its own type.
// A record of another type than theirs is known not to.
func (r *Reader) some(n *Node, f *model.Field, def *ast.Definition, given any, asOf civil.Date) truth {
	result := r.ofNone(n, f, given)
	for _, end := range r.related(n, f) {
		subject := strings.TrimSuffix(def.Name, "Filter")
		if r.Model.Type(subject) != nil && end.Type != subject || !r.Exists(end) || !r.inForce(end, asOf) {
			continue
		}
		result = max(result, r.filter(end, def, given, asOf))
	}
	return result
}

// within says whether a related record, or one above it, meets the conditions of its type.
func (r *Reader) within(n *Node, f *model.Field, def *ast.Definition, given any, asOf civil.Date) truth {
	result := r.ofNone(n, f, given)
	for _, end := range r.orAbove(n, f) {
		result = max(result, r.filter(end, def, given, asOf))
	}
	return result
}

// ofNone says what a condition on related records is where none meets it: unsure where a field that leads to one leads to none, unless it is asked whether there is one.
func (r *Reader) ofNone(n *Node, f *model.Field, given any) truth {
	asked, isFilter := given.(map[string]any)
	if f.LeadsToOne() && !(isFilter && len(asked) == 0) && !slices.ContainsFunc(r.related(n, f), r.Exists) {
		return unsure
	}
	return no
}

// orAbove gives the related records that exist for the viewer and those above them in their hierarchy, as far up as the viewer sees each.
func (r *Reader) orAbove(n *Node, f *model.Field) []*Node {
	broader := r.Model.Type(f.Target).Field(r.Model.Type(f.Target).Broader)
	found := slices.DeleteFunc(r.related(n, f), func(end *Node) bool { return !r.Exists(end) })
	for i := 0; i < len(found); i++ {
		for _, above := range r.related(found[i], broader) {
			if r.Exists(above) && !slices.Contains(found, above) {
				found = append(found, above)
			}
		}
	}
	return found
}

// isRelated says whether the record with an id is related.
func (r *Reader) isRelated(n *Node, f *model.Field, id any, asOf civil.Date) truth {
	for _, end := range r.related(n, f) {
		if end.Values["id"] == id && r.Exists(end) && r.inForce(end, asOf) {
			return yes
		}
	}
	return r.ofNone(n, f, id)
}

// stored gives the value by which a field filters, orders and counts.
func (r *Reader) stored(n *Node, name string, asOf civil.Date) any {
	f := r.Model.Type(n.Type).Field(name)
	if f == nil || f.Shown {
		return n.Values[name]
	}
	return r.shown(n, f, asOf)
}

// shown gives the value that a field shows.
func (r *Reader) shown(n *Node, f *model.Field, asOf civil.Date) any {
	if f.Kind == model.Expression || f.OnDay != "" {
		return expressionOf(n.Type, f.Name)(r, n, nil, asOf)
	}
	return n.Values[f.Property]
}
