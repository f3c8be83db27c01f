package cypher

import (
	"cmp"
	"errors"
	"regexp"
	"strings"

	"partnernet/model"
	"partnernet/registry"
)

// reference is what an expression of the schema may refer to: the parent, or a parameter by name.
var reference = regexp.MustCompile(`\bthis\b|\$\w+`)

// called is a condition, or the reading of a field, that it leaves to the one place that decides it, on the read's day unless it names another.
var called = regexp.MustCompile(`\b(visible|deniedUnseen|openUnseen|there|underWay|passable|inForce|current|past|open|read|unknown|missing)\((\w+)(?::(\w+)(?:\.(\w+))?)?(?:, ([$\w]+))?\)`)

// shown is what a field of a record shows, whichever type of record it is.
var shown = regexp.MustCompile(`\bshown\((\w+):(\w+)\.(\w+)\)`)

// this is the parent, in an expression of one of its fields.
var this = regexp.MustCompile(`\bthis\b`)

// upwards is the pattern from a record to itself and to each above it.
var upwards = regexp.MustCompile(`\bwithin\((\w+):(\w+), (\w+)\)`)

// only is the node that the parent's only relationship of a type leads to.
var only = regexp.MustCompile(`\bthe\((\w+)\)`)

// ofInstant is the day of an instant.
var ofInstant = regexp.MustCompile(`\bdayOf\(([\w.]+)\)`)

// chosen is a condition that it leaves to the field's filter.
var chosen = regexp.MustCompile(`\bchosen\((\w+), (\$\w+)\)`)

