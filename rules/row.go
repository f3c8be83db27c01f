package rules

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/registry"
)

// row is what a statement gives of one record, or what is stored of it.
type row map[string]any

func text(v any) string {
	s, _ := v.(string)
	return s
}

// day gives a stored day, nil when there is none.
func day(v any) *registry.Date {
	stored, known := v.(dbtype.Date)
	if !known {
		return nil
	}
	d := civil.DateOf(time.Time(stored))
	return &d
}

// days gives the days in a list.
func days(v any) []registry.Date {
	items, _ := v.([]any)
	var all []registry.Date
	for _, item := range items {
		if d := day(item); d != nil {
			all = append(all, *d)
		}
	}
	return all
}

// texts gives a list of texts.
func texts(v any) []string {
	items, _ := v.([]any)
	all := make([]string, 0, len(items))
	for _, item := range items {
		all = append(all, text(item))
	}
	return all
}

// rows gives a list of rows.
func (r row) rows(name string) []row {
	items, _ := r[name].([]any)
	all := make([]row, 0, len(items))
	for _, item := range items {
		m, _ := item.(map[string]any)
		all = append(all, m)
	}
	return all
}

func (r row) text(name string) string { return text(r[name]) }

// period gives the days between which what the row tells holds.
func (r row) period() registry.Period {
	return registry.Period{From: day(r["validFrom"]), To: day(r["validTo"])}
}

// periods gives the periods of a list of rows.
func (r row) periods(name string) []registry.Period {
	var all []registry.Period
	for _, held := range r.rows(name) {
		all = append(all, held.period())
	}
	return all
}

// money gives the amount that is stored under a prefix, nil when there is none.
func (r row) money(prefix string) *registry.Money {
	units, known := r[prefix+"MinorUnits"].(int64)
	if !known {
		return nil
	}
	return &registry.Money{MinorUnits: units, Currency: r.text(prefix + "Currency")}
}
