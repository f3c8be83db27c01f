package cypher

import (
	"encoding/base64"
	"encoding/json"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
)

// A cursor holds the order it belongs to and the keys of its row, so that it stays good when rows come and go.
// It is opaque to clients.

// positionOrder is the order of a list that a statement ordered: its cursors hold the row's position.
const positionOrder = "position"

func badCursor() error {
	return fault.New(fault.BadInput, "after is no cursor of this list. Give the endCursor or an edge's cursor of the same list in the same order.").At("after")
}

func encodeCursor(order string, keys []any) string {
	parts := []string{order}
	for _, k := range keys {
		parts = append(parts, encodeKey(k))
	}
	text, _ := json.Marshal(parts) // strings always marshal
	return base64.RawURLEncoding.EncodeToString(text)
}

func decodeCursor(cursor, order string) ([]any, error) {
	text, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return nil, badCursor()
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

// encodeKey writes a key with a letter for its type.
func encodeKey(k any) string {
	switch k := k.(type) {
	case string:
		return "s" + k
	case int64:
		return "i" + strconv.FormatInt(k, 10)
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
		keys, err := decodeCursor(text, o.name)
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

// behind compares keys from a place on with those of the cursor, which are a local value.
func (b *build) behind(keys []key, cursor, from int) string {
	k, p := keys[from], b.param(func(v *values) (any, error) { return v.locals[cursor].([]any)[from], nil })
	than, last := " > ", from == len(keys)-1
	if k.descending {
		than = " < "
	}
	if k.known && last {
		return k.expression + than + p
	}
	if k.known {
		return "(" + k.expression + than[:2] + "= " + p + " AND (" + k.expression + than + p + " OR " + b.behind(keys, cursor, from+1) + "))"
	}
	further := "(" + p + " IS NOT NULL AND (" + k.expression + than + p + " OR " + k.expression + " IS NULL))"
	if last {
		return further
	}
	same := "(" + k.expression + " = " + p + " OR " + p + " IS NULL AND " + k.expression + " IS NULL)"
	return "(" + further + " OR " + same + " AND " + b.behind(keys, cursor, from+1) + ")"
}
