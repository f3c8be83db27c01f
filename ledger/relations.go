package ledger

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/model"
)

// relations adds the links that are not held. A field that leads to one record keeps the one it leads to.
func (d *drafted) relations() error {
	rests := d.record.Type != "Source" && d.record.Type != "Document" && d.telling.Source != ""
	if rests && !slices.Contains(d.held.links["HAS_SOURCE"], d.telling.Source) {
		d.join("HAS_SOURCE", d.record.ID, d.telling.Source)
	}
	for _, name := range slices.Sorted(maps.Keys(d.record.Links)) {
		f := d.kind.Field(name)
		if f == nil || f.Kind != model.Relationship {
			return fmt.Errorf("%s has no relation %q", d.kind.Name, name)
		}
		for _, target := range d.record.Links[name] {
			d.relate(f, target)
		}
	}
	return nil
}

func (d *drafted) relate(f *model.Field, target string) {
	if f.Direction == "IN" {
		d.join(f.RelType, target, d.record.ID)
		return
	}
	held := d.held.links[f.RelType]
	single := len(held) > 0 && !f.List && !f.Connection
	switch {
	case slices.Contains(held, target):
	case single && d.telling.Overwrites:
		d.fields = append(d.fields, changedFieldText(f.Name, held[0], target))
		d.unlinks = append(d.unlinks, map[string]any{"type": f.RelType, "from": d.record.ID, "to": held[0]})
		d.join(f.RelType, d.record.ID, target)
	case single:
		d.disagree(f.Name, held[0], target)
	default:
		d.fields = append(d.fields, changedFieldText(f.Name, "", target))
		d.join(f.RelType, d.record.ID, target)
	}
}

func (e *entry) join(relType, from, to string) {
	e.links = append(e.links, map[string]any{"type": relType, "from": from, "to": to})
}

// partRows adds the record's parts. One that is there stays as it was first told.
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

func (d *drafted) partRow(f *model.Field, p Part) error {
	t := d.ledger.model.Type(f.Target)
	set := map[string]any{}
	for name, value := range p.Values {
		properties, err := stored(t, name, value)
		if err != nil {
			return err
		}
		maps.Copy(set, properties)
	}
	links := []any{}
	for _, name := range slices.Sorted(maps.Keys(p.Links)) {
		inner := t.Field(name)
		if inner == nil || inner.Kind != model.Relationship {
			return fmt.Errorf("%s has no relation %q", t.Name, name)
		}
		for _, target := range p.Links[name] {
			links = append(links, map[string]any{"type": inner.RelType, "to": target})
		}
	}
	key := part{owner: d.kind.Name, field: f.Name, keys: strings.Join(slices.Sorted(maps.Keys(p.Key)), ",")}
	d.parts[key] = append(d.parts[key], map[string]any{"owner": d.record.ID, "key": p.Key, "set": set, "links": links})
	return nil
}
