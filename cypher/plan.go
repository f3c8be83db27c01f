package cypher

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/registry"
)

// plan is what all requests of one shape share: the statement's text, and where its parameters and other values come from.
type plan struct {
	text   string
	fields []*ast.Field // whose arguments are asked for
	params []parameter
	locals []origin
	root   output
	lookup bool
	names  []naming // of records, in the root field's arguments
}

// parameter is a parameter of the statement.
type parameter struct {
	name string
	from origin
}

// origin takes a value from what one request brings. Its error is a fault about the request.
type origin func(v *values) (any, error)

// values are what one request brings to its plan.
type values struct {
	arguments []map[string]any // of each of the plan's fields
	params    map[string]any
	locals    []any          // values that the writing of the answer needs and the database does not
	results   map[string]any // of the command whose payload is read
	language  string
	seal      seal
}

// place is a place in the arguments of a field, and what stands there in the request that is being compiled. What is compiled may depend
// on whether something stands there and on how it is made up, never on what it is: that travels from there when the plan is used.
type place struct {
	field  int // its number in the plan, from 1; 0 for no place
	path   []any
	value  any
	first  origin // of the arguments of a field that cuts its lists itself: how long a page is
	number bool   // this is that length itself
}

// at gives what stands under a name.
func (p place) at(name string) place {
	if name == "first" && p.first != nil {
		return place{first: p.first, number: true, value: p.first}
	}
	object, _ := p.value.(map[string]any)
	return p.below(name, object[name])
}

// items gives the elements of a list.
func (p place) items() []place {
	list, _ := p.value.([]any)
	items := make([]place, len(list))
	for i, item := range list {
		items[i] = p.below(i, item)
	}
	return items
}

func (p place) below(step, value any) place {
	return place{field: p.field, path: append(slices.Clip(p.path), step), value: value}
}

// name gives the place as a fault tells it: filter.or[1].text.
func (p place) name() string {
	var name strings.Builder
	for i, step := range p.path {
		switch step := step.(type) {
		case int:
			fmt.Fprintf(&name, "[%d]", step)
		case string:
			if i > 0 {
				name.WriteString(".")
			}
			name.WriteString(step)
		}
	}
	return name.String()
}

// text gives what stands there as a text, "" when none does.
func (p place) text() string {
	text, _ := p.value.(string)
	return text
}

// in gives what stands there in another request of the same shape.
func (p place) in(v *values) any {
	if p.field == 0 {
		return nil
	}
	var value any = v.arguments[p.field-1]
	for _, step := range p.path {
		switch step := step.(type) {
		case string:
			object, _ := value.(map[string]any)
			value = object[step]
		case int:
			list, _ := value.([]any)
			value = list[step]
		}
	}
	return value
}

// origin gives what stands there, and the length of a page as any other number in it.
func (p place) origin(v *values) (any, error) {
	value := p.in(v)
	if p.first == nil {
		return value, nil
	}
	first, err := p.first(v)
	if err != nil {
		return nil, err
	}
	length := int64(first.(int))
	if p.number {
		return length, nil
	}
	arguments := map[string]any{"first": length}
	if given, ok := value.(map[string]any); ok {
		arguments = maps.Clone(given)
		arguments["first"] = length
	}
	return arguments, nil
}

// given is where the value comes from, nil when this request gives none.
func (p place) given() origin {
	if p.value == nil {
		return nil
	}
	return p.origin
}

// fixed is the origin of a value that is the same in every request.
func fixed(value any) origin { return func(*values) (any, error) { return value, nil } }

// param sends a value as a parameter and gives the parameter's reference.
func (b *build) param(from origin) string {
	name := "p" + strconv.Itoa(len(b.plan.params))
	b.plan.params = append(b.plan.params, parameter{name, from})
	return "$" + name
}

// local keeps a value for the writing of the answer and gives its number.
func (b *build) local(from origin) int {
	b.plan.locals = append(b.plan.locals, from)
	return len(b.plan.locals) - 1
}

// arguments gives a field's arguments: those of this request to compile by, and the place where another's stand.
func (b *build) arguments(f *ast.Field) (place, error) {
	if len(f.Definition.Arguments) == 0 {
		return place{}, nil
	}
	args, err := b.coerced(f, b.request.Variables)
	b.plan.fields = append(b.plan.fields, f)
	return place{field: len(b.plan.fields), value: args}, err
}

// bind gives the values that a request brings to the plan of its shape.
func (c *Compiler) bind(p *plan, r Request, results map[string]any) (*values, error) {
	v := &values{
		arguments: make([]map[string]any, len(p.fields)),
		params:    make(map[string]any, len(p.params)+5),
		locals:    make([]any, len(p.locals)),
		results:   results,
		language:  r.Language,
	}
	var err error
	if v.seal, err = newSeal(r.CursorKey); err != nil {
		return nil, err
	}
	for i, f := range p.fields {
		if v.arguments[i], err = c.coerced(f, r.Variables); err != nil {
			return nil, err
		}
	}
	day := registry.Today(r.Today)
	v.params["viewer"], v.params["visible"], v.params["language"] = r.Viewer, lengthened(r.Visible), r.Language
	v.params["asOf"], v.params["asOfEnds"] = dbtype.Date(day.In(time.UTC)), registry.DayEnds(day)
	for i, from := range p.locals {
		if v.locals[i], err = from(v); err != nil {
			return nil, err
		}
	}
	for _, parameter := range p.params {
		if v.params[parameter.name], err = parameter.from(v); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// lengthened gives the audiences of a viewer, the first of them as often as makes a list of eleven. The database makes a plan for each order of magnitude of a
// list: so the plan that was made for one viewer serves all those of up to a hundred audiences, and the public, who are of one.
func lengthened(audiences []int64) []int64 {
	const fewest = 11
	if len(audiences) == 0 || len(audiences) >= fewest {
		return audiences
	}
	return append(slices.Repeat(audiences[:1], fewest-len(audiences)), audiences...)
}

// number gives a local value that is a whole number.
func (v *values) number(local int) int {
	n, _ := v.locals[local].(int)
	return n
}

// day gives the day that a parameter holds.
func (v *values) day(param string) registry.Date {
	day, _ := v.params[param[1:]].(dbtype.Date)
	return civil.DateOf(time.Time(day))
}
