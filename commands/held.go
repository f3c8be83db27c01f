package commands

import (
	"maps"
	"slices"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/model"
	"partnernet/registry"
)

// released gives the fields that lead to one record or part, and that the input gives as null.
func (w *work) released(typeName string) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(w.request.Input)) {
		f := w.model.Type(typeName).Field(name)
		if w.request.Input[name] == nil && f != nil && f.Kind == model.Relationship && !f.List && !f.Connection && f.Direction == "OUT" {
			names = append(names, name)
		}
	}
	return names
}

// input gives a text of the input, "" when it is not given.
func (w *work) input(name string) string {
	text, _ := w.request.Input[name].(string)
	return text
}

// today gives the day on which the command is done.
func (w *work) today() registry.Date { return civil.DateOf(w.now()) }

// day gives a stored date as a day, nil when there is none.
func day(v any) *registry.Date {
	stored, known := v.(dbtype.Date)
	if !known {
		return nil
	}
	d := civil.DateOf(time.Time(stored))
	return &d
}

// orNil gives a day as a value to be written, nil for none.
func orNil(d *registry.Date) any {
	if d == nil {
		return nil
	}
	return *d
}

// period gives the days between which a record with these values holds.
func period(values map[string]any) registry.Period {
	return registry.Period{From: day(values["validFrom"]), To: day(values["validTo"])}
}

// textOf gives a stored text, "" when there is none.
func textOf(v any) string {
	text, _ := v.(string)
	return text
}

// textsOf gives a list of texts, as it is stored or as it is drafted.
func textsOf(v any) []string {
	if drafted, ok := v.([]string); ok {
		return drafted
	}
	return texts(v)
}
