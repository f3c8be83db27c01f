package ledger

import (
	"maps"

	"partnernet/registry"
)

// A source that tells where something stands otherwise than it is held, and since when, tells one thing: the day goes with the state, and does not come to stand
// beside another one. So it is with any value that would not go with what is held, and goes with what the source tells instead.

// readDisputed finds which of the fields that the telling tells stand beside what is held as claims, and do not take its place.
func (d *drafted) readDisputed(values map[string]any) error {
	d.disputed = map[string]bool{}
	if d.telling.Overwrites {
		return nil
	}
	all := map[string]map[string]any{}
	for field, value := range values {
		properties, err := storedForm(d.kind, field, value)
		if err != nil {
			return err
		}
		all[field] = properties
		before, after := fieldText(d.kind, field, d.current.properties), fieldText(d.kind, field, properties)
		if before != after && d.becomesClaim(field, before) {
			d.disputed[field] = true
		}
	}
	if len(d.disputed) == 0 {
		return nil
	}
	for field := range values {
		if d.disputed[registry.StateOf(field)] {
			d.disputed[field] = true
		}
	}
	for d.disputeAmiss(all) {
		continue
	}
	return nil
}

// disputeAmiss has what would be amiss beside what is held be disputed too, and says whether there was any. The stored properties of each field are given.
func (d *drafted) disputeAmiss(all map[string]map[string]any) bool {
	told, others, fields := map[string]any{}, map[string]any{}, map[string]string{}
	for field, properties := range all {
		for name := range properties {
			fields[name] = field
		}
		if d.disputed[field] {
			maps.Copy(others, properties)
		} else {
			maps.Copy(told, properties)
		}
	}
	amiss := d.ledger.rules.AmissBeside(d.kind.Label, d.current.properties, told, others, d.ledger.now())
	for _, name := range amiss {
		d.disputed[fields[name]] = true
	}
	return len(amiss) > 0
}

// disagreeing gives the values of a told part that are held otherwise, and those that say more of one of them.
func disagreeing(current, given storedPart) map[string]bool {
	all := map[string]bool{}
	for name, value := range given.properties {
		if before := valueText(current.properties[name]); before != "" && before != valueText(value) {
			all[name] = true
		}
	}
	for name := range given.properties {
		if all[registry.StateOf(name)] {
			all[name] = true
		}
	}
	return all
}
