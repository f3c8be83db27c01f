package cypher

import (
	"regexp"
	"strings"

	"partnernet/model"
)

// reference is what an expression of the schema may refer to: the parent, or a parameter by name.
var reference = regexp.MustCompile(`\bthis\b|\$\w+`)

// called is a condition that it leaves to the one place that decides it.
var called = regexp.MustCompile(`\b(visible|counted|underWay|inForce)\((\w+)(?::(\w+))?\)`)

// splice puts an expression or statement of the schema into the statement: `this` becomes the parent's variable,
// an argument becomes a parameter. $visible, $language and $asOf are the read's own, $results those of a command.
func (b *build) splice(text, parent string, args map[string]any, sc scope) string {
	params := map[string]string{"$visible": "$visible", "$asOf": sc.asOf}
	if b.results != nil {
		params["$results"] = "$results"
		b.params["results"] = b.results
	}
	if args["language"] == nil {
		params["$language"] = "$language"
	}
	text = called.ReplaceAllStringFunc(text, func(call string) string {
		parts := called.FindStringSubmatch(call)
		return b.predicate(parts[1], parts[2], parts[3], scope{asOf: "$asOf"})
	})
	return reference.ReplaceAllStringFunc(text, func(name string) string {
		if name == "this" {
			return parent
		}
		if params[name] == "" {
			params[name] = b.param(args[strings.TrimPrefix(name, "$")])
		}
		return params[name]
	})
}

// expression reads a field that the schema defines in Cypher.
func (b *build) expression(parent string, f *model.Field, use *selected, args map[string]any, sc scope) (part, error) {
	text := b.splice(f.Cypher, parent, args, sc)
	if f.Statement != "" {
		text = collect(b.splice(statements[f.Statement], parent, args, sc))
		if !f.List && !f.Connection {
			text += "[0]"
		}
	}
	return b.values(text, f, use, args, sc)
}

// values reads what an expression yields: a plain value as it is, maps and nodes through their selections.
func (b *build) values(text string, f *model.Field, use *selected, args map[string]any, sc scope) (part, error) {
	target := b.model.Type(f.Target)
	if target == nil {
		return part{cypher: text, shape: leaf{}}, nil
	}
	if f.List && f.Def.Arguments.ForName("first") != nil {
		first, err := b.first(f, args)
		if err != nil {
			return part{}, err
		}
		text = "(" + text + ")[0.." + b.param(first) + "]"
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
