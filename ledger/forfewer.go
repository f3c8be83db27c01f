package ledger

import (
	"context"
	"maps"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/rules"
)

// A confined telling is for the audiences of its records alone. Its words may stand beside what is held, as claims of a source that only they see,
// and lead to it; they do not come to stand on a record that others see, too, where nothing would tell that its source is not for these.

// readHeldAudiences has the page know for whom the records are that a confined telling may find held.
func (p *Page) readHeldAudiences(ctx context.Context, t Telling) error {
	if !t.Confined {
		return nil
	}
	return p.readAudiences(ctx)
}

// showsMore says whether others may see the record as it is held, or was before it was taken back, than those for whom it is told.
func (d *drafted) showsMore() (held registry.Audience, more bool) {
	number, known := d.current.properties["audience"].(int64)
	if !d.telling.Confined || !known {
		return "", false
	}
	if held = d.audiences[number]; number < int64(len(fixed)) {
		held = fixed[number]
	}
	return held, held != "" && !held.Within(d.record.Audience)
}

// confine notes what a telling for fewer would write onto a record that is held and that more see. One that had been taken back, and becomes a record by
// the telling, is for those few.
func (d *drafted) confine() {
	held, more := d.showsMore()
	switch {
	case !more:
	case d.returns:
		d.set["audience"] = d.numbers[d.record.Audience]
	default:
		if fields := d.written(); len(fields) > 0 {
			d.note(rules.Violated(d.record.Type, d.record.ID, fields[0], fault.New(fault.Conflict,
				"The record is for %s, and this is told for %s: others would see %s. Tell it in a file for all who see it, or leave these fields out; other records may lead to this one.",
				held.Class(), d.record.Audience.Class(), strings.Join(fields, ", ")).Breaking(registry.RuleToldForFewer)))
		}
	}
}

// written gives the fields that change, and those of which it comes to be said why they are not known.
func (d *drafted) written() []string {
	names := map[string]bool{}
	for _, text := range d.fields {
		names[changedField(valueText(text)).Name] = true
	}
	before := reasons(d.current.properties)
	for field, reason := range d.unknown {
		if before[field] != reason {
			names[field] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}
