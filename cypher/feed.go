package cypher

import (
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/model"
)

// FeedPage is how many changes a feed reads at once.
const FeedPage = 100

// Feed is a statement that reads the changes behind a cursor, a page of them in their order.
type Feed struct {
	Text   string
	Params map[string]any
	values *values
	page   *connection
	edge   []connectionOutput
}

// FeedItem is one change as a subscriber asked for it.
type FeedItem struct {
	JSON   []byte
	Errors []*gqlerror.Error
	Cursor string // to go on behind it
}

// CompileFeed compiles the root field of a subscription to changes, from behind a cursor on.
func (c *Compiler) CompileFeed(r Request, after string) (*Feed, error) {
	b := c.build(r)
	use, list := r.use(), b.model.Type("Query").Field("changes")
	args, err := b.arguments(r.Field)
	if err != nil {
		return nil, err
	}
	v := b.variable("n")
	src := source{variable: v, pattern: b.pattern(v, list.Target), target: b.model.Type(list.Target)}
	sc := scope{asOf: "$asOf"}
	field := &model.Field{Name: list.Name, Def: r.Field.Definition, Target: list.Target, Connection: true}
	asked, err := b.conditions(src, field, args, sc)
	if err != nil {
		return nil, err
	}
	keys := b.order(src, field, place{}, sc)
	behind := b.after(keys, fixed(after))
	pg := page{shape: &connection{first: b.local(fixed(FeedPage)), order: keys.name}, cursor: true}
	edge, err := b.edges(src, &pg, use, sc)
	if err != nil {
		return nil, err
	}
	pg.order(keys)
	where := append(append(b.exists(v, src.target, nil), asked...), behind...)
	text := "RETURN " + b.rows(src, where, keys, b.param(fixed(FeedPage)), pg.rows.literal(), sc) + " AS answer"
	brought, err := c.bind(b.plan, r, nil)
	if err != nil {
		return nil, err
	}
	return &Feed{Text: text, Params: brought.params, values: brought, page: pg.shape, edge: edge}, nil
}

// Items writes the statement's result as the subscription's answers, one for each change.
func (f *Feed) Items(result any) []FeedItem {
	rows, _ := result.([]any)
	items := make([]FeedItem, 0, len(rows))
	for i, r := range rows {
		row, _ := r.([]any)
		w := &writer{values: f.values}
		if !f.page.edge(w, f.edge, i, row) {
			w.buffer = append(w.buffer[:0], "null"...)
		}
		items = append(items, FeedItem{JSON: w.buffer, Errors: w.errors, Cursor: f.page.cursor(f.values, i, row)})
	}
	return items
}

// CursorAt gives the cursor that stands behind the change at a position, and before the next.
func CursorAt(key []byte, position int64) (string, error) {
	s, err := newSeal(key)
	if err != nil {
		return "", err
	}
	return s.encodeCursor("Change", []any{position, "~"}), nil // behind every id
}
