package backup

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// JSON has texts, numbers, truth values and lists. What else the database stores is an object with one name, which says what it is.
const (
	ofDay   = "date"  // 2024-05-31
	ofTime  = "time"  // an instant, in UTC
	ofFloat = "float" // a number that is not whole, or was not meant to be
	ofBytes = "bytes" // base64
	ofPoint = "point" // x, y, and the number of the reference system
)

// written gives a stored value as a line has it.
func written(v any) (any, error) {
	switch v := v.(type) {
	case string, bool, int64:
		return v, nil
	case float64:
		return map[string]any{ofFloat: v}, nil
	case dbtype.Date:
		return map[string]any{ofDay: civil.DateOf(time.Time(v)).String()}, nil
	case time.Time:
		return map[string]any{ofTime: v.UTC().Format(time.RFC3339Nano)}, nil
	case []byte:
		return map[string]any{ofBytes: base64.StdEncoding.EncodeToString(v)}, nil
	case dbtype.Point2D:
		return map[string]any{ofPoint: []any{v.X, v.Y, v.SpatialRefId}}, nil
	case []any:
		return each(v, written)
	}
	return nil, fmt.Errorf("a value of type %T is stored, which no backup has a form for", v)
}

// read gives a value of a line as it is stored.
func read(v any) (any, error) {
	switch v := v.(type) {
	case string, bool:
		return v, nil
	case json.Number:
		return v.Int64()
	case []any:
		return each(v, read)
	case map[string]any:
		return readObject(v)
	}
	return nil, fmt.Errorf("%v is no value", v)
}

func readObject(v map[string]any) (any, error) {
	for name, value := range v {
		text, _ := value.(string)
		switch name {
		case ofDay:
			day, err := civil.ParseDate(text)
			return dbtype.Date(day.In(time.UTC)), err
		case ofTime:
			return time.Parse(time.RFC3339Nano, text)
		case ofBytes:
			return base64.StdEncoding.DecodeString(text)
		case ofFloat:
			return readFloat(value)
		case ofPoint:
			return readPoint(value)
		}
	}
	return nil, fmt.Errorf("%v is no value", v)
}

func readFloat(v any) (float64, error) {
	number, is := v.(json.Number)
	if !is {
		return 0, fmt.Errorf("%v is no number", v)
	}
	return number.Float64()
}

func readPoint(v any) (dbtype.Point2D, error) {
	items, _ := v.([]any)
	if len(items) != 3 {
		return dbtype.Point2D{}, fmt.Errorf("%v is no point", v)
	}
	var numbers [3]float64
	for i, item := range items {
		var err error
		if numbers[i], err = readFloat(item); err != nil {
			return dbtype.Point2D{}, err
		}
	}
	return dbtype.Point2D{X: numbers[0], Y: numbers[1], SpatialRefId: uint32(numbers[2])}, nil
}

func each(items []any, of func(any) (any, error)) (any, error) {
	all := make([]any, len(items))
	for i, item := range items {
		var err error
		if all[i], err = of(item); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// all does so for each of some properties.
func all(properties map[string]any, of func(any) (any, error)) (map[string]any, error) {
	done := make(map[string]any, len(properties))
	for name, v := range properties {
		var err error
		if done[name], err = of(v); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	return done, nil
}
