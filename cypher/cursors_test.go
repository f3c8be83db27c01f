package cypher_test

import (
	"encoding/json"
	"fmt"

	"partnernet/cypher/internal/random"
	"partnernet/model"
)

// cursors asks for the cursors of a list of the root, as those who may see everything.
func (w *world) cursors(list *model.Field, orderBy any) []random.Cursor {
	order := list.Def.Arguments.ForName("orderBy")
	declared, given := "", ""
	if order != nil {
		declared, given = "($orderBy: "+order.Type.String()+")", ", orderBy: $orderBy"
	}
	text := fmt.Sprintf("query Cursors%s { list: %s(first: 100%s) { edges { cursor node { id } } } }", declared, list.Name, given)
	q := parse(w.t, w.Model, text, map[string]any{"orderBy": orderBy})
	answer, _, err := ask(w.t.Context(), w.db, w.compiler, q.request(q.fields()[0], viewer{visible: random.Sensitivities}, random.Today))
	must(w.t, err)
	var page struct {
		Edges []struct {
			Cursor string
			Node   struct{ ID string }
		}
	}
	must(w.t, json.Unmarshal([]byte(answer), &page))
	var cursors []random.Cursor
	for _, e := range page.Edges {
		for _, n := range w.Graph.Nodes {
			if n.Values["id"] == e.Node.ID {
				cursors = append(cursors, random.Cursor{Text: e.Cursor, Node: n})
			}
		}
	}
	return cursors
}
