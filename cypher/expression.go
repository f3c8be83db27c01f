package cypher

import (
	"cmp"
	"errors"
	"regexp"
	"strings"

	"partnernet/model"
)

// reference is what an expression of the schema may refer to: the parent, or a parameter by name.
var reference = regexp.MustCompile(`\bthis\b|\$\w+`)

// called is a condition, or the reading of a field, that it leaves to the one place that decides it, on the read's day unless it names another.
var called = regexp.MustCompile(`\b(visible|underWay|passable|inForce|current|past|open|read|unknown)\((\w+)(?::(\w+)(?:\.(\w+))?)?(?:, ([$\w]+))?\)`)

// shown is what a field of a record shows, whichever type of record it is.
var shown = regexp.MustCompile(`\bshown\((\w+):(\w+)\.(\w+)\)`)

// this is the parent, in an expression of one of its fields.
var this = regexp.MustCompile(`\bthis\b`)

// upwards is the pattern from a record to itself and to each above it.
var upwards = regexp.MustCompile(`\bwithin\((\w+):(\w+), (\w+)\)`)

// one is the node that the parent's only relationship of a type leads to.
var one = regexp.MustCompile(`\bthe\((\w+)\)`)

// chosen is a condition that it leaves to the field's filter.
var chosen = regexp.MustCompile(`\bchosen\((\w+), (\$\w+)\)`)

// splice puts an expression or statement of the schema into the statement: `this` becomes the parent's variable,
// an argument becomes a parameter. $visible, $language and $asOf are the read's own, $weights the schema's, $results those of a command.
func (b *build) splice(text, parent string, args place, sc scope) string {
	text = b.unfold(text, sc)
	params := map[string]string{"$viewer": "$viewer", "$visible": "$visible", "$asOf": sc.asOf}
	if args.at("language").value == nil {
		params["$language"] = "$language"
	}
	text = called.ReplaceAllStringFunc(text, func(call string) string {
		parts := called.FindStringSubmatch(call)
		return b.predicate(parts[1], parts[2], b.model.Type(parts[3]), parts[4], scope{asOf: cmp.Or(parts[5], "$asOf")})
	})
	text = b.chained(text)
	text = upwards.ReplaceAllStringFunc(text, func(call string) string {
		parts := upwards.FindStringSubmatch(call)
		return b.within(parts[1], b.model.Type(parts[2]), parts[3])
	})
	text = one.ReplaceAllStringFunc(text, func(call string) string {
		relType := one.FindStringSubmatch(call)[1]
		if joined, known := b.joined[end{parent, relType}]; known {
			return joined
		}
		return "head([(this)-[:" + relType + "]->(only) | only])"
	})
	return reference.ReplaceAllStringFunc(text, func(name string) string {
		if name == "this" {
			return parent
		}
		if node, isNamed := b.named[argument{args.field, name}]; isNamed {
			return node
		}
		if params[name] == "" {
			params[name] = b.param(b.origin(name, args))
		}
		return params[name]
	})
}

// unfold puts in the place of shown(x:Type.field) the expression of that field.
func (b *build) unfold(text string, sc scope) string {
	return shown.ReplaceAllStringFunc(text, func(call string) string {
		parts := shown.FindStringSubmatch(call)
		return b.unfold(b.reading(parts[1], b.model.Type(parts[2]), parts[3], sc), sc)
	})
}

// reading gives the expression that reads a field of a record, by the type that the record turns out to be of.
func (b *build) reading(variable string, t *model.Type, field string, sc scope) string {
	text, cases := defined(t.Field(field), sc), ""
	for _, name := range t.Possible {
		possible := b.model.Type(name)
		if read := defined(possible.Field(field), sc); read != text {
			cases += " WHEN " + variable + ":" + possible.Label + " THEN " + read
		}
	}
	if cases != "" {
		text = "CASE" + cases + " ELSE " + text + " END"
	}
	text = one.ReplaceAllString(text, "head([(this)-[:$1]->(only) | only])")
	return this.ReplaceAllLiteralString(text, variable)
}

