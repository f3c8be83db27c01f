package cypher_test

import (
	"fmt"
	"hash/fnv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/cypher"
	"partnernet/model"
)

// witnesses are functions for all @computed fields. Each answers with what it was given, or, where a text is no answer, with something
// that depends on all of it: so an answer that is right shows that the function was given what is right.
func witnesses(m *model.Model) cypher.Functions {
	functions := cypher.Functions{}
	for _, t := range m.Types() {
		for _, f := range t.Fields() {
			if f.Kind == model.Computed && !t.Abstract {
				functions[t.Name+"."+f.Name] = func(c cypher.Call) (any, error) { return testify(f.Def.Type, evidence(f, c)), nil }
			}
		}
	}
	return functions
}

// evidence tells all that a function was given.
func evidence(f *model.Field, c cypher.Call) string {
	text := fmt.Sprintf("%s %v on %v in %s:", f.Name, c.Arguments, c.AsOf, c.Language)
	for _, name := range f.Requires {
		v := c.Row[name]
		if day, ok := v.(dbtype.Date); ok {
			v = time.Time(day).Format(time.DateOnly)
		}
		text += fmt.Sprintf(" %s=%v", name, v)
	}
	return text
}

// testify gives a value of a type that depends on a text; where it may, now and then none.
func testify(t *ast.Type, text string) any {
	hash := fnv.New32()
	_, _ = hash.Write([]byte(text)) // a hash takes everything
	number := int64(hash.Sum32() % 1000)
	if !t.NonNull && number%5 == 0 {
		return nil
	}
	switch t.Name() {
	case "Int":
		return number
	case "Float":
		return float64(number) / 8
	case "Boolean":
		return number%2 == 0
	case "Money":
		return map[string]any{"minorUnits": number, "currency": text}
	}
	return text
}
