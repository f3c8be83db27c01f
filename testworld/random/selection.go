package random

import (
	"maps"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"partnernet/model"
)

// choosing is one selection set being drawn.
type choosing struct {
	*drawing
	on     *model.Type // the type whose fields are chosen
	depth  int
	indent string
	free   bool              // a field may go by its own name: no fragment on another type may ask for another field by it
	chosen map[string]string // by response key: the field with its arguments, without its selection
}

// selection draws a selection set on a type.
func (d *drawing) selection(on *model.Type, depth int, indent string) string {
	c := &choosing{drawing: d, on: on, depth: depth, indent: indent + "  ", free: true, chosen: map[string]string{}}
	return c.set(indent)
}

func (c *choosing) set(indent string) string {
	var items []string
	for range Pick(c.t, "size", []int{1, 2, 3, 4}) {
		if item := c.item(); item != "" {
			items = append(items, c.indent+item)
		}
	}
	if len(items) == 0 {
		items = append(items, c.indent+"__typename")
	}
	return " {\n" + strings.Join(items, "\n") + "\n" + indent + "}"
}

// item draws one entry of a selection set.
func (c *choosing) item() string {
	c.budget--
	switch kind := rapid.IntRange(0, 11).Draw(c.t, "item"); {
	case (kind == 11 || len(c.on.Fields()) == 0 || c.on.Abstract && kind < 6) && c.depth > 0:
		return c.fragment()
	case kind == 10:
		return "__typename" + c.directive()
	case kind == 9:
		return c.again()
	}
	return c.field()
}

// field draws a field, by its own name or an alias.
func (c *choosing) field() string {
	fields := c.fields()
	if len(fields) == 0 {
		return ""
	}
	f := Pick(c.t, "field", c.preferred(fields))
	args := c.arguments(f, nil)
	key, own := f.Name, c.free || c.Model.Type("Record").Field(f.Name) != nil
	if args != "" || !own || c.chance(4, "alias") {
		key = c.name("a")
	}
	text := f.Name + args
	if key != f.Name {
		text = key + ": " + text
	}
	c.chosen[key] = text
	return text + c.directive() + c.below(f)
}

// preferred narrows fields, now and then, to connections, of which most can be asked, or to what is more than a stored value.
func (c *choosing) preferred(fields []*model.Field) []*model.Field {
	kind := Pick(c.t, "preferred", []int{0, 1, 2, 3})
	var narrowed []*model.Field
	for _, f := range fields {
		if kind == 1 && f.Connection || kind == 2 && f.Kind != model.Property && !f.Connection {
			narrowed = append(narrowed, f)
		}
	}
	if len(narrowed) == 0 {
		return fields
	}
	return narrowed
}

// again asks a second time for a response key, with another selection below it.
func (c *choosing) again() string {
	keys := slices.Sorted(maps.Keys(c.chosen))
	if len(keys) == 0 {
		return ""
	}
	key := rapid.SampledFrom(keys).Draw(c.t, "again")
	name := strings.TrimPrefix(c.chosen[key], key+": ")
	if end := strings.IndexAny(name, "("); end >= 0 {
		name = name[:end]
	}
	return c.chosen[key] + c.directive() + c.below(c.on.Field(name))
}

// below draws the selection of a field's value, if it takes one.
func (c *choosing) below(f *model.Field) string {
	if t := c.Model.Type(f.Def.Type.Name()); t != nil {
		return c.selection(t, c.depth-1, c.indent)
	}
	return ""
}

// fields gives the fields that can be chosen: when there is no room for more levels, only those without a selection.
func (c *choosing) fields() []*model.Field {
	var fields []*model.Field
	for _, f := range c.on.Fields() {
		isLeaf := c.Model.Type(f.Def.Type.Name()) == nil
		if c.askable(c.on, f) && (isLeaf || c.depth > 0 && c.budget > 0) {
			fields = append(fields, f)
		}
	}
	return fields
}

// fragment draws a fragment, inline or named, on a type that the value may be of; or spreads one that there is.
func (c *choosing) fragment() string {
	condition := Pick(c.t, "condition", c.conditions())
	inner := *c
	inner.on, inner.depth = c.Model.Type(condition), c.depth-1
	if condition != c.on.Name {
		inner.free, inner.chosen = false, map[string]string{}
	}
	if c.chance(2, "named") {
		return inner.named()
	}
	inner.indent = c.indent + "  "
	on := " on " + condition
	if condition == c.on.Name && c.chance(2, "bare") {
		on = ""
	}
	return "..." + on + c.directive() + inner.set(c.indent)
}

// named spreads a named fragment: one that is there already, or a new one.
func (c *choosing) named() string {
	fits := func(f fragment) bool { return f.condition == c.on.Name && f.depth <= c.depth }
	if i := slices.IndexFunc(c.fragments, fits); i >= 0 && c.chance(2, "spread again") {
		return "..." + c.fragments[i].name + c.directive()
	}
	c.indent = "  "
	f := fragment{name: c.name("F"), condition: c.on.Name, depth: c.depth}
	f.text = "fragment " + f.name + " on " + f.condition + c.set("") + "\n"
	c.drawing.fragments = append(c.drawing.fragments, f)
	return "..." + f.name + c.directive()
}

// conditions gives the types that a fragment can be on: all that share an object type with the present one.
func (c *choosing) conditions() []string {
	var names []string
	for _, t := range c.Model.Types() {
		shared := slices.ContainsFunc(t.Possible, func(name string) bool { return slices.Contains(c.on.Possible, name) })
		if shared {
			names = append(names, t.Name)
		}
	}
	return names
}

// directive draws @skip or @include, mostly neither.
func (c *choosing) directive() string {
	if !c.chance(12, "directive") {
		return ""
	}
	name := rapid.SampledFrom([]string{"skip", "include"}).Draw(c.t, "directive")
	holds := rapid.Bool().Draw(c.t, "if")
	return " @" + name + "(if: " + c.written(typeOf("Boolean!"), holds) + ")"
}
