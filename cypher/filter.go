package cypher

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
)

// conditions reads the arguments by which a list is asked: its filter, and those that are conditions themselves.
func (b *build) conditions(src source, f *model.Field, args place, sc scope) ([]string, error) {
	var where []string
	for _, a := range f.Def.Arguments {
		given := args.at(a.Name)
		if given.value == nil {
			continue
		}
		if a.Name == "filter" {
			condition, err := b.filter(src.variable, b.model.Schema.Types[a.Type.Name()], src.target, given, sc)
			if err != nil {
				return nil, err
			}
			where = append(where, condition...)
			continue
		}
		if a.Directives.ForName("filter") != nil {
			condition, err := b.argumentCondition(src.variable, src.target, a, given, sc)
			if err != nil {
				return nil, err
			}
			where = append(where, condition)
		}
	}
	return where, nil
}

func (b *build) argumentCondition(variable string, target *model.Type, a *ast.ArgumentDefinition, value place, sc scope) (string, error) {
	return b.condition(variable, target, condition{a.Name, a.Type, a.Directives}, value, sc)
}

// filter gives the conditions of a filter's fields, all of which must hold. A field that is null asks nothing.
func (b *build) filter(variable string, def *ast.Definition, target *model.Type, value place, sc scope) ([]string, error) {
	var where []string
	for _, f := range def.Fields {
		given := value.at(f.Name)
		if given.value == nil {
			continue
		}
		condition, err := b.filterField(variable, def, f, target, given, sc)
		if err != nil {
			return nil, err
		}
		where = append(where, condition)
	}
	return where, nil
}

func (b *build) filterField(variable string, def *ast.Definition, f *ast.FieldDefinition, target *model.Type, value place, sc scope) (string, error) {
	switch f.Name {
	case "and":
		return b.combine(variable, def, target, value.items(), sc, " AND ", "true")
	case "or":
		return b.combine(variable, def, target, value.items(), sc, " OR ", "false")
	case "not":
		return b.negation(variable, def, target, value, sc)
	}
	return b.condition(variable, target, condition{f.Name, f.Type, f.Directives}, value, sc)
}

// negation gives the condition that a filter is known not to hold. Below it counts what may hold instead of what holds, and the other
// way round below the next one: where unknown values end up inside an EXISTS, it is too late to tell them from false ones.
func (b *build) negation(variable string, def *ast.Definition, target *model.Type, value place, sc scope) (string, error) {
	sc.denied = !sc.denied
	inner, err := b.combine(variable, def, target, []place{value}, sc, " AND ", "true")
	if sc.denied {
		return "NOT " + inner, err
	}
	return "NOT coalesce(" + inner + ", false)", err
}

// combine joins the filters of a list; of none, all hold and any does not.
func (b *build) combine(variable string, def *ast.Definition, target *model.Type, list []place, sc scope, operator, empty string) (string, error) {
	terms := make([]string, 0, len(list))
	for _, item := range list {
		where, err := b.filter(variable, def, target, item, sc)
		if err != nil {
			return "", err
		}
		terms = append(terms, all(where))
	}
	if len(terms) == 0 {
		return empty, nil
	}
	return "(" + strings.Join(terms, operator) + ")", nil
}

// all joins conditions of which every one must hold.
func all(where []string) string {
	if len(where) == 0 {
		return "true"
	}
	return "(" + strings.Join(where, " AND ") + ")"
}

// condition is an input field or argument that asks something of a field.
type condition struct {
	name       string
	typ        *ast.Type
	directives ast.DirectiveList
}

// fieldAndComparison gives the name of the field that is asked about, and the comparison.
func (a condition) fieldAndComparison() (field, by string) {
	if d := a.directives.ForName("filter"); d != nil {
		if f := d.Arguments.ForName("field"); f != nil {
			return f.Value.Raw, comparison(a.directives)
		}
	}
	return a.name, comparison(a.directives)
}

// comparison gives what a @filter directive asks, EQUAL by default.
func comparison(directives ast.DirectiveList) string {
	if d := directives.ForName("filter"); d != nil {
		if by := d.Arguments.ForName("by"); by != nil {
			return by.Value.Raw
		}
	}
	return "EQUAL"
}

