package ledger

import (
	"maps"

	"partnernet/registry"
)

// currentEnd gives what is held of the end of a relation, "" for nothing.
func (d *drafted) currentEnd() registry.EndStatus {
	return registry.EndStatus(valueText(d.current.properties["endStatus"]))
}

// dayBecomesKnown says whether a source tells the day of an end that had one that nobody knew. That is no disagreement.
func (d *drafted) dayBecomesKnown() bool {
	return !d.telling.Overwrites && d.currentEnd() == registry.EndDateUnknown && d.record.Values["validTo"] != nil
}

// valuesWithEndStatus gives the values that are told, with what follows from them: an end of which the day becomes known is one of a known day.
func (d *drafted) valuesWithEndStatus() map[string]any {
	if !d.dayBecomesKnown() {
		return d.record.Values
	}
	values := maps.Clone(d.record.Values)
	values["endStatus"] = string(registry.EndKnown)
	return values
}