// defined gives the expression of a field as the schema defines it.
func defined(f *model.Field, sc scope) string {
	switch {
	case f.Kind == model.Expression:
		return f.Cypher
	case showsOnDay(f, sc):
		return f.OnDay
	}
	return "this." + f.Property
}

// origin gives where the value of a reference comes from.
func (b *build) origin(name string, args place) origin {
	switch name {
	case "$weights":
		return fixed(b.model.Weights())
	case "$results":
		return func(v *values) (any, error) { return v.results, nil }
	}
	return args.at(strings.TrimPrefix(name, "$")).origin
}

// expression reads a field that the schema defines in Cypher.
func (b *build) expression(parent string, f *model.Field, use *selected, args place, sc scope) (part, error) {
	text := b.splice(strings.ReplaceAll(f.Cypher, "unknown(this)", "unknown(this:"+f.Owner+")"), parent, args, sc)
	if f.Statement != "" {
		args := b.pageLength(f, args)
		var err error
		text = b.splice(strings.TrimSpace(statements[f.Statement]+"\n"+statements[f.Then]), parent, args, sc)
		if text, err = b.choose(text, f, args); err != nil {
			return part{}, err
		}
		text = collect(text)
		if !f.List && !f.Connection {
			text += "[0]"
		}
	}
	return b.values(text, f, use, args, sc)
}

// pageLength has an argument first stand for the length of the page in a field whose statement or function cuts its lists itself.
func (b *build) pageLength(f *model.Field, args place) place {
	if f.Def.Arguments.ForName("first") != nil {
		args.first = b.first(f, args)
	}
	return args
}

// choose puts the field's filter where a statement asks chosen(x, $day): whether a record meets it on that day.
func (b *build) choose(text string, f *model.Field, args place) (string, error) {
	var faults []error
	text = chosen.ReplaceAllStringFunc(text, func(call string) string {
		parts := chosen.FindStringSubmatch(call)
		def := b.model.Schema.Types[f.Def.Arguments.ForName("filter").Type.Name()]
		where, err := b.filter(parts[1], def, b.model.Type(strings.TrimSuffix(def.Name, "Filter")), args.at("filter"), scope{asOf: parts[2]})
		faults = append(faults, err)
		return all(where)
	})
	return text, errors.Join(faults...)
}

// values reads what an expression yields: a plain value as it is, maps and nodes through their selections.
func (b *build) values(text string, f *model.Field, use *selected, args place, sc scope) (part, error) {
	target := b.model.Type(f.Target)
	if target == nil {
		return part{cypher: text, shape: leaf{}}, nil
	}
	if f.List && f.Def.Arguments.ForName("first") != nil {
		text = "(" + text + ")[0.." + b.param(b.first(f, args)) + "]"
	}
	v := b.variable("v")
	if f.Connection {
		return b.positions(text, v, f, use, args, sc)
	}
	p, err := b.record(v, target, use.selections, sc)
	if err != nil {
		return part{}, err
	}
	if !f.List {
		text = "[" + text + "]"
	}
	values := b.variable("all")
	rows := collect("WITH "+text+" AS "+values, "UNWIND "+values+" AS "+v, "WITH "+v, whereClause(b.present(v, target)), "RETURN "+p.cypher)
	if !f.List {
		return part{cypher: rows + "[0]", shape: p.shape}, nil
	}
	if f.Statement == "" && !f.Def.Type.NonNull {
		rows = "CASE WHEN " + text + " IS NOT NULL THEN " + rows + " END"
	}
	return part{cypher: rows, shape: p.shape}, nil
}

// present keeps a value that is there and, if it is a record, exists for the viewer.
func (b *build) present(v string, target *model.Type) []string {
	return append([]string{v + " IS NOT NULL"}, b.exists(v, target, nil)...)
}
