package rules

import (
	"partnernet/registry"
	"partnernet/stored"
)

// row is what a statement gives of one record, or what is stored of it.
type row map[string]any

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

func (r row) text(name string) string { return stored.Text(r[name]) }

// day gives the day of an instant, nil when it is not known.
func (r row) day(name string) *registry.Date {
	at := stored.Time(r[name])
	if at.IsZero() {
		return nil
	}
	return new(registry.Today(at))
}

// period gives the days between which what the row tells holds.
func (r row) period() registry.Period {
	return registry.Period{From: stored.Day(r["validFrom"]), To: stored.Day(r["validTo"])}
}

// periods gives the periods of a list of rows.
func (r row) periods(name string) []registry.Period {
	var all []registry.Period
	for _, candidate := range r.rows(name) {
		all = append(all, candidate.period())
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
