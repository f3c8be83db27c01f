package ledger

import (
	"context"
	"maps"
	"slices"

	"partnernet/registry"
	"partnernet/stored"
)

// alteration is an effect on a record that is to take place.
type alteration struct {
	subject  string
	audience int64 // of its Change
	effect   effect
	fields   []any
	reverts  int64 // the position of the change that it takes back; 0 for none
	carries  bool  // it is of a merge, and tells what was told before
}

// alter has effects take place, each with its Change, and gives the changes' ids. The records are held as the effects expect them.
func (p *Page) alter(ctx context.Context, g Ground, all []alteration, wholes map[string]wholeRecord) ([]string, error) {
	e := &entry{Page: p, telling: Telling{Actor: g.Actor, Account: g.Account, By: g.By, Action: g.Action, Source: g.Source}}
	a := &altering{entry: e, wholes: wholes}
	var ids []string
	for _, change := range all {
		id, err := a.add(ctx, change)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	if err := p.look(ctx, &e.watched, g.Visible); err != nil {
		return nil, err
	}
	err := e.run(ctx, []step{
		{a.records, alterNodes}, {a.gone, deleteTheseParts}, {e.unlinks, deleteLinks}, {e.links, createLinks},
		{e.changes, createChanges}, {e.reached(), keepPosition}, {e.raises(), raiseAccess},
	}, []step{{a.added, createParts}})
	if err != nil {
		return nil, err
	}
	if err := p.checkNumbers(ctx, owners(a.added...), g.Visible, numberHeld); err != nil {
		return nil, err
	}
	opened, err := p.opened(ctx, all, wholes)
	if err != nil {
		return nil, err
	}
	if err := p.checkNumbers(ctx, opened, g.Visible, registry.NumberOfTwo); err != nil {
		return nil, err
	}
	if err := p.naturalKeys(ctx, keyedIn(wholes), g.Visible); err != nil {
		return nil, err
	}
	if err := p.likenesses(ctx, bodiesIn(all, wholes)); err != nil {
		return nil, err
	}
	if err := p.endCredentials(ctx, e.touched["Account"]); err != nil {
		return nil, err
	}
	return ids, p.guard(ctx, e.watched, Telling{Visible: g.Visible})
}

// altering is what effects write.
type altering struct {
	*entry
	wholes  map[string]wholeRecord
	records []any
	gone    []any // parts that are no more
	added   []any // parts that are new
}

func (a *altering) add(ctx context.Context, change alteration) (string, error) {
	w := a.wholes[change.subject]
	node, err := a.record(w, change.effect)
	if err != nil {
		return "", err
	}
	a.records = append(a.records, node)
	for _, part := range change.effect.Parts {
		if err := a.part(w, part); err != nil {
			return "", err
		}
	}
	for _, l := range change.effect.Links {
		link := map[string]any{"type": l.Type, "from": l.From, "to": l.To}
		if l.Added {
			a.links = append(a.links, link)
		} else {
			a.unlinks = append(a.unlinks, link)
		}
	}
	kept, err := change.effect.text()
	if err != nil {
		return "", err
	}
	audience, err := a.Meet(ctx, change.audience, stored.Number(w.properties["audience"]))
	if err != nil {
		return "", err
	}
	id, err := newID()
	a.position++
	row := map[string]any{"id": id, "position": a.position, "subject": change.subject, "fields": change.fields,
		"audience": audience, "effect": kept}
	if change.reverts > 0 {
		row["reverts"] = change.reverts
	}
	if change.carries {
		row["carries"] = true
	}
	a.changes = append(a.changes, row)
	return id, err
}

// record gives what a record's own node becomes.
func (a *altering) record(w wholeRecord, e effect) (map[string]any, error) {
	label, set, after := w.label, map[string]any{}, maps.Clone(w.properties)
	unknown := reasons(w.properties)
	for name, s := range e.Values {
		value, err := thawed(s.After)
		if err != nil {
			return nil, err
		}
		if field, is := reasonOf(name); is {
			delete(unknown, field)
			if value != nil {
				unknown[field] = registry.Reason(valueText(value))
			}
			continue
		}
		set[name], after[name] = value, value
	}
	set["unknown"] = orNone(reasonList(unknown))
	if e.Label != nil {
		label, _ = e.Label.After.(string)
	}
	for name := range derived(a.ledger.model.Type(w.label), after) {
		set[name] = nil
	}
	if label != w.label {
		set["was"] = nil
		if label == former {
			set["was"] = w.label
		}
	}
	a.watch(label, w.id, e)
	values := set
	if label != w.label {
		values = nil
	}
	a.broken = append(a.broken, a.ledger.rules.Values(label, w.id, after, values, a.ledger.now())...)
	maps.Copy(set, derived(a.ledger.model.Type(label), after))
	return map[string]any{"id": w.id, "remove": w.label, "add": label, "set": set}, nil
}

// part gives what a part becomes: the one that is there goes, and what it becomes comes in its place.
func (a *altering) part(w wholeRecord, change partChange) error {
	if change.Before != nil {
		taken := func(node string) bool { return slices.Contains(a.gone, any(node)) }
		if nodes := slices.DeleteFunc(w.holding(change.Relation, change.Before), taken); len(nodes) > 0 {
			a.gone = append(a.gone, nodes[0])
		}
	}
	if change.After == nil {
		return nil
	}
	set, err := thawedAll(change.After.Properties)
	if err != nil {
		return err
	}
	var links []any
	for relation, targets := range change.After.Links {
		for _, target := range targets {
			links = append(links, map[string]any{"type": relation, "to": target})
		}
	}
	a.added = append(a.added, map[string]any{"owner": w.id, "relation": change.Relation, "label": change.Label, "set": set, "links": links})
	return nil
}

const (
	alterNodes = `
MATCH (n:Record {id: row.id})
REMOVE n:$(row.remove)
SET n:$(row.add), n += row.set, n.version = n.version + 1, n.updatedAt = $now`
	deleteTheseParts = `
MATCH (part)
WHERE elementId(part) = row
DETACH DELETE part`
)
