package cypher

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/model"
	"partnernet/registry"
)

// build is the compiling of one request. Text holds only names from the schema and numbered parameters;
// whatever the request brings travels in params, so equal shapes give equal text.
type build struct {
	*Compiler
	request   Request
	params    map[string]any
	locals    locals
	variables int
	results   map[string]any // of the command whose payload this is
}

// scope is what a field inherits from the fields around it.
type scope struct {
	asOf   string // the parameter that holds the day the read is about
	nested bool   // the field is not a root field
	denied bool   // in a filter: the condition is denied, and true stands for what is not known to be false
}

// param sends a value as a parameter and gives the parameter's reference.
func (b *build) param(value any) string {
	name := "p" + strconv.Itoa(len(b.params))
	b.params[name] = value
	return "$" + name
}

// local keeps a value for the writing of the answer and gives its name.
func (b *build) local(value any) string {
	name := "l" + strconv.Itoa(len(b.locals.values))
	b.locals.values[name] = value
	return name
}

// variable gives a Cypher variable that no other part of the statement uses.
func (b *build) variable(prefix string) string {
	b.variables++
	return prefix + strconv.Itoa(b.variables)
}

func (b *build) root() (*Statement, error) {
	field := b.model.Type("Query").Field(b.request.Field.Name)
	use := b.request.use()
	args, err := b.arguments(use.Field)
	if err != nil {
		return nil, err
	}
	sc := b.scoped(scope{asOf: "$asOf"}, args)
	p, err := b.rootPart(field, use, args, sc)
	if err != nil {
		return nil, err
	}
	out := output{key: use.Alias, typ: field.Def.Type, shape: p.shape}
	text := "RETURN " + p.cypher + " AS answer"
	return &Statement{Text: text, Params: b.params, root: out, lookup: field.Kind == model.Property && !field.Connection && !field.List, locals: b.locals}, nil
}

func (r Request) use() *selected { return &selected{Field: r.Field, selections: r.Selections} }

// payload reads what a command wrote.
func (b *build) payload() (*Statement, error) {
	use := b.request.use()
	t := b.model.Type(use.Definition.Type.Name())
	p, _, err := b.object(row{}, t, b.collect(use.selections, t.Name), columns{}, scope{asOf: "$asOf"})
	if err != nil {
		return nil, err
	}
	out := output{key: use.Alias, typ: use.Definition.Type, shape: p.shape}
	return &Statement{Text: "RETURN " + p.cypher + " AS answer", Params: b.params, root: out, locals: b.locals}, nil
}

// rootPart reads a root field: a list of all nodes of a type, one node found by its key, or a statement of its own.
func (b *build) rootPart(field *model.Field, use *selected, args map[string]any, sc scope) (part, error) {
	if field.Kind == model.Expression {
		return b.expression("", field, use, args, sc)
	}
	if field.Connection || field.List {
		v := b.variable("n")
		return b.list(source{variable: v, pattern: b.pattern(v, field.Target), target: b.model.Type(field.Target)}, field, use, args, sc)
	}
	return b.lookup(field, use, args, sc)
}

// oneKey gives the one argument by which a lookup was asked.
func oneKey(field *model.Field, args map[string]any) (*ast.ArgumentDefinition, error) {
	var keys, given []string
	var key *ast.ArgumentDefinition
	for _, a := range field.Def.Arguments {
		if a.Directives.ForName("filter") == nil {
			continue
		}
		keys = append(keys, a.Name)
		if args[a.Name] != nil {
			given, key = append(given, a.Name), a
		}
	}
	if len(given) != 1 {
		return nil, fault.New(fault.BadInput, "%s is found by exactly one of %s; %d were given.", field.Name, strings.Join(keys, ", "), len(given)).At(field.Name)
	}
	return key, nil
}

// scoped lets an asOf argument hold for everything below its field.
func (b *build) scoped(sc scope, args map[string]any) scope {
	if day, ok := args["asOf"].(dbtype.Date); ok {
		sc.asOf = b.param(day)
	}
	return sc
}

// day gives the day that a scope is about.
func (b *build) day(sc scope) registry.Date {
	day, _ := b.params[strings.TrimPrefix(sc.asOf, "$")].(dbtype.Date)
	return civil.DateOf(time.Time(day))
}

// pattern is a node pattern for a type: its label, or the labels of all the types it may be.
func (b *build) pattern(variable, typeName string) string {
	t := b.model.Type(typeName)
	if t.Abstract && (typeName == "Record" || typeName == "Node") {
		return "(" + variable + ":Record)"
	}
	labels := make([]string, len(t.Possible))
	for i, name := range t.Possible {
		labels[i] = b.model.Type(name).Label
	}
	return "(" + variable + ":" + strings.Join(labels, "|") + ")"
}

// collect joins clauses into a COLLECT subquery, one clause a line; empty clauses fall out.
func collect(clauses ...string) string { return "COLLECT {\n" + lines(clauses) + "\n}" }

func lines(clauses []string) string {
	text := strings.Join(slices.DeleteFunc(clauses, func(c string) bool { return c == "" }), "\n")
	return "  " + strings.ReplaceAll(text, "\n", "\n  ")
}

func whereClause(conditions []string) string {
	if len(conditions) == 0 {
		return ""
	}
	return "WHERE " + strings.Join(conditions, " AND ")
}
