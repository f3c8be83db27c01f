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
	key    string // of the root field
	values *values
	page   *connection
	edge   []connectionOutput
}

// FeedItem is one change as a subscriber asked for it.
type FeedItem struct {
	JSON     []byte // the data of the response
	Errors   []*gqlerror.Error
	Position int64 // of the change in the log, to go on behind it
}

// CompileFeed compiles the root field of a subscription to changes, from behind a position in their log on.
func (c *Compiler) CompileFeed(r Request, after int64) (*Feed, error) {
	cursor, err := CursorAt(r.CursorKey, after)
	if err != nil {
		return nil, err
	}
	b := c.build(r)
	use, list := r.use(), b.model.Type("Query").Field("changes")
	args, err := b.arguments(r.Field)
	if err != nil {
		return nil, err
	}
	v := b.variable("n")
	// The index is asked for by name: how far it has come is what the feed goes by.
	src := source{variable: v, pattern: b.pattern(v, list.Target) + "\nUSING INDEX " + v + ":Change(position)", target: b.model.Type(list.Target)}
	sc := ofToday
	field := &model.Field{Name: list.Name, Def: r.Field.Definition, Target: list.Target, Connection: true}
	conditions, err := b.conditions(src, field, args, sc)
	if err != nil {
		return nil, err
	}
	keys := b.order(src, field, place{}, sc)
	behind := b.after(keys, fixed(cursor))
	pg := page{shape: &connection{first: b.local(fixed(FeedPage)), order: keys.name}, cursor: true}
	edge, err := b.edges(src, &pg, use, sc)
	if err != nil {
		return nil, err
	}
	pg.order(keys)
	where := append(append(b.exists(v, src.target, nil), conditions...), behind...)
	text := "RETURN " + b.rows(src, where, keys, b.param(fixed(FeedPage)), pg.rows.literal(), sc) + " AS answer"
	brought, err := c.bind(b.plan, r, nil)
	if err != nil {
		return nil, err
	}
	return &Feed{Text: text, Params: brought.params, key: r.Field.Alias, values: brought, page: pg.shape, edge: edge}, nil
}

// Items writes the statement's result as the subscription's answers, one for each change.
func (f *Feed) Items(result any) []FeedItem {
	rows, _ := result.([]any)
	items := make([]FeedItem, 0, len(rows))
	for i, r := range rows {
		row, _ := r.([]any)
		w := &writer{values: f.values}
		w.text("{")
		w.key(f.key)
		if begun := len(w.buffer); !f.page.edge(w, f.edge, i, row) {
			w.buffer = append(w.buffer[:begun], "null"...)
		}
		w.text("}")
		keys, _ := row[f.page.cursors].([]any)
		position, _ := keys[0].(int64)
		items = append(items, FeedItem{JSON: w.buffer, Errors: w.errors, Position: position})
	}
	return items
}

// changeOrder is the order of the log, to which its cursors belong.
const changeOrder = "Change"

// CursorAt gives the cursor that stands behind the change at a position, and before the next.
func CursorAt(key []byte, position int64) (string, error) {
	s, err := newSeal(key)
	if err != nil {
		return "", err
	}
	return s.encodeCursor(changeOrder, []any{position, "~"}), nil // behind every id
}

// PositionAt gives the position in the log of the change that a cursor stands behind.
func PositionAt(key []byte, cursor string) (int64, error) {
	s, err := newSeal(key)
	if err != nil {
		return 0, err
	}
	for _, order := range []string{changeOrder, changeOrder + " POSITION ASC", changeOrder + " POSITION DESC"} { // what stands at a place does so whichever way the log is read
		keys, err := s.decodeCursor(cursor, order)
		if err != nil {
			continue
		}
		if position, is := keys[0].(int64); is {
			return position, nil
		}
	}
	return 0, badCursor()
}
