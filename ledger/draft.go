package ledger

import (
	"fmt"
	"maps"
	"reflect"
	"slices"

	"partnernet/model"
	"partnernet/registry"
)

// entry is a telling worked out against what is held: all that will be written.
type entry struct {
	*Page
	telling Telling
	outcome Outcome
	nodes   []any
	links   []any
	unlinks []any
	parts   map[part][]any
	claims  []any
	changes []any
}

// part is a field that holds parts of a type, told apart by the named keys.
type part struct{ owner, field, keys string }

func (p *Page) draft(t Telling, all map[string]held) (*entry, error) {
	e := &entry{Page: p, telling: t, parts: map[part][]any{}}
	e.outcome = Outcome{Created: map[string]int{}, Changed: map[string]int{}, Same: map[string]int{}}
	for _, r := range t.Records {
		h, exists := all[r.ID]
		d := &drafted{entry: e, record: r, kind: p.ledger.model.Type(r.Type), held: h, exists: exists}
		if d.kind == nil || !d.kind.Record {
			return nil, fmt.Errorf("%q is no type of record", r.Type)
		}
		if err := d.work(); err != nil {
			return nil, fmt.Errorf("%s %s: %w", r.Type, r.ID, err)
		}
	}
	return e, nil
}

// drafted is one record of a telling being worked out.
type drafted struct {
	*entry
	record  Record
	kind    *model.Type
	held    held
	exists  bool
	set     map[string]any
	fields  []any // what changes, as the Change keeps it
	touched bool  // something is written that is no field: a link, a part, a claim
}

func (d *drafted) work() error {
	d.set = map[string]any{}
	unknown := reasons(d.held.properties)
	for _, field := range slices.Sorted(maps.Keys(d.record.Values)) {
		if err := d.value(field, d.record.Values[field], unknown); err != nil {
			return err
		}
	}
	for _, c := range d.record.Claims {
		if err := d.ownClaim(c); err != nil {
			return err
		}
	}
	for _, n := range d.record.Noted {
		d.fields = append(d.fields, changedFieldText(n.Name, n.Before, n.After))
	}
	d.reasons(unknown)
	if err := d.relations(); err != nil {
		return err
	}
	if err := d.partRows(); err != nil {
		return err
	}
	return d.finish()
}

// value adds a value that is not held, and keeps one that is unless the telling overwrites.
func (d *drafted) value(field string, value any, unknown map[string]registry.Reason) error {
	properties, err := stored(d.kind, field, value)
	if err != nil {
		return err
	}
	before, after := shown(d.kind, field, d.held.properties), shown(d.kind, field, properties)
	switch {
	case before == after:
		return nil
	case d.telling.Overwrites:
	case before != "":
		d.disagree(field, before, after)
		return nil
	case unknown[field] == registry.SourcesDisagree:
		d.claim(field, after, "", d.telling.Source)
		return nil
	}
	maps.Copy(d.set, properties)
	delete(unknown, field)
	d.fields = append(d.fields, changedFieldText(field, before, after))
	return nil
}

// disagree leaves the held value and puts both sources' claims beside it.
func (d *drafted) disagree(field, before, after string) {
	if earlier := d.held.told[field]; earlier != "" {
		d.claim(field, before, "", earlier)
	}
	d.claim(field, after, "", d.telling.Source)
	d.outcome.Disagreements = append(d.outcome.Disagreements, Disagreement{Type: d.record.Type, ID: d.record.ID, Field: field, Held: before, Told: after})
}

func (d *drafted) ownClaim(c Claim) error {
	if text, isText := c.Value.(string); isText {
		d.claim(c.Field, text, c.Locator, d.telling.Source)
		return nil
	}
	properties, err := stored(d.kind, c.Field, c.Value)
	if err != nil {
		return err
	}
	d.claim(c.Field, shown(d.kind, c.Field, properties), c.Locator, d.telling.Source)
	return nil
}

// claim adds a claim that is not there yet.
func (d *drafted) claim(field, value, locator, source string) {
	for _, c := range d.held.claims {
		if c["field"] == field && c["value"] == value && c["source"] == source {
			return
		}
	}
	d.held.claims = append(d.held.claims, map[string]any{"field": field, "value": value, "source": source})
	d.claims = append(d.claims, map[string]any{"id": d.record.ID, "field": field, "value": value, "locator": orNull(locator), "source": source})
	d.touched = true
}

// reasons adds the reasons for what is unknown now, where nobody has given a value or a reason yet.
func (d *drafted) reasons(unknown map[string]registry.Reason) {
	for field, reason := range d.record.Unknown {
		f := d.kind.Field(field)
		kept := f != nil && (f.Kind == model.Property || f.Kind == model.Embedded) && shown(d.kind, field, d.held.properties) != ""
		if kept && !d.telling.Overwrites {
			continue
		}
		if unknown[field] == "" || d.telling.Overwrites {
			unknown[field] = reason
		}
	}
	if after := reasonList(unknown); !reflect.DeepEqual(after, list(d.held.properties["unknown"])) && len(after)+len(list(d.held.properties["unknown"])) > 0 {
		d.set["unknown"] = after
		d.touched = true
	}
}

func (d *drafted) finish() error {
	if !d.exists {
		d.outcome.Created[d.record.Type]++
	} else if len(d.fields) == 0 && !d.touched {
		d.outcome.Same[d.record.Type]++
		return nil
	} else {
		d.outcome.Changed[d.record.Type]++
	}
	all := map[string]any{}
	maps.Copy(all, d.held.properties)
	maps.Copy(all, d.set)
	maps.Copy(d.set, derived(d.kind, all))
	sensitivity := d.record.Sensitivity
	if sensitivity == "" {
		sensitivity = "PUBLIC"
	}
	d.nodes = append(d.nodes, map[string]any{"id": d.record.ID, "label": d.kind.Label, "set": d.set, "sensitivity": sensitivity})
	id, err := newID()
	d.position++
	d.changes = append(d.changes, map[string]any{"id": id, "position": d.position, "subject": d.record.ID, "fields": d.fields, "sensitivity": sensitivity})
	d.outcome.Changes = append(d.outcome.Changes, id)
	return err
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}
