package limits

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// bill is what an operation may cost with the variables it was sent.
type bill struct {
	complexity    int
	introspection int
	page          int // the longest page asked for
	visited       int // how many selections were looked at
}

// price is the cost of a selection set. The length of the lists in it is not its to say: they are as long as the page of the connection
// it belongs to, and ListLength in any other object.
type price struct {
	once int // the cost of all else
	each int // the cost of one element of each of the lists
}

// in gives the cost in an object whose lists are so long.
func (p price) in(length int) int { return add(p.once, mul(length, p.each)) }

// pricer prices one operation. Fragments are priced once, so that fragments that spread fragments cost no more to price than to write.
type pricer struct {
	bill
	fragments  map[string]*ast.FragmentDefinition
	variables  map[string]any
	pageSize   int
	sizes      sizes
	priced     map[string]price
	introduced map[string]int
}

// billOf prices an operation of a document that is valid.
func billOf(doc *ast.QueryDocument, operation *ast.OperationDefinition, variables map[string]any, pageSize int, s sizes) bill {
	p := pricer{fragments: fragmentsOf(doc), variables: variables, pageSize: pageSize, sizes: s, priced: map[string]price{}, introduced: map[string]int{}}
	p.complexity = p.selections(operation.SelectionSet).in(ListLength)
	return p.bill
}

func (p *pricer) selections(set ast.SelectionSet) price {
	var sum price
	for _, selection := range set {
		p.visited++
		var one price
		switch selection := selection.(type) {
		case *ast.Field:
			one = p.field(selection)
		case *ast.InlineFragment:
			one = p.selections(selection.SelectionSet)
		case *ast.FragmentSpread:
			one = p.fragment(selection.Name)
		}
		sum = price{add(sum.once, one.once), add(sum.each, one.each)}
	}
	return sum
}

func (p *pricer) fragment(name string) price {
	known, ok := p.priced[name]
	if definition := p.fragments[name]; !ok && definition != nil {
		known = p.selections(definition.SelectionSet)
		p.priced[name] = known
	}
	return known
}

func (p *pricer) field(field *ast.Field) price {
	if isIntrospection(field.Name) {
		p.introspection = add(p.introspection, add(1, p.introspect(field.SelectionSet)))
		return price{}
	}
	length, paged := p.page(field)
	below, own := p.selections(field.SelectionSet), weight(field.Definition)
	switch {
	case field.Definition.Type.Elem == nil && paged:
		return price{once: add(own, below.in(length))}
	case field.Definition.Type.Elem == nil:
		return price{once: add(own, below.in(ListLength))}
	case paged:
		return price{once: add(own, mul(length, below.in(ListLength)))}
	}
	return price{once: own, each: below.in(ListLength)}
}

// weight gives how many values a field counts as by itself: one, unless the schema says that it is dear.
func weight(field *ast.FieldDefinition) int {
	if dear := field.Directives.ForName("cost"); dear != nil {
		if weight, err := strconv.Atoi(dear.Arguments.ForName("weight").Value.Raw); err == nil {
			return weight
		}
	}
	return 1
}

// page gives how long a page of a field is. A field has pages when it takes the argument first, or is a connection.
func (p *pricer) page(field *ast.Field) (length int, paged bool) {
	definition := field.Definition.Arguments.ForName("first")
	if definition == nil && !strings.HasSuffix(field.Definition.Type.Name(), "Connection") {
		return 0, false
	}
	length, given := 0, false
	if argument := field.Arguments.ForName("first"); argument != nil {
		length, given = p.number(argument.Value)
	}
	if !given && definition != nil && definition.DefaultValue != nil {
		length, given = p.number(definition.DefaultValue)
	}
	if !given {
		length = p.pageSize
	}
	p.bill.page = max(p.bill.page, length)
	return max(length, 0), true
}

// number gives the value of an argument, if it has one that is a number.
func (p *pricer) number(value *ast.Value) (n int, ok bool) {
	content, err := value.Value(p.variables)
	if err != nil {
		return 0, false
	}
	switch content := content.(type) {
	case int64:
		n, ok = int(content), true
	case json.Number:
		n, err = strconv.Atoi(content.String())
		ok = err == nil
	}
	return min(n, most), ok
}

// introspect prices what is asked of the schema itself, whose lists have lengths that are known.
func (p *pricer) introspect(set ast.SelectionSet) int {
	sum := 0
	for _, selection := range set {
		p.visited++
		switch selection := selection.(type) {
		case *ast.Field:
			length := 1
			if selection.Definition.Type.Elem != nil {
				length = p.sizes[selection.Name]
			}
			sum = add(sum, add(1, mul(length, p.introspect(selection.SelectionSet))))
		case *ast.InlineFragment:
			sum = add(sum, p.introspect(selection.SelectionSet))
		case *ast.FragmentSpread:
			known, ok := p.introduced[selection.Name]
			if definition := p.fragments[selection.Name]; !ok && definition != nil {
				known = p.introspect(definition.SelectionSet)
				p.introduced[selection.Name] = known
			}
			sum = add(sum, known)
		}
	}
	return sum
}

// most is where counting stops: far over any limit, and far under what an int holds.
const most = math.MaxInt32

func add(a, b int) int { return min(a+b, most) }

func mul(a, b int) int {
	if a != 0 && b > most/a {
		return most
	}
	return a * b
}
