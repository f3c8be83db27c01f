package cypher

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/model"
)

// lookup finds a node by one key. It takes two, so that the answer can tell that the key was not enough.
func (b *build) lookup(field *model.Field, use *selected, args place, sc scope) (part, error) {
	target := b.model.Type(field.Target)
	given, err := oneKey(field, args)
	if err != nil {
		return part{}, err
	}
	n, begin, err := b.answering(target, given, args.at(given.Name), func(src source) ([]string, error) {
		return b.narrower(field, given, src, args, sc)
	}, sc)
	if err != nil {
		return part{}, err
	}
	row, err := b.record(n, target, use.selections, sc)
	if err != nil {
		return part{}, err
	}
	return part{cypher: collect(append(begin, "RETURN "+row.cypher, "LIMIT 2")...), shape: row.shape}, nil
}

// answering gives the clauses that find the nodes which answer to a key, and exist for the viewer, with the variable that they meet them by.
func (b *build) answering(target *model.Type, key *ast.ArgumentDefinition, value place, narrower func(source) ([]string, error), sc scope) (string, []string, error) {
	src := source{variable: b.variable("n"), target: target}
	src.pattern = b.pattern(src.variable, target.Name)
	where, err := b.keyCondition(&src, key, value, sc)
	if err != nil {
		return "", nil, err
	}
	more, err := narrower(src)
	if err != nil {
		return "", nil, err
	}
	where = append(append(where, more...), b.exists(src.variable, target, nil)...)
	begin := []string{"MATCH " + src.pattern, whereClause(where)}
	if d := key.Directives.ForName("formerly"); d != nil {
		former, err := b.formerly(src.variable, target, target.Field(d.Arguments.ForName("field").Value.Raw), value, sc)
		if err != nil {
			return "", nil, err
		}
		begin = b.orElse(src.variable, begin, former)
	}
	if d := key.Directives.ForName("prefers"); d != nil {
		meant := b.splice(d.Arguments.ForName("expression").Value.Raw, src.variable, place{}, sc)
		begin = b.orElse(src.variable, []string{"MATCH " + src.pattern, whereClause(append(where, meant))}, begin)
	}
	return src.variable, begin, nil
}

// narrower gives the conditions of the arguments that say which is meant of several that answer to the key.
func (b *build) narrower(field *model.Field, key *ast.ArgumentDefinition, src source, args place, sc scope) ([]string, error) {
	var where []string
	for _, a := range field.Def.Arguments {
		d := a.Directives.ForName("narrows")
		if d == nil || args.at(a.Name).value == nil {
			continue
		}
		if wanted := d.Arguments.ForName("key").Value.Raw; wanted != key.Name {
			return nil, fault.New(fault.BadInput, "%s is given beside %s, not beside %s.", a.Name, wanted, key.Name).In(field.Name)
		}
		condition, err := b.argumentCondition(src.variable, src.target, a, args.at(a.Name), sc)
		if err != nil {
			return nil, err
		}
		where = append(where, condition)
	}
	return where, nil
}

// formerly finds the nodes that answered to a key before, as a field of theirs tells.
func (b *build) formerly(variable string, target *model.Type, f *model.Field, value place, sc scope) ([]string, error) {
	pattern, where := b.pattern(variable, target.Name), b.exists(variable, target, nil)
	if f.Kind != model.Relationship {
		return []string{"MATCH " + pattern, whereClause(append(where, b.param(value.origin)+" IN "+b.stored(variable, f, sc)))}, nil
	}
	src := b.related(variable, f)
	key, err := b.condition(src.variable, src.target, condition{name: "id"}, value, sc)
	where = append(append(where, b.exists(src.variable, src.target, f)...), key)
	return []string{"MATCH " + pattern + ", " + src.pattern, whereClause(where)}, err
}

// orElse finds what the first clauses find, or when that is nothing, what the others do.
func (b *build) orElse(variable string, first, others []string) []string {
	found := b.variable("found")
	find := func(clauses []string) string {
		return collect(append(clauses, "RETURN DISTINCT "+variable, "LIMIT 2")...)
	}
	return []string{
		"WITH " + find(first) + " AS " + found,
		"UNWIND CASE WHEN size(" + found + ") > 0 THEN " + found + " ELSE " + find(others) + " END AS " + variable,
		"WITH " + variable,
	}
}

// Sought is a record that is asked for by its id: of one of the types.
type Sought struct {
	ID    string
	Types []string
}

// CompileSought compiles the question which records exist for a viewer. The statement gives a row for each that does: a list of its place
// among those sought, the label of its type and its stored properties.
func (c *Compiler) CompileSought(r Request, sought []Sought) (*Statement, error) {
	b := c.build(r)
	byType := map[string][]any{} // by their types
	var kinds [][]string
	for at, s := range sought {
		key := strings.Join(s.Types, " ")
		if byType[key] == nil {
			kinds = append(kinds, s.Types)
		}
		byType[key] = append(byType[key], map[string]any{"at": at, "id": s.ID})
	}
	found := make([]string, len(kinds))
	for i, types := range kinds {
		found[i] = "UNWIND " + b.param(fixed(byType[strings.Join(types, " ")])) + " AS sought\nMATCH (n:Record {id: sought.id})\nWHERE " +
			b.anyOf(types) + "\nRETURN [sought.at, [label IN labels(n) WHERE label <> 'Record'][0], properties(n)] AS found"
	}
	b.plan.text = strings.Join(found, "\nUNION ALL\n")
	return c.statement(b.plan, r, nil)
}

// CompileBelongs compiles the question to whom records belong, as far as the viewer sees them. The statement gives a row for each: a map with id,
// organisations and networks, these as lists of an id and a name.
func (c *Compiler) CompileBelongs(r Request, ids []string) (*Statement, error) {
	b := c.build(r)
	const sought = "asked"
	text := b.splice(strings.ReplaceAll(statements["belongs"], "$on", sought), "", place{}, ofToday)
	b.plan.text = "WITH " + b.param(fixed(ids)) + " AS " + sought + "\n" + text + "\nRETURN belongs"
	return c.statement(b.plan, r, nil)
}

// anyOf asks that n is a record of one of the types, and exists for the viewer.
func (b *build) anyOf(types []string) string {
	kinds := make([]string, len(types))
	for i, name := range types {
		t := b.model.Type(name)
		kinds[i] = all(append([]string{"n:" + t.Label}, b.exists("n", t, nil)...))
	}
	return strings.Join(kinds, " OR ")
}

// keyCondition asks for the key. One that is held by a related node joins the pattern, so that the search begins at that node's index.
func (b *build) keyCondition(src *source, key *ast.ArgumentDefinition, value place, sc scope) ([]string, error) {
	if comparison(key.Directives) != "SOME" {
		condition, err := b.argumentCondition(src.variable, src.target, key, value, sc)
		return []string{condition}, err
	}
	name, _ := (condition{key.Name, key.Type, key.Directives}).fieldAndComparison()
	field := src.target.Field(name)
	related, where, err := b.someSource(src.variable, field, condition{key.Name, key.Type, key.Directives}, value, sc)
	src.pattern += ", " + related.pattern
	return where, err
}
