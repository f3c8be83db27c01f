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

// build is the compiling of one request into the plan of its shape. Text holds only names from the schema and numbered parameters;
// whatever the request brings travels in those, so equal shapes give equal text.
type build struct {
	*Compiler
	request   Request
	plan      *plan
	variables int
	joined    map[end]string      // the variables of nodes that a pattern has met already
	named     map[argument]string // the variables of the records that arguments name
	states    map[moment]string   // the variables of the states of relations that are in force
}

// moment is a record on the day that a parameter holds.
type moment struct{ variable, day string }

// argument is an argument of one of the plan's fields, as statements refer to it: $network.
type argument struct {
	field     int
	reference string
}

// end is what a record's relationship to one other leads to.
type end struct{ variable, relType string }

// scope is what a field inherits from the fields around it.
type scope struct {
	asOf   string // the parameter that holds the day the read is about: today, where no day is asked for
	ends   string // what holds the instant at which that day is over
	nested bool   // the field is not a root field
	denied bool   // in a filter: the condition is denied, and true stands for what is not known to be false
}

// today is the parameter that holds the day of a read that asks for none.
const today = "$asOf"

// ofToday is the scope of a read that asks for no day.
var ofToday = scope{asOf: today, ends: today + ends}

// ends is what the name of a day's parameter has behind it in the name of the one that holds the instant at which the day is over. Instants are held against that: to ask of each which day
// it is of would cost more, and be planned for longer.
const ends = "Ends"

// onDay is the scope of what a statement asks of a day of its own, which is a parameter or a variable.
func onDay(day string) scope {
	if strings.HasPrefix(day, "$") {
		return scope{asOf: day, ends: day + ends}
	}
	return scope{asOf: day, ends: "CASE WHEN " + day + " IS NOT NULL THEN datetime({date: " + day + ", timezone: '" + registry.Zone + "'}) + duration('P1D') END"}
}

// onDayIn is the scope of a day that a parameter of the plan holds.
func (b *build) onDayIn(parameter string) scope {
	if parameter == today {
		return ofToday
	}
	return scope{asOf: parameter, ends: b.param(endOf(func(v *values) (any, error) { return v.params[parameter[1:]], nil }))}
}

// endOf gives the instant at which a day is over, none of none.
func endOf(day origin) origin {
	return func(v *values) (any, error) {
		value, err := day(v)
		if date, ok := value.(dbtype.Date); ok {
			return registry.DayEnds(civil.DateOf(time.Time(date))), err
		}
		return nil, err
	}
}

// variable gives a Cypher variable that no other part of the statement uses.
func (b *build) variable(prefix string) string {
	b.variables++
	return prefix + strconv.Itoa(b.variables)
}

func (b *build) root() (*plan, error) {
	field := b.model.Type("Query").Field(b.request.Field.Name)
	use := b.request.use()
	args, err := b.arguments(use.Field)
	if err != nil {
		return nil, err
	}
	sc := b.scoped(ofToday, args)
	names, err := b.names(field, args, sc)
	if err != nil {
		return nil, err
	}
	p, err := b.rootPart(field, use, args, sc)
	if err != nil {
		return nil, err
	}
	p = b.withNames(names, p)
	b.plan.root = output{key: use.Alias, typ: field.Def.Type, shape: p.shape}
	b.plan.lookup = field.Kind == model.Property && !field.Connection && !field.List
	b.plan.text = strings.Join(append(p.before, "RETURN "+p.cypher+" AS answer"), "\n")
	return b.plan, nil
}

func (r Request) use() *selected { return &selected{Field: r.Field, selections: r.Selections} }

// payload reads what a command wrote.
func (b *build) payload() (*plan, error) {
	use := b.request.use()
	t := b.model.Type(use.Definition.Type.Name())
	p, _, err := b.object(row{}, t, b.collect(use.selections, t.Name), columns{}, ofToday)
	if err != nil {
		return nil, err
	}
	b.plan.root = output{key: use.Alias, typ: use.Definition.Type, shape: p.shape}
	b.plan.text = "RETURN " + p.cypher + " AS answer"
	return b.plan, nil
}

// rootPart reads a root field: a list of all nodes of a type, one node found by its key, or a statement of its own.
func (b *build) rootPart(field *model.Field, use *selected, args place, sc scope) (part, error) {
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
func oneKey(field *model.Field, args place) (*ast.ArgumentDefinition, error) {
	var keys, given []string
	var key *ast.ArgumentDefinition
	for _, a := range field.Def.Arguments {
		if a.Directives.ForName("filter") == nil || a.Directives.ForName("narrows") != nil {
			continue
		}
		keys = append(keys, a.Name)
		if args.at(a.Name).value != nil {
			given, key = append(given, a.Name), a
		}
	}
	if len(given) != 1 {
		return nil, fault.New(fault.BadInput, "%s is found by exactly one of %s; %d were given.", field.Name, strings.Join(keys, ", "), len(given)).At(field.Name)
	}
	return key, nil
}

// scoped lets an asOf argument hold for everything below its field.
func (b *build) scoped(sc scope, args place) scope {
	if day := args.at("asOf"); day.value != nil {
		on := b.onDayIn(b.param(day.origin))
		sc.asOf, sc.ends = on.asOf, on.ends
	}
	return sc
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
