package ledger

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/model"
	"partnernet/registry"
)

// partRows adds the record's parts, and to those that are held what they lack.
func (d *drafted) partRows() error {
	for _, name := range slices.Sorted(maps.Keys(d.record.Parts)) {
		f := d.kind.Field(name)
		if f == nil || f.Kind != model.Relationship {
			return fmt.Errorf("%s has no parts %q", d.kind.Name, name)
		}
		for _, p := range d.record.Parts[name] {
			if err := d.partRow(f, p); err != nil {
				return err
			}
		}
	}
	return nil
}

// partRow adds one part. A value or a relation that is held otherwise stays, unless the telling overwrites: then the part as told and the
// part as held are claims.
func (d *drafted) partRow(f *model.Field, p Part) error {
	t := d.ledger.model.Type(f.Target)
	given, err := d.givenPart(f, t, p)
	if err != nil {
		return err
	}
	key, err := allStored(t, p.Key)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(d.current.parts, func(h storedPart) bool { return h.relation == f.RelType && containsAll(h.properties, key) })
	current := storedPart{}
	if at >= 0 {
		current = d.current.parts[at]
	}
	set, links, disagrees := d.missing(t, current, given)
	if disagrees {
		d.addDisagreement(f.Name, partShown(t, current), partShown(t, given))
	}
	if len(set)+len(links) == 0 && (at >= 0 || !f.List) { // one of which nothing is told is as left out
		if at >= 0 && !disagrees {
			d.agree(f.Name, partShown(t, given))
		}
		return nil
	}
	now := current.completedBy(f.RelType, set, links)
	for name := range p.Links {
		delete(d.unknown, f.Name+"."+name)
	}
	d.noteChange(f.Name, partShown(t, current), partShown(t, now))
	maps.Copy(now.properties, key)
	d.effect.Parts = append(d.effect.Parts, partChange{Relation: f.RelType, Label: t.Label, Before: current.freeze(), After: now.freeze()})
	d.broken = append(d.broken, d.ledger.rules.Part(d.kind.Label, d.record.ID, f.Name, t.Label, now.properties, set, d.ledger.now())...)
	if at >= 0 {
		d.current.parts[at] = now
		d.currentParts = append(d.currentParts, map[string]any{"owner": d.record.ID, "relation": f.RelType, "key": key, "set": set, "links": links})
		return nil
	}
	if err := d.ledger.checkRequired(t, now.hasValue); err != nil {
		return withPlace(f.Name, err)
	}
	d.current.parts = append(d.current.parts, now)
	d.parts = append(d.parts, map[string]any{"owner": d.record.ID, "relation": f.RelType, "label": t.Label, "set": now.properties, "links": links})
	return nil
}

// givenPart gives a part as it would be held if nothing were held before.
func (d *drafted) givenPart(f *model.Field, t *model.Type, p Part) (storedPart, error) {
	given := storedPart{relation: f.RelType, links: map[string][]string{}}
	for _, name := range slices.Sorted(maps.Keys(p.Links)) {
		inner := t.Field(name)
		if inner == nil || inner.Kind != model.Relationship {
			return given, fmt.Errorf("%s has no relation %q", t.Name, name)
		}
		if err := d.mayLead(inner, p.Links[name]); err != nil {
			return given, err
		}
		given.links[inner.RelType] = p.Links[name]
	}
	properties, err := allStored(t, p.Values)
	if err == nil && t.Name == numbers {
		properties["likeness"] = registry.NumberKey(valueText(properties["value"]))
	}
	given.properties = properties
	return given, err
}

// missing gives what a held part lacks of a told one, and whether they disagree about what both have.
func (d *drafted) missing(t *model.Type, current, given storedPart) (set map[string]any, links []any, disagrees bool) {
	set, links = map[string]any{}, []any{}
	otherwise := disagreeing(current, given)
	for name, value := range given.properties {
		switch {
		case valueText(current.properties[name]) == valueText(value):
		case otherwise[name] && !d.telling.Overwrites:
			disagrees = true
		default:
			set[name] = value
		}
	}
	for _, f := range t.Fields() {
		for _, target := range given.links[f.RelType] {
			before := current.links[f.RelType]
			single := len(before) > 0 && !f.List && !f.Connection
			switch {
			case f.Kind != model.Relationship || slices.Contains(before, target):
			case single && !d.telling.Overwrites:
				disagrees = true
			default:
				links = append(links, map[string]any{"type": f.RelType, "to": target, "replaces": single})
			}
		}
	}
	return set, links, disagrees
}

// completedBy gives the part after it was given what it lacked.
func (h storedPart) completedBy(relation string, set map[string]any, links []any) storedPart {
	after := storedPart{relation: relation, properties: map[string]any{}, links: maps.Clone(h.links)}
	maps.Copy(after.properties, h.properties)
	maps.Copy(after.properties, set)
	if after.links == nil {
		after.links = map[string][]string{}
	}
	for _, l := range links {
		link, _ := l.(map[string]any)
		relation, to := valueText(link["type"]), valueText(link["to"])
		if replaces, _ := link["replaces"].(bool); replaces {
			after.links[relation] = nil
		}
		after.links[relation] = append(slices.Clip(after.links[relation]), to)
	}
	return after
}

// hasValue says whether a field of the part has a value or leads anywhere.
func (h storedPart) hasValue(f *model.Field) bool {
	return valueText(h.properties[f.Property]) != "" || len(h.links[f.RelType]) > 0
}

// partShown gives a part as a claim or a change shows it: its values and what it leads to, in the schema's order; "" for no part.
func partShown(t *model.Type, p storedPart) string {
	var texts []string
	for _, f := range t.Fields() {
		switch f.Kind {
		case model.Property, model.Embedded:
			texts = append(texts, fieldText(t, f.Name, p.properties))
		case model.Relationship:
			for _, id := range p.links[f.RelType] {
				texts = append(texts, cmp.Or(nutsCode(id), id))
			}
		}
	}
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), ", ")
}

// containsAll says whether all these values are among the properties.
func containsAll(properties, values map[string]any) bool {
	for name, value := range values {
		if valueText(properties[name]) != valueText(value) {
			return false
		}
	}
	return true
}
