package commands

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/registry"
)

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
