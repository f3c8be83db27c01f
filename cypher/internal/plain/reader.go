package plain

import (
	"slices"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/model"
)

// Reader answers the root fields of one request as one viewer asks them.
type Reader struct {
	Model     *model.Model
	Graph     *Graph
	Functions cypher.Functions
	Visible   []string // the sensitivities that the viewer may see
	Language  string
	Today     civil.Date
	Variables map[string]any
	PageSize  int              // of a list whose request does not say
	Cursors   map[string]*Node // the cursors in the request: which nodes they were given for
}

// Object is a JSON object. Its members stand in the order in which they were asked for.
type Object []Member

// Member is one member of an Object.
type Member struct {
	Key   string
	Value any // nil, string, float64, bool, Cursor, Object or List
}

// List is a JSON list.
type List []any

// Cursor stands where the answer has the cursor of a node in some order. What it looks like is nobody's business.
type Cursor struct {
	Order string
	Node  *Node
}

// Root answers a root field. The code is that of the error that the field has instead of a value, empty when it has none.
func (r *Reader) Root(f *ast.Field) (any, fault.Code) {
	field, use := r.Model.Type("Query").Field(f.Name), selected{Field: f, selections: f.SelectionSet}
	args := r.arguments(f)
	asOf := onDay(args, r.Today)
	nodes := r.ofType(r.Graph.Nodes, field.Target)
	if field.List || field.Connection {
		return r.list(nodes, field, use, args, asOf), ""
	}
	found := slices.DeleteFunc(nodes, func(n *Node) bool { return !r.Exists(n) || r.asked(n, f.Definition.Arguments, args, asOf) != yes })
	switch len(found) {
	case 0:
		return nil, ""
	case 1:
		return r.object(found[0], use.selections, asOf), ""
	}
	return nil, fault.Conflict
}

// onDay gives the day that a field is about, when what is around it is about the given one.
func onDay(args map[string]any, day civil.Date) civil.Date {
	if given, ok := args["asOf"].(civil.Date); ok {
		return given
	}
	return day
}

// object answers a selection on a node.
func (r *Reader) object(n *Node, set ast.SelectionSet, asOf civil.Date) Object {
	o := Object{}
	for _, use := range r.collect(set, n.Type) {
		value := any(n.Type)
		if use.Name != "__typename" {
			value = r.field(n, use, asOf)
		}
		o = append(o, Member{use.Alias, value})
	}
	return o
}

func (r *Reader) objects(nodes []*Node, set ast.SelectionSet, asOf civil.Date) List {
	list := List{}
	for _, n := range nodes {
		list = append(list, r.object(n, set, asOf))
	}
	return list
}
