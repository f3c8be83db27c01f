package lab

import (
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/cypher"
	"partnernet/ledger"
	"partnernet/model"
)

// Witnesses are functions for all @computed fields. Each answers with what it was given, or, where a text is no answer, with something
// that depends on all of it: so an answer that is right shows that the function was given what is right. What a change says of fields is told as the registry
// does: it is given what is hidden too.
func Witnesses(m *model.Model) cypher.Functions {
	functions := cypher.Functions{}
	for _, t := range m.Types() {
		for _, f := range t.Fields() {
			if f.Kind == model.Computed {
				functions[f.Declared+"."+f.Name] = func(c cypher.Call) (any, error) { return testifyOf(m, f, c), nil }
			}
		}
	}
	functions["Change.fields"] = func(c cypher.Call) (any, error) {
		row, _ := c.Row["changedFields"].([]any)[0].(map[string]any)
		return ledger.ChangedFields(m, row), nil
	}
	return functions
}

// testifyOf gives a value of a field that depends on all that its function was given. Of an object that is worked out it gives every
// field; where one is a gathered record, that of the first row, and no object at all where there is no row.
func testifyOf(m *model.Model, f *model.Field, c cypher.Call) any {
	t := m.Type(f.Target)
	if t != nil && t.Name == "Money" && f.List {
		return []any{map[string]any{"minorUnits": int64(1), "currency": evidence(f, c)}}
	}
	if t == nil && f.List {
		return []any{evidence(f, c)}
	}
	if t == nil || t.Name == "Money" {
		return testify(f.Def.Type, evidence(f, c))
	}
	object := maps.Clone(c.Row)
	for _, inner := range t.Fields() {
		rows, _ := c.Row[inner.Of].([]any)
		switch {
		case inner.Kind == model.Gathered && len(rows) == 0:
			return nothing(f)
		case inner.Kind == model.Gathered && rows[len(rows)-1].(map[string]any)[inner.As] == nil:
			object[inner.Name] = nil // it may be null
		case inner.Kind == model.Gathered && !inner.Def.Type.NonNull:
			object[inner.Name] = len(rows) - 1
		case inner.Kind == model.Gathered && inner.List:
			object[inner.Name] = []any{0}
		case inner.Kind == model.Gathered:
			object[inner.Name] = 0
		case inner.Kind == model.Property:
			object[inner.Name] = testify(inner.Def.Type, evidence(f, c))
		}
	}
	if f.List {
		return []any{object}
	}
	return object
}

// nothing is an empty list, or null.
func nothing(f *model.Field) any {
	if f.List {
		return []any{}
	}
	return nil
}

// evidence tells all that a function was given.
func evidence(f *model.Field, c cypher.Call) string {
	parts := []string{fmt.Sprintf("%s %v on %v in %s:", f.Name, c.Arguments, c.AsOf, c.Language)}
	for _, name := range slices.Concat(f.Requires, f.Gathers) {
		v := c.Row[name]
		if name == "tellings" {
			v = withoutHiddenNames(v)
		}
		if day, ok := v.(dbtype.Date); ok {
			v = time.Time(day).Format(time.DateOnly)
		}
		parts = append(parts, fmt.Sprintf("%s=%v", name, v))
	}
	return strings.Join(parts, " ")
}

// withoutHiddenNames gives what sources told of a record without the ids that are there only to be left out of its texts: those of records that do not exist
// for the viewer.
func withoutHiddenNames(tellings any) any {
	given, _ := tellings.([]any)
	rows := slices.Clone(given)
	for i, row := range rows {
		if record, is := row.(map[string]any)["held"].(map[string]any); is {
			record = maps.Clone(record)
			named, _ := record["named"].([]any)
			record["named"] = slices.DeleteFunc(slices.Clone(named), func(pair any) bool { return pair.([]any)[1] == false })
			rows[i] = map[string]any{"held": record}
		}
	}
	return rows
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