// condition gives the Cypher of one comparison: null on an unknown value, or true where all that may hold counts.
func (b *build) condition(variable string, target *model.Type, a condition, value place, sc scope) (string, error) {
	name, by := a.fieldAndComparison()
	if by == "TEXT" {
		return sc.compared(variable+".searchText", variable+".searchText CONTAINS toString("+b.param(sought(value))+")"), nil // an index of texts is used where it is known that a text is sought
	}
	field := target.Field(name)
	if by == "SOME" || by == "WITHIN" {
		return b.some(variable, field, a, value, sc)
	}
	if field.Kind == model.Relationship {
		return b.relatedCondition(variable, field, by, value, sc)
	}
	stored := b.stored(variable, field, sc)
	operators := map[string]string{"EQUAL": " = ", "ANY_OF": " IN ", "FROM": " >= ", "TO": " <= "}
	if by == "PRESENT" {
		return "(" + stored + " IS NOT NULL) = " + b.param(value.origin), nil
	}
	if name == "id" && b.sensitive(target) {
		return "(" + variable + ":Record AND " + stored + operators[by] + b.param(value.origin) + ")", nil // ids are indexed by this label
	}
	if field.List {
		return sc.compared(stored, "any(item IN "+stored+" WHERE item"+operators[by]+b.param(value.origin)+")"), nil
	}
	return sc.compared(stored, stored+operators[by]+b.param(value.origin)), nil
}

// sought gives a text in the form in which texts are looked for.
func sought(value place) origin {
	return func(v *values) (any, error) {
		text, _ := value.in(v).(string)
		return soughtText(text, value.name())
	}
}

// compared completes a comparison with a stored value by what an unknown one means.
func (sc scope) compared(stored, comparison string) string {
	if sc.denied {
		return "(" + stored + " IS NULL OR " + comparison + ")"
	}
	return comparison
}

// relatedCondition asks whether there is a related record at all, or whether the one with a given id is related.
func (b *build) relatedCondition(variable string, field *model.Field, by string, value place, sc scope) (string, error) {
	src := b.related(variable, field)
	where := append(b.exists(src.variable, src.target, field), b.inForce(src.variable, src.target, sc)...)
	if by == "PRESENT" {
		return "(" + src.exists(where) + ") = " + b.param(value.origin), nil
	}
	return b.orUntold(variable, field, src.exists(append(where, src.variable+".id = "+b.param(value.origin))), sc), nil
}

// some asks for a related node that exists for the viewer, holds on the day and matches a filter of its own type. A filter that asks nothing asks whether there is one.
func (b *build) some(variable string, field *model.Field, a condition, value place, sc scope) (string, error) {
	src, where, err := b.someSource(variable, field, a, value, sc)
	if err != nil {
		return "", err
	}
	if asked, _ := value.value.(map[string]any); len(asked) == 0 {
		return src.exists(where), nil
	}
	return b.orUntold(variable, field, src.exists(where), sc), nil
}

// orUntold completes a condition on related records by what it means that there is none where there can be one: that it is not known, so that the condition may hold.
func (b *build) orUntold(variable string, field *model.Field, condition string, sc scope) string {
	if !sc.denied || !field.LeadsToOne() || field.Def.Type.NonNull {
		return condition
	}
	src := b.related(variable, field)
	return "(NOT " + src.exists(b.exists(src.variable, src.target, field)) + " OR " + condition + ")"
}

func (b *build) someSource(variable string, field *model.Field, a condition, value place, sc scope) (source, []string, error) {
	def := b.model.Schema.Types[a.typ.Name()]
	narrowed := *field
	if name := strings.TrimSuffix(def.Name, "Filter"); b.model.Type(name) != nil {
		narrowed.Target = name
	}
	src := b.related(variable, &narrowed)
	reached, where := src, b.exists(src.variable, src.target, field)
	if comparison(a.directives) == "WITHIN" {
		src = b.orAbove(src)
	}
	conditions, err := b.filter(src.variable, def, src.target, value, sc)
	if err != nil {
		return src, nil, err
	}
	where = append(where, b.inForce(reached.variable, reached.target, sc)...)
	return src, append(where, conditions...), nil
}
