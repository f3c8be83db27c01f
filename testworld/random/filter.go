package random

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"partnernet/model"
)

// filter draws conditions on a type, so many levels deep at most.
func (d *drawing) filter(def *ast.Definition, target *model.Type, depth int) any {
	given := map[string]any{}
	for range rapid.SampledFrom([]int{1, 1, 2, 0}).Draw(d.t, "conditions") {
		f := Pick(d.t, def.Name, d.conditions(def))
		if v := d.filterField(def, f, target, depth); v != nil {
			given[f.Name] = v
		}
	}
	return given
}

// conditions gives what a filter's condition is drawn from: either those that join others, or those that do not.
func (d *drawing) conditions(def *ast.Definition) ast.FieldList {
	var joining, single ast.FieldList
	for _, f := range def.Fields {
		if f.Type.Name() == def.Name && f.Directives.ForName("filter") == nil {
			joining = append(joining, f)
		} else {
			single = append(single, f)
		}
	}
	if len(joining) > 0 && d.chance(3, "joining") {
		return joining
	}
	return single
}

func (d *drawing) filterField(def *ast.Definition, f *ast.FieldDefinition, target *model.Type, depth int) any {
	switch {
	case depth < 0:
		return nil
	case f.Name == "not":
		return d.filter(def, target, depth-1)
	case f.Name == "and" || f.Name == "or":
		terms := []any{}
		for range rapid.IntRange(0, 2).Draw(d.t, f.Name) {
			terms = append(terms, d.filter(def, target, depth-1))
		}
		return terms
	}
	return d.condition(target, f.Name, f.Type, f.Directives.ForName("filter"), depth)
}

// condition draws what a @filter directive compares a field with: mostly something that some record has.
func (d *drawing) condition(target *model.Type, name string, t *ast.Type, filter *ast.Directive, depth int) any {
	arguments := filter.ArgumentMap(nil)
	if of, ok := arguments["field"].(string); ok {
		name = of
	}
	def := d.Model.Schema.Types[t.Name()]
	switch {
	case arguments["by"] == "TEXT", arguments["by"] == "SEARCH":
		return d.words()
	case def.Name == "IdentifierInput":
		id := rapid.SampledFrom(identifiers).Draw(d.t, "identifier")
		return map[string]any{"scheme": id.scheme, "value": id.written}
	case arguments["by"] == "SOME", arguments["by"] == "WITHIN":
		return d.filter(def, d.subject(def, target.Field(name)), depth-1)
	}
	one := func() any { return d.compared(target, target.Field(name), def) }
	if t.Elem == nil || d.chance(4, "single") {
		return one() // a single value stands for a list of one
	}
	values := []any{}
	for range rapid.IntRange(0, 3).Draw(d.t, "values") {
		values = append(values, one())
	}
	return values
}

// subject gives the type that a filter is about: for one member of a union, that member.
func (d *drawing) subject(def *ast.Definition, f *model.Field) *model.Type {
	if t := d.Model.Type(def.Name[:max(len(def.Name)-len("Filter"), 0)]); t != nil {
		return t
	}
	return d.Model.Type(f.Target)
}

// words draws a piece of a word in some spelling.
func (d *drawing) words() any {
	return rapid.SampledFrom([]string{"sec", "MITT", "are", "åre", "KOMMUN", "østersund", "oster", "kommun AB", "stiftelsen are", "as", "return", "", "nothing has this"}).Draw(d.t, "text")
}

// compared draws a value that some node has in a field, or one that perhaps none has.
func (d *drawing) compared(target *model.Type, f *model.Field, def *ast.Definition) any {
	stored := f.Property
	if f.Kind == model.Relationship {
		target, stored = d.Model.Type("Record"), "id"
	}
	var values []any
	for _, n := range d.Graph.Nodes {
		if v := n.Values[stored]; v != nil && slices.Contains(target.Possible, n.Type) {
			values = append(values, plainValue(v))
		}
	}
	if def.Name != "Boolean" && len(values) > 0 && !d.chance(6, "other") {
		return Pick(d.t, f.Name, values)
	}
	return plainValue(value(d.t, def))
}
