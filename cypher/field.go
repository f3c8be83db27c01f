package cypher

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/model"
)

// field adds one selected field to its parent's columns and says how its value is written.
func (b *build) field(r row, f *model.Field, use *selected, cols *columns, sc scope) (output, error) {
	out := output{key: use.Alias, typ: f.Def.Type, shape: leaf{}}
	args, err := b.arguments(use.Field)
	if err != nil {
		return out, err
	}
	sc = b.scoped(sc, args)
	isObject := b.model.Type(f.Target) != nil
	if r.workedOut && f.Kind != model.Computed {
		return b.workedOut(r, f, use, out, cols, sc)
	}
	if f.Kind == model.Property && !isObject {
		out.column = b.property(r, f, cols, sc)
		if f.Target == "Sealed" {
			out.shape = sealedText{}
		}
		return out, nil
	}
	if f.Kind == model.Computed {
		return b.computed(r, f, use, out, args, cols, sc)
	}
	p, err := b.part(r, f, use, args, sc)
	if err != nil {
		return out, err
	}
	out.column, out.shape = cols.expression(p.cypher), p.shape
	return out, nil
}

// property adds a stored value. A list that was never written is empty: Neo4j keeps no nulls.
func (b *build) property(r row, f *model.Field, cols *columns, sc scope) int {
	if showsOnDay(f, sc) {
		return cols.once(f.Property, b.onDay(r.variable, f, sc))
	}
	if f.List && f.Def.Type.NonNull {
		return cols.once(f.Property, "coalesce("+r.value(f.Property)+", [])")
	}
	return cols.value(r, f.Property)
}

// showsOnDay says whether a stored value is shown as it reads on the read's day.
func showsOnDay(f *model.Field, sc scope) bool {
	return f.OnDay != "" && (!f.Shown || sc.asOf != today)
}

// part reads a field that is more than a stored value of its parent.
func (b *build) part(r row, f *model.Field, use *selected, args place, sc scope) (part, error) {
	switch f.Kind {
	case model.Relationship:
		if f.List || f.Connection {
			return b.list(b.related(r.variable, f), f, use, args, sc)
		}
		return b.toOne(r.variable, f, use, sc)
	case model.Embedded:
		return b.embedded(r, f, use, sc)
	case model.Count:
		return b.count(r, use.ObjectDefinition, f, sc)
	case model.Expression:
		return b.expression(r.variable, f, use, args, sc)
	case model.Result:
		return b.result(f, use, sc)
	default:
		return b.values(r.value(f.Property), f, use, args, sc)
	}
}

// result reads the record or records that a command wrote, as far as they are still of the field's type: one that was taken back or merged before the command
// was sent again is not.
func (b *build) result(f *model.Field, use *selected, sc scope) (part, error) {
	id := b.param(func(v *values) (any, error) { return v.results[f.Name], nil })
	written := "(written:Record&(" + strings.Join(b.labelsOf(f.Target), "|") + ") {id: "
	if f.List {
		return b.values(collect("UNWIND "+id+" AS id", "MATCH "+written+"id})", "RETURN written"), f, use, place{}, sc)
	}
	return b.values(collect("MATCH "+written+id+"})", "RETURN written")+"[0]", f, use, place{}, sc)
}

// labelsOf gives the labels of the records that a type may be; where that is any record, the one that all have.
func (b *build) labelsOf(typeName string) []string {
	if typeName == "Record" {
		return []string{typeName}
	}
	var labels []string
	for _, name := range b.model.Type(typeName).Possible {
		labels = append(labels, b.model.Type(name).Label)
	}
	return labels
}

// toOne reads the one node at the other end of a relationship; a pattern comprehension is the cheapest way there is.
func (b *build) toOne(parent string, f *model.Field, use *selected, sc scope) (part, error) {
	if joined, known := b.joined[end{parent, f.RelType}]; known {
		return b.record(joined, b.model.Type(f.Target), use.selections, sc)
	}
	src := b.related(parent, f)
	p, err := b.record(src.variable, src.target, use.selections, sc)
	if err != nil {
		return part{}, err
	}
	where := strings.Join(append([]string{src.pattern, whereClause(b.exists(src.variable, src.target, f))}, "| "+p.cypher), " ")
	return part{cypher: "[" + where + "][0]", shape: p.shape}, nil
}

// embedded reads an object made of its parent's own properties. It is unknown when a value that it cannot be without is unknown.
func (b *build) embedded(r row, f *model.Field, use *selected, sc scope) (part, error) {
	t := b.model.Type(f.Target)
	inner := row{variable: r.variable, prefix: f.Prefix}
	p, _, err := b.object(inner, t, b.collect(use.selections, t.Name), columns{}, sc)
	if err != nil {
		return part{}, err
	}
	var missing []string
	for _, stored := range essential(t) {
		missing = append(missing, inner.value(stored)+" IS NULL")
	}
	p.cypher = "CASE WHEN " + strings.Join(missing, " OR ") + " THEN null ELSE " + p.cypher + " END"
	return p, nil
}

// essential gives the stored names behind a type's never-null fields.
func essential(t *model.Type) []string {
	var names []string
	seen := map[string]bool{}
	for _, f := range t.Fields() {
		needs := f.Requires
		if f.Kind == model.Property {
			needs = []string{f.Property}
		}
		for _, name := range needs {
			if f.Def.Type.NonNull && !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// count counts the records of a sibling list as that list would show them.
func (b *build) count(r row, parent *ast.Definition, f *model.Field, sc scope) (part, error) {
	list := b.model.Type(parent.Name).Field(f.Of)
	src := b.related(r.variable, list)
	where := append(b.exists(src.variable, src.target, list), b.inForce(src.variable, src.target, sc)...)
	return part{cypher: src.count(where, ""), shape: leaf{}}, nil
}
