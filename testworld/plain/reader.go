package plain

import (
	"slices"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/model"
	"partnernet/registry"
)

// Reader answers the root fields of one request as one viewer asks them.
type Reader struct {
	Model     *model.Model
	Graph     *Graph
	Functions cypher.Functions
	Visible   []int64 // the numbers of the audiences that the viewer is of
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
	visible := slices.DeleteFunc(nodes, func(n *Node) bool { return !r.Exists(n) })
	found := slices.DeleteFunc(slices.Clone(visible), func(n *Node) bool { return r.passes(n, f.Definition.Arguments, args, asOf) != yes })
	if field.Target == "Network" && args["acronym"] != nil {
		found = holding(found)
	}
	if len(found) == 0 {
		found = slices.DeleteFunc(visible, func(n *Node) bool { return !r.formerly(n, f.Definition.Arguments, args) })
	}
	switch len(found) {
	case 0:
		return nil, ""
	case 1:
		return r.object(found[0], use.selections, asOf), ""
	}
	return nil, fault.Conflict
}

// holding gives, of networks of one acronym, those that it names: such as are not closed, if any.
func holding(found []*Node) []*Node {
	open := slices.DeleteFunc(slices.Clone(found), func(n *Node) bool {
		lifecycle, _ := n.Values["lifecycle"].(string)
		return registry.CheckOpenToMembers(lifecycle) != nil
	})
	if len(open) > 0 {
		return open
	}
	return found
}

// formerly says whether a node answered to the key before.
func (r *Reader) formerly(n *Node, arguments ast.ArgumentDefinitionList, args map[string]any) bool {
	for _, a := range arguments {
		d := a.Directives.ForName("formerly")
		if d == nil || args[a.Name] == nil {
			continue
		}
		f := r.Model.Type(n.Type).Field(d.Arguments.ForName("field").Value.Raw)
		if f.Kind == model.Relationship {
			return slices.ContainsFunc(r.related(n, f), func(end *Node) bool { return r.Exists(end) && end.Values["id"] == args[a.Name] })
		}
		names, _ := n.Values[f.Property].([]string)
		return slices.Contains(names, args[a.Name].(string))
	}
	return false
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
