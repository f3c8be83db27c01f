package ledger

import (
	"fmt"
	"maps"
	"slices"

	"partnernet/fault"
	"partnernet/model"
)

// relations adds the links that are not held. A field that leads to one record keeps the one it leads to.
func (d *drafted) relations() error {
	rests := d.record.Type != "Source" && d.record.Type != "Document" && d.telling.Source != ""
	if rests && !slices.Contains(d.current.links["HAS_SOURCE"], d.telling.Source) {
		d.rests = d.newly(link{"HAS_SOURCE", d.record.ID, d.telling.Source})
		d.touched = true
	}
	if err := d.release(); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(d.record.Links)) {
		f := d.kind.Field(name)
		if f == nil || f.Kind != model.Relationship {
			return fmt.Errorf("%s has no relation %q", d.kind.Name, name)
		}
		if err := d.mayLead(f, d.record.Links[name]); err != nil {
			return err
		}
		for _, target := range d.record.Links[name] {
			d.relate(f, target)
		}
	}
	return nil
}

// mayLead asks that the records a field is told to lead to are there, are of the field's type, and are one where there is room for one.
func (e *entry) mayLead(f *model.Field, targets []string) error {
	if len(targets) > 1 && !f.List && !f.Connection {
		return fault.New(fault.BadInput, "%s leads to one record, and %d are given.", f.Name, len(targets)).At(f.Name)
	}
	for _, target := range targets {
		label, found := e.labels[target]
		if !found {
			return fault.New(fault.BadInput, "there is no record %s.", target).In(f.Name)
		}
		fits := func(name string) bool { return e.ledger.model.Type(name).Label == label }
		if !slices.ContainsFunc(e.ledger.model.Type(f.Target).Possible, fits) {
			return fault.New(fault.BadInput, "%s leads to a %s, and %s is a %s.", f.Name, f.Target, target, label).At(f.Name)
		}
	}
	return nil
}

func (d *drafted) relate(f *model.Field, target string) {
	from, to, current := d.record.ID, target, d.current.links[f.RelType]
	switch f.Direction {
	case "IN":
		from, to, current = target, d.record.ID, d.current.incoming[f.RelType]
	case "BOTH":
		current = slices.Concat(current, d.current.incoming[f.RelType])
	}
	single := len(current) > 0 && !f.List && !f.Connection
	switch {
	case slices.Contains(current, target):
		d.agree(f.Name, target)
		return
	case single && !d.telling.Overwrites:
		d.addDisagreement(f.Name, current[0], target)
		return
	case single:
		d.noteChange(f.Name, current[0], target)
		d.leave(f, current[0])
	default:
		d.noteChange(f.Name, "", target)
	}
	d.join(f.RelType, from, to)
}

// link is a relationship between two records.
type link struct{ relType, from, to string }

// join adds a relationship.
func (d *drafted) join(relType, from, to string) {
	if d.newly(link{relType, from, to}) {
		d.links = append(d.links, map[string]any{"type": relType, "from": from, "to": to})
	}
}

// newly notes that a relationship is added, once: two records of a telling may tell it, each from its end.
func (d *drafted) newly(l link) bool {
	if d.linked[l] {
		return false
	}
	d.linked[l] = true
	d.effect.Links = append(d.effect.Links, linkChange{Type: l.relType, From: l.from, To: l.to, Added: true})
	return true
}

// leave ends the relation to a record.
func (d *drafted) leave(f *model.Field, target string) {
	from, to := d.record.ID, target
	if f.Direction == "IN" {
		from, to = target, d.record.ID
	}
	d.unlinks = append(d.unlinks, map[string]any{"type": f.RelType, "from": from, "to": to})
	d.effect.Links = append(d.effect.Links, linkChange{Type: f.RelType, From: from, To: to})
}

// release ends the relations, and takes away the parts, of fields that lead to nothing any more but what is told.
func (d *drafted) release() error {
	for _, name := range d.record.Released {
		f := d.kind.Field(name)
		d.current.links[f.RelType] = slices.DeleteFunc(d.current.links[f.RelType], func(target string) bool {
			if slices.Contains(d.record.Links[name], target) {
				return false
			}
			d.noteChange(name, target, "")
			d.leave(f, target)
			return true
		})
		if err := d.releaseParts(f); err != nil {
			return err
		}
	}
	return nil
}

// releaseParts takes away the parts that a field has and that are not told.
func (d *drafted) releaseParts(f *model.Field) error {
	t := d.ledger.model.Type(f.Target)
	var given []map[string]any
	for _, p := range d.record.Parts[f.Name] {
		key, err := allStored(t, p.Key)
		if err != nil {
			return err
		}
		given = append(given, key)
	}
	d.current.parts = slices.DeleteFunc(d.current.parts, func(p storedPart) bool {
		kept := func(key map[string]any) bool { return containsAll(p.properties, key) }
		if p.relation != f.RelType || t.Record || slices.ContainsFunc(given, kept) {
			return false
		}
		d.noteChange(f.Name, partShown(t, p), "")
		d.effect.Parts = append(d.effect.Parts, partChange{Relation: p.relation, Label: t.Label, Before: p.freeze()})
		d.drops = append(d.drops, map[string]any{"owner": d.record.ID, "relation": p.relation, "held": p.properties})
		return true
	})
	return nil
}
