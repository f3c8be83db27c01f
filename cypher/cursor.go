package cypher

import (
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/model"
)

// A cursor holds the order it belongs to and the keys of its row, so that it stays good when rows come and go. It is sealed: clients give it back,
// and cannot read it.

// positionOrder gives the order of a list that a statement ordered: its cursors hold the row's position, and are of no other kind of list.
func positionOrder(f *model.Field) string { return f.Def.Type.Name() + " position" }

func badCursor() error {
	return fault.New(fault.BadInput, "after is no cursor of this list in this order. Give the endCursor or an edge's cursor of it; if you have kept one for long, begin anew without after.").At("after")
}

func (s seal) encodeCursor(order string, keys []any) string {
	parts := []string{order}
	for _, k := range keys {
		parts = append(parts, encodeKey(k))
	}
	text, _ := json.Marshal(parts) // strings always marshal
	return s.close(text)
}

func (s seal) decodeCursor(cursor, order string) ([]any, error) {
	text, err := s.open(cursor)
	if err != nil {
		return nil, err
	}
	var parts []string
	if json.Unmarshal(text, &parts) != nil || len(parts) < 2 || parts[0] != order {
		return nil, badCursor()
	}
	keys := make([]any, 0, len(parts)-1)
	for _, p := range parts[1:] {
		k, err := decodeKey(p)
		if err != nil {
			return nil, badCursor()
		}
		keys = append(keys, k)
	}
	return keys, nil
}

// encodeKey writes a key with a letter for its type. Whole numbers are of one length: that of a cursor tells nothing of them.
func encodeKey(k any) string {
	switch k := k.(type) {
	case string:
		return "s" + k
	case int64:
		return fmt.Sprintf("i%020d", k)
	case float64:
		return "f" + strconv.FormatFloat(k, 'g', -1, 64)
	case bool:
		return "b" + strconv.FormatBool(k)
	case dbtype.Date:
		return "d" + time.Time(k).Format(time.DateOnly)
	case time.Time:
		return "t" + k.UTC().Format(time.RFC3339Nano)
	default:
		return "n"
	}
}

func decodeKey(text string) (any, error) {
	if text == "" {
		return nil, badCursor()
	}
	rest := text[1:]
	switch text[0] {
	case 's':
		return rest, nil
	case 'i':
		return strconv.ParseInt(rest, 10, 64)
	case 'f':
		return strconv.ParseFloat(rest, 64)
	case 'b':
		return strconv.ParseBool(rest)
	case 'd':
		day, err := time.Parse(time.DateOnly, rest)
		return dbtype.Date(day), err
	case 't':
		return time.Parse(time.RFC3339Nano, rest)
	case 'n':
		return nil, nil
	}
	return nil, badCursor()
}

// after gives the condition that keeps the rows behind the cursor. Its text is the same whether a key is known or not.
func (b *build) after(o ordering, cursor origin) []string {
	if cursor == nil {
		return nil
	}
	keys := b.local(func(v *values) (any, error) {
		given, err := cursor(v)
		if err != nil {
			return nil, err
		}
		text, _ := given.(string)
		keys, err := v.seal.decodeCursor(text, o.name)
		if err != nil {
			return nil, err
		}
		if len(keys) != len(o.keys) {
			return nil, badCursor()
		}
		return keys, nil
	})
	return []string{b.behind(o.keys, keys, 0)}
}

// behind compares keys from a place on with those of the cursor, which are a local value. A key that has to be worked out is worked out once: repeated, the database would
// bring each of its mentions into a normal form that grows with the product of them, and plan what it asks of the graph for each.
func (b *build) behind(keys []key, cursor, from int) string {
	if k := keys[from]; k.as != "" {
		v := b.variable("key")
		return "any(" + v + " IN [" + k.expression + "] WHERE " + b.behindValue(v, keys, cursor, from) + ")"
	}
	return b.behindValue(keys[from].expression, keys, cursor, from)
}

// behindValue compares the value of the key in a place, and those after it.
func (b *build) behindValue(value string, keys []key, cursor, from int) string {
	k, p := keys[from], b.param(func(v *values) (any, error) { return v.locals[cursor].([]any)[from], nil })
	than, last := " > ", from == len(keys)-1
	if k.descending {
		than = " < "
	}
	if k.known && last {
		return value + than + p
	}
	if k.known {
		return "(" + value + than[:2] + "= " + p + " AND (" + value + than + p + " OR " + b.behind(keys, cursor, from+1) + "))"
	}
	further := "(" + p + " IS NOT NULL AND (" + value + than + p + " OR " + value + " IS NULL))"
	if last {
		return further
	}
	same := "(" + value + " = " + p + " OR " + p + " IS NULL AND " + value + " IS NULL)"
	return "(" + further + " OR " + same + " AND " + b.behind(keys, cursor, from+1) + ")"
}
