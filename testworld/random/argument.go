package random

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"partnernet/model"
)

// arguments draws a field's arguments. Those that are asked for by name are given, or not, as is said.
func (d *drawing) arguments(f *model.Field, given map[string]bool) string {
	var args []string
	var order any
	for _, a := range f.Def.Arguments {
		give, fixed := given[a.Name]
		if !fixed {
			give = a.Type.NonNull || d.chance(max(usually[a.Name], 2), a.Name)
		}
		if !give {
			continue
		}
		v := d.argument(f, a, order)
		if a.Name == "orderBy" {
			order = v
		}
		if v != nil || !a.Type.NonNull && a.Name != "after" {
			args = append(args, a.Name+": "+d.written(a.Type, v))
		}
	}
	return list("(", args, ", ", ")")
}

// usually tells how seldom an argument is given: one time in so many, in two when it is not said.
var usually = map[string]int{"first": 3, "after": 3, "asOf": 4}

// argument draws a value for an argument, nil for null.
func (d *drawing) argument(f *model.Field, a *ast.ArgumentDefinition, order any) any {
	if !a.Type.NonNull && a.Directives.ForName("filter") == nil && d.chance(10, "null") {
		return nil
	}
	target := d.Model.Type(f.Target)
	switch a.Name {
	case "filter":
		def := d.Model.Schema.Types[a.Type.Name()]
		return d.filter(def, d.subject(def, f), 2)
	case "orderBy":
		return d.order(d.Model.Schema.Types[a.Type.Name()])
	case "first":
		return rapid.SampledFrom([]int64{0, 1, 2, 3, 100}).Draw(d.t, "first")
	case "after":
		return d.after(target, order)
	}
	if filter := a.Directives.ForName("filter"); filter != nil {
		return d.condition(target, a.Name, a.Type, filter, 1)
	}
	if bounds := a.Directives.ForName("range"); bounds != nil {
		of := bounds.ArgumentMap(nil)
		return rapid.Int64Range(of["least"].(int64), of["most"].(int64)).Draw(d.t, a.Name)
	}
	return d.input(a.Type)
}

// order draws the value of an orderBy argument.
func (d *drawing) order(def *ast.Definition) any {
	values := d.Model.Schema.Types[def.Fields.ForName("field").Type.Name()].EnumValues
	order := map[string]any{"field": Pick(d.t, "orderBy", values).Name}
	if direction := Pick(d.t, "direction", []string{"", "ASC", "DESC", "DESC"}); direction != "" {
		order["direction"] = direction
	}
	return order
}

// after draws a cursor of a list of the target's type in this order, nil when there is none.
func (d *drawing) after(target *model.Type, order any) any {
	for _, f := range d.Model.Type("Query").Fields() {
		if f.Connection && f.Kind == model.Property && f.Target == target.Name {
			if cursors := d.Cursors(f, order); len(cursors) > 0 {
				c := rapid.SampledFrom(cursors).Draw(d.t, "after")
				d.cursors[c.Text] = c.Node
				return c.Text
			}
		}
	}
	return nil
}

// input draws a value of an input type that is no condition.
func (d *drawing) input(t *ast.Type) any {
	def := d.Model.Schema.Types[t.Name()]
	switch {
	case def.Name == "ID":
		return d.compared(d.Model.Type("Record"), d.Model.Type("Record").Field("id"), def)
	case def.Directives.ForName("oneOf") != nil:
		f := rapid.SampledFrom(def.Fields).Draw(d.t, def.Name)
		of := d.Model.Type(strings.TrimSuffix(def.Name, "Ref"))
		return map[string]any{f.Name: d.compared(of, of.Field(f.Name), d.Model.Schema.Types[f.Type.Name()])}
	case def.Name == "MoneyInput":
		return map[string]any{"amount": rapid.SampledFrom(decimals).Draw(d.t, "amount"), "currency": "SEK"}
	case def.Kind == ast.InputObject && t.Elem != nil:
		items := []any{}
		for range rapid.IntRange(0, 2).Draw(d.t, "items") {
			items = append(items, d.input(t.Elem))
		}
		return items
	case def.Kind == ast.InputObject:
		object := map[string]any{}
		for _, f := range def.Fields {
			object[f.Name] = d.input(f.Type)
		}
		return object
	}
	return plainValue(value(d.t, def))
}

// plainValue gives a stored value as a variable holds it.
func plainValue(v any) any {
	switch v := v.(type) {
	case civil.Date:
		return v.String()
	case time.Time:
		return v.Format(time.RFC3339Nano)
	}
	return v
}

// written writes a value into the document, as a literal or as a variable. A variable is given, or left to its default,
// or, for null, not given at all.
func (d *drawing) written(t *ast.Type, v any) string {
	if !d.chance(3, "variable") {
		return d.literal(t, v)
	}
	name := d.name("v")
	declared := "$" + name + ": " + t.String()
	switch {
	case v == nil && d.chance(2, "absent"):
	case v != nil && d.chance(4, "default"):
		declared += " = " + d.constant(t, v)
	default:
		d.variables[name] = v
	}
	d.declared = append(d.declared, declared)
	return "$" + name
}

// literal writes a value; what is within it may be a variable again.
func (d *drawing) literal(t *ast.Type, v any) string { return d.literalOf(t, v, d.written) }

// constant writes a value without variables.
func (d *drawing) constant(t *ast.Type, v any) string { return d.literalOf(t, v, d.constant) }

func (d *drawing) literalOf(t *ast.Type, v any, inner func(*ast.Type, any) string) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = inner(t.Elem, item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any:
		def := d.Model.Schema.Types[t.Name()]
		var fields []string
		for _, name := range slices.Sorted(maps.Keys(v)) {
			of := *def.Fields.ForName(name).Type
			of.NonNull = of.NonNull || def.Directives.ForName("oneOf") != nil
			fields = append(fields, name+": "+inner(&of, v[name]))
		}
		return "{" + strings.Join(fields, ", ") + "}"
	case string:
		if len(d.Model.Schema.Types[t.Name()].EnumValues) > 0 {
			return v
		}
		text, _ := json.Marshal(v) // a text always marshals
		return string(text)
	}
	return fmt.Sprint(v)
}

// typeOf reads a named type.
func typeOf(text string) *ast.Type {
	name, nonNull := strings.CutSuffix(text, "!")
	return &ast.Type{NamedType: name, NonNull: nonNull}
}