// splice puts an expression or statement of the schema into the statement: `this` becomes the parent's variable,
// an argument becomes a parameter. $visible, $language, $asOf and $today, each with the instant at which the day is over, are the read's own, $weights the schema's, $suspensive a rule's, $results those of a
// command.
func (b *build) splice(text, parent string, args place, sc scope) string {
	text = b.unfold(text, sc)
	params := map[string]string{"$viewer": "$viewer", "$visible": "$visible", "$asOf": sc.asOf, "$asOfEnds": sc.ends, "$today": today, "$todayEnds": ofToday.ends}
	if args.at("language").value == nil {
		params["$language"] = "$language"
	}
	text = called.ReplaceAllStringFunc(text, func(call string) string {
		parts := called.FindStringSubmatch(call)
		return b.predicate(parts[1], parts[2], b.model.Type(parts[3]), parts[4], onDay(cmp.Or(parts[5], today)))
	})
	text = ofInstant.ReplaceAllStringFunc(text, func(call string) string { return dayOf(ofInstant.FindStringSubmatch(call)[1]) })
	text = b.chained(text)
	text = upwards.ReplaceAllStringFunc(text, func(call string) string {
		parts := upwards.FindStringSubmatch(call)
		return b.within(parts[1], b.model.Type(parts[2]), parts[3])
	})
	text = only.ReplaceAllStringFunc(text, func(call string) string {
		relType := only.FindStringSubmatch(call)[1]
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
	text := only.ReplaceAllString(b.defined(t, field, sc), "head([(this)-[:$1]->(only) | only])")
	return this.ReplaceAllLiteralString(text, variable)
}

// defined gives the expression of a field as the schema defines it: for an interface or union, by the type that a record turns out to be of.
func (b *build) defined(t *model.Type, field string, sc scope) string {
	text, cases := definition(t.Field(field), sc), ""
	for _, name := range t.Possible {
		possible := b.model.Type(name)
		if read := definition(possible.Field(field), sc); read != text {
			cases += " WHEN this:" + possible.Label + " THEN " + ownUnknown(read, possible)
		}
	}
	text = ownUnknown(text, t)
	if cases != "" {
		text = "CASE" + cases + " ELSE " + text + " END"
	}
	return text
}

// definition gives the expression of a field of one type.
func definition(f *model.Field, sc scope) string {
	switch {
	case f.Kind == model.Expression:
		return f.Cypher
	case showsOnDay(f, sc):
		return f.OnDay
	}
	return "this." + f.Property
}

// ownUnknown has unknown(this) be about the fields of a type.
func ownUnknown(text string, t *model.Type) string {
	return strings.ReplaceAll(text, "unknown(this)", "unknown(this:"+t.Name+")")
}

// origin gives where the value of a reference comes from.
func (b *build) origin(name string, args place) origin {
	switch name {
	case "$weights":
		return fixed(b.model.Weights())
	case "$relationOf":
		return fixed(relationOf(b.model))
	case "$placeOf":
		return fixed(placeOf(b.model))
	case "$toldBy":
		return fixed(b.statedByOthers(b.model.Type("Record")).byField)
	case "$expected":
		return fixed(expected(b.model))
	case "$results":
		return func(v *values) (any, error) { return v.results, nil }
	case "$suspensive":
		return fixed(registry.Suspensive)
	}
	if day, isEnd := strings.CutSuffix(name, ends); isEnd {
		return endOf(b.origin(day, args))
	}
	return args.at(strings.TrimPrefix(name, "$")).origin
}

// expression reads a field that the schema defines in Cypher.
func (b *build) expression(parent string, f *model.Field, use *selected, args place, sc scope) (part, error) {
	text := b.splice(b.defined(b.model.Type(f.Owner), f.Name, sc), parent, args, sc)
	if f.Statement != "" {
		args := b.pageLength(f, args)
		var err error
		text = b.splice(strings.TrimSpace(statements[f.Statement]+"\n"+statements[f.Then]), parent, args, sc)
		if text, err = b.choose(text, f, args); err != nil {
			return part{}, err
		}
		if !f.Connection && (!f.List || f.Def.Arguments.ForName("first") == nil) {
			return b.rowsOf(text, f, use, sc)
		}
		text = collect(text)
	}
	return b.values(text, f, use, args, sc)
}

// rowsOf reads what the rows of a statement hold, in the same subquery: each subquery around another makes planning dearer.
func (b *build) rowsOf(statement string, f *model.Field, use *selected, sc scope) (part, error) {
	target := b.model.Type(f.Target)
	if target == nil {
		return part{cypher: one(f, collect(statement)), shape: leaf{}}, nil
	}
	v := b.variable("v")
	p, err := b.record(v, target, use.selections, sc)
	return part{cypher: one(f, collect(goesOn(statement, v), whereClause(b.present(v, target)), "RETURN "+p.cypher)), shape: p.shape}, err
}

// goesOn gives a statement with another clause in the place of its last, which returns the value of each row: that one names it.
func goesOn(statement, variable string) string {
	const returns = "\nRETURN "
	statement = "\n" + statement
	last := strings.LastIndex(statement, returns)
	return strings.TrimSpace(statement[:last] + "\nWITH " + strings.TrimSuffix(statement[last+len(returns):], " AS value") + " AS " + variable)
}

// one gives the list, or of a field that has one value the first of it.
func one(f *model.Field, list string) string {
	if f.List {
		return list
	}
	return list + "[0]"
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
		where, err := b.filter(parts[1], def, b.model.Type(strings.TrimSuffix(def.Name, "Filter")), args.at("filter"), b.onDayIn(parts[2]))
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
	rows := b.each(v, text, whereClause(b.present(v, target)), p.cypher)
	if f.List && f.Statement == "" && !f.Def.Type.NonNull {
		rows = "CASE WHEN " + text + " IS NOT NULL THEN " + rows + " END"
	}
	return part{cypher: one(f, rows), shape: p.shape}, nil
}

// each gives the projections of the elements of a list that the condition keeps, none of a list that is not there. Where those ask nothing of the graph, a list comprehension
// is far quicker to plan; where they do, the database would run what they ask for each element by a plan of its own.
func (b *build) each(v, list, where, projection string) string {
	if !asksTheGraph(where + projection) {
		return "[" + v + " IN coalesce(" + list + ", []) " + where + " | " + projection + "]"
	}
	values := b.variable("all")
	return collect("WITH "+list+" AS "+values, "UNWIND "+values+" AS "+v, "WITH "+v, where, "RETURN "+projection)
}

// asksTheGraph says whether there is a pattern or a subquery in an expression.
func asksTheGraph(expression string) bool {
	return strings.Contains(expression, "-[") || strings.Contains(expression, "COLLECT {") || strings.Contains(expression, "EXISTS {") || strings.Contains(expression, "COUNT {")
}

// present keeps a value that is there and, if it is a record, exists for the viewer.
func (b *build) present(v string, target *model.Type) []string {
	return append([]string{v + " IS NOT NULL"}, b.exists(v, target, nil)...)
}
