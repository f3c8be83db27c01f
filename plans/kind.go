package plans

import (
	"encoding/json"
	"reflect"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/store"
)

// kind says what a parameter is, without its value. The database makes another plan for another type, and for another order of magnitude of a list or of
// bytes, and for nothing else.
type kind struct {
	Type   string          `json:"type"`
	Size   int             `json:"size,omitempty"`   // of bytes or of a list: 0, 1, 10, 100 …, rounded up
	Item   *kind           `json:"item,omitempty"`   // what a list has
	Fields map[string]kind `json:"fields,omitempty"` // what a map has
}

// shapeOf gives a statement's text and the kinds of its parameters, as JSON; false when one of them is of a type that is not known here.
func shapeOf(s store.Statement) (shape, bool) {
	kinds, ok := fieldsOf(s.Params)
	if !ok {
		return shape{}, false
	}
	text, err := json.Marshal(kinds)
	return shape{text: s.Text, kinds: string(text)}, err == nil
}

func fieldsOf(values map[string]any) (map[string]kind, bool) {
	kinds := make(map[string]kind, len(values))
	for name, value := range values {
		k, ok := kindOf(value)
		if !ok {
			return nil, false
		}
		kinds[name] = k
	}
	return kinds, true
}

func kindOf(value any) (kind, bool) {
	switch v := value.(type) {
	case bool:
		return kind{Type: "boolean"}, true
	case int, int64:
		return kind{Type: "integer"}, true
	case float64:
		return kind{Type: "float"}, true
	case nil, string: // the database gets either as an entry of one map, of whose entries its plan knows nothing: see store.Statement
		return kind{Type: "text"}, true
	case []byte:
		return kind{Type: "bytes", Size: magnitude(len(v))}, true
	case dbtype.Date:
		return kind{Type: "date"}, true
	case time.Time:
		return kind{Type: "time"}, true
	case map[string]any:
		fields, ok := fieldsOf(v)
		return kind{Type: "map", Fields: fields}, ok
	}
	list := reflect.ValueOf(value)
	if list.Kind() != reflect.Slice {
		return kind{}, false
	}
	k := kind{Type: "list", Size: magnitude(list.Len())}
	if list.Len() == 0 {
		return k, true
	}
	item, ok := kindOf(list.Index(0).Interface())
	k.Item = &item
	return k, ok
}

// magnitude rounds a size up to a power of ten.
func magnitude(size int) int {
	if size == 0 {
		return 0
	}
	m := 1
	for m < size {
		m *= 10
	}
	return m
}

// statement gives a statement that the database plans like those of the shape, with values that nobody asked for.
func (s shape) statement() (store.Statement, error) {
	var kinds map[string]kind
	if err := json.Unmarshal([]byte(s.kinds), &kinds); err != nil {
		return store.Statement{}, err
	}
	return store.Statement{Text: s.text, Params: standIns(kinds)}, nil
}

func standIns(kinds map[string]kind) map[string]any {
	values := make(map[string]any, len(kinds))
	for name, k := range kinds {
		values[name] = k.standIn()
	}
	return values
}

// standIn gives a value of the kind.
func (k kind) standIn() any {
	switch k.Type {
	case "boolean":
		return false
	case "integer":
		return int64(0)
	case "float":
		return 0.0
	case "text":
		return "x"
	case "bytes":
		return make([]byte, k.Size)
	case "date":
		return dbtype.Date(time.Unix(0, 0).UTC())
	case "time":
		return time.Unix(0, 0).UTC()
	case "map":
		return standIns(k.Fields)
	case "list":
		list := make([]any, k.Size)
		for i := range list {
			list[i] = k.Item.standIn()
		}
		return list
	}
	return nil
}
