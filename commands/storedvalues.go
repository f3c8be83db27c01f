package commands

import (
	"partnernet/registry"
	"partnernet/stored"
)

// orNil gives a day as a value to be written, nil for none.
func orNil(d *registry.Date) any {
	if d == nil {
		return nil
	}
	return *d
}

// period gives the days between which a record with these values holds.
func period(values map[string]any) registry.Period {
	return registry.Period{From: stored.Day(values["validFrom"]), To: stored.Day(values["validTo"])}
}
