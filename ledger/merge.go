package ledger

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"partnernet/model"
	"partnernet/stored"
)

// Merge makes two records of one type one. Everything that hangs on the merged one comes to hang on the kept one, which also takes what it
// did not know; where they disagree, both are heard. The merged one is a FormerRecord that leads to the kept one. It is all effects like any
// other, so it is reverted as any other change. It gives the ids of its changes.
func (p *Page) Merge(ctx context.Context, kept, merged string, g Ground) ([]string, error) {
	wholes, err := p.wholes(ctx, []string{kept, merged})
	if err != nil {
		return nil, err
	}
	m := &merging{Page: p, kept: wholes[kept], merged: wholes[merged], ground: g, effects: map[string]*effect{}, into: map[string]string{}}
	if err := m.workOut(ctx); err != nil {
		return nil, err
	}
	subjects := slices.Sorted(maps.Keys(m.effects))
	if wholes, err = p.wholes(ctx, subjects); err != nil {
		return nil, err
	}
	var all []alteration
	for _, id := range subjects {
		all = append(all, alteration{subject: id, effect: *m.effects[id], audience: m.audience, fields: m.changedFields(wholes[id]), carries: true})
	}
	return p.alter(ctx, g, all, wholes)
}

// merging is a merge being worked out.
type merging struct {
	*Page
	kept, merged wholeRecord
	kind         *model.Type
	sourced      map[string]storedRecord // what the ledger knows of who told what
	ground       Ground
	effects      map[string]*effect     // by the record that they are on
	into         map[string]string      // by each merged record, the one that it becomes one with
	above        *merging               // the merge that this one is part of; nil for none
	relations    map[string]wholeRecord // that the two are ends of
	gone         []string               // nodes of parts that have been made one with others
	audience     int64                  // who may see the two as one: those who may see both
}

// workOut works out all effects of a merge: of the relations of both that say the same first.
func (m *merging) workOut(ctx context.Context) error {
	m.kind = m.ledger.model.Type(m.kept.label)
	if err := m.seen(ctx); err != nil {
		return err
	}
	folds, err := m.relationsToMerge(ctx)
	if err != nil {
		return err
	}
	all := []Record{{Type: m.kept.label, ID: m.kept.id}, {Type: m.kept.label, ID: m.merged.id}}
	for y, x := range folds {
		all = append(all, Record{Type: m.relations[x].label, ID: x}, Record{Type: m.relations[y].label, ID: y})
	}
	if m.sourced, _, err = m.readStoredRecords(ctx, Telling{Records: all}); err != nil {
		return err
	}
	if err := m.mergeRelations(ctx, folds); err != nil {
		return err
	}
	if err := m.mergeOwnParties(); err != nil {
		return err
	}
	m.mergeValues()
	m.mergeLinks()
	m.mergeParts()
	m.endMerged()
	return nil
}

// effectOn gives the effect on a record.
func (m *merging) effectOn(id string) *effect {
	if m.effects[id] == nil {
		m.effects[id] = &effect{}
	}
	return m.effects[id]
}

// seen works out who may see the two as one.
func (m *merging) seen(ctx context.Context) (err error) {
	m.audience, err = m.Meet(ctx, stored.Number(m.kept.properties["audience"]), stored.Number(m.merged.properties["audience"]))
	return err
}

// mergeValues has the kept record take what it does not know, and both be heard where they disagree.
func (m *merging) mergeValues() {
	kept := m.effectOn(m.kept.id)
	kept.addSwap("audience", m.kept.properties["audience"], m.audience)
	for _, f := range m.kind.Fields() {
		own := m.ledger.model.Type("Record").Field(f.Name) != nil || m.above != nil && slices.Contains(joinedOtherwise, f.Name)
		if !own && (f.Kind == model.Property || f.Kind == model.Embedded) {
			m.takeValue(f.Name)
		}
	}
	m.mergeNames()
}

// joinedOtherwise are the fields of relations that are told together with others.
var joinedOtherwise = []string{"validTo", "endStatus", "lastConfirmedOn", "pausedSince", "stateBeforePause"}

// takeValue has the kept record take the value of a field that it does not know, and both be heard where they disagree.
func (m *merging) takeValue(name string) {
	f, kept := m.kind.Field(name), m.effectOn(m.kept.id)
	if f == nil {
		return
	}
	keptText, mergedText := fieldText(m.kind, name, m.kept.properties), fieldText(m.kind, name, m.merged.properties)
	switch {
	case mergedText == "" || keptText == mergedText || m.above != nil && name == "state" && m.kept.label == "Partnership":
	case f.List:
		kept.addSwap(f.Property, m.kept.properties[f.Property], joined(m.kept.properties[f.Property], m.merged.properties[f.Property]))
	case keptText == "" && f.Kind == model.Embedded:
		for _, property := range []string{"MinorUnits", "Currency", "Latitude", "Longitude"} {
			kept.addSwap(f.Prefix+property, m.kept.properties[f.Prefix+property], m.merged.properties[f.Prefix+property])
		}
		m.dropReason(name)
	case keptText == "":
		kept.addSwap(f.Property, m.kept.properties[f.Property], m.merged.properties[f.Property])
		m.dropReason(name)
	default:
		m.contradicted(name, keptText, mergedText)
	}
}

// mergeNames has the kept record be found by what the merged one is called.
func (m *merging) mergeNames() {
	if m.kind.Field("aliases") == nil {
		return
	}
	names := joined(m.kept.properties["aliases"], m.merged.properties["aliases"])
	for _, field := range []string{"legalName", "acronym", "name"} {
		names = joined(names, []any{m.merged.properties[field]})
	}
	names = slices.DeleteFunc(names, func(name any) bool {
		return name == nil || name == m.kept.properties["legalName"] || name == m.kept.properties["acronym"] || name == m.kept.properties["name"]
	})
	if len(names) > 0 {
		m.effectOn(m.kept.id).addSwap("aliases", m.kept.properties["aliases"], names)
	}
}

// dropReason drops the reason why a field of the kept record was unknown.
func (m *merging) dropReason(field string) {
	if reason, was := reasons(m.kept.properties)[field]; was {
		m.effectOn(m.kept.id).addSwap(unknownPrefix+field, string(reason), nil)
	}
}

// joined gives the items of lists, each once.
func joined(lists ...any) []any {
	var items []any
	for _, l := range lists {
		for _, item := range stored.List(l) {
			if !slices.Contains(items, item) {
				items = append(items, item)
			}
		}
	}
	return items
}

// contradicted puts what each of the two says of a field beside the kept value, as claims of the sources that told it.
func (m *merging) contradicted(name, keptText, mergedText string) {
	if keptText == mergedText {
		return
	}
	for id, value := range map[string]string{m.kept.id: keptText, m.merged.id: mergedText} {
		if value == "" {
			continue
		}
		source := cmp.Or(m.sourced[id].sources[name], m.ground.Source)
		if slices.ContainsFunc(m.sourced[m.kept.id].claims, func(c map[string]any) bool {
			return c["field"] == name && c["value"] == value && c["source"] == source
		}) {
			continue
		}
		claim := storedPart{properties: map[string]any{"field": name, "value": value, "recordedAt": m.now, "held": heldMark(id == m.kept.id)}, links: map[string][]string{"HAS_SOURCE": {source}}}
		m.effectOn(m.kept.id).Parts = append(m.effectOn(m.kept.id).Parts, partChange{Relation: "HAS_CLAIM", Label: "Claim", After: claim.freeze()})
	}
}

// mergeLinks has what leads to or from the merged record lead to or from the kept one. Sources are sources of both.
func (m *merging) mergeLinks() {
	for _, l := range m.merged.links {
		moved := l
		switch {
		case m.into[l.From] != "":
			continue // it has been made one with another, which leads to the kept record
		case l.From == m.merged.id:
			moved.From = m.kept.id
		case m.judges(l.From):
			continue // what was judged of the two is about the two
		default:
			moved.To = m.kept.id
		}
		if l.Type != "HAS_SOURCE" {
			m.effectOn(l.From).Links = append(m.effectOn(l.From).Links, linkChange{Type: l.Type, From: l.From, To: l.To})
		}
		if m.mayHave(moved) {
			m.effectOn(moved.From).Links = append(m.effectOn(moved.From).Links, moved)
			if f := m.fieldOf(l.Type); f != nil && moved.From == m.kept.id {
				m.dropReason(f.Name)
			}
		}
	}
}

// judges says whether a record is a judgement on the two.
func (m *merging) judges(id string) bool {
	return slices.ContainsFunc(m.kept.links, func(l linkChange) bool {
		return l.From == id && slices.Contains(judged, l.Type)
	})
}

// mayHave says whether the kept record can have a link of the merged one: it leads elsewhere than to itself, the kept one has not got it,
// and has no other where there is room for one.
func (m *merging) mayHave(moved linkChange) bool {
	if moved.From == moved.To || slices.Contains(m.kept.links, moved) {
		return false
	}
	for _, f := range m.kind.Fields() {
		back := linkChange{Type: moved.Type, From: moved.To, To: moved.From, Added: moved.Added}
		if f.RelType == moved.Type && f.Direction == "BOTH" && slices.Contains(m.kept.links, back) {
			return false
		}
		single := f.Kind == model.Relationship && f.RelType == moved.Type && f.Direction == "OUT" && !f.List && !f.Connection
		present := func(l linkChange) bool { return l.Type == moved.Type && l.From == m.kept.id }
		if single && moved.From == m.kept.id && slices.ContainsFunc(m.kept.links, present) {
			return false
		}
	}
	return true
}

// mergeParts has the parts of the merged record be the kept one's, and those of others that lead to it lead to the kept one.
func (m *merging) mergeParts() {
	for _, p := range m.merged.parts {
		switch {
		case p.owner == m.merged.id && m.above != nil && p.relation == parties, m.into[p.owner] != "", slices.Contains(m.gone, p.node):
			continue // it has been made one with another
		case p.owner == m.merged.id:
			m.mergePart(p)
			continue
		case p.relation == proposalSides:
			continue // what was proposed of the two is about the two
		}
		before, after := p.current.freeze(), p.current.freeze()
		for relation, targets := range after.Links {
			after.Links[relation] = replaced(targets, m.merged.id, m.kept.id)
		}
		m.effectOn(p.owner).Parts = append(m.effectOn(p.owner).Parts, partChange{Relation: p.relation, Label: p.label, Before: before, After: after})
	}
}

// mergePart has a part of the merged record be the kept one's. Where there is room for one and the kept record has its own, both are heard.
func (m *merging) mergePart(p ownedPart) {
	current := p.current.freeze()
	if f := m.fieldOf(p.relation); f != nil {
		t := m.ledger.model.Type(f.Target)
		for _, k := range m.kept.parts {
			if k.owner == m.kept.id && k.relation == p.relation && !f.List {
				m.contradicted(f.Name, partShown(t, k.current), partShown(t, p.current))
				return
			}
		}
		m.dropReason(f.Name)
	}
	m.effectOn(m.merged.id).Parts = append(m.effectOn(m.merged.id).Parts, partChange{Relation: p.relation, Label: p.label, Before: current})
	m.effectOn(m.kept.id).Parts = append(m.effectOn(m.kept.id).Parts, partChange{Relation: p.relation, Label: p.label, After: current})
}

func replaced(ids []string, from, to string) []string {
	all := slices.Clone(ids)
	for i, id := range all {
		if id == from {
			all[i] = to
		}
	}
	return slices.Sorted(slices.Values(all))
}

// fieldOf gives the field of the records' type that a relationship from them is, nil when there is none.
func (m *merging) fieldOf(relation string) *model.Field {
	for _, f := range m.kind.Fields() {
		if f.Kind == model.Relationship && f.RelType == relation && f.Direction == "OUT" {
			return f
		}
	}
	return nil
}

// endMerged makes the merged record a former one that leads to the kept one.
func (m *merging) endMerged() {
	e := m.effectOn(m.merged.id)
	e.Label = &swap{Before: m.merged.label, After: former}
	m.into[m.merged.id] = m.kept.id
	e.Links = append(e.Links, linkChange{Type: "MERGED_INTO", From: m.merged.id, To: m.kept.id, Added: true})
}

// changedFields tells people what the merge changes of a record.
func (m *merging) changedFields(w wholeRecord) []any {
	e, t := m.effects[w.id], m.ledger.model.Type(w.label)
	var all []any
	for _, f := range t.Fields() {
		before, after := e.shownChange(w, m.ledger.model, f)
		if before != after {
			all = append(all, changedFieldText(f.Name, before, after, ""))
		}
	}
	if into := m.into[w.id]; into != "" {
		all = append(all, changedFieldText("mergedInto", "", into, ""))
	}
	return all
}

// shownChange gives a field before and after an effect on a record, as people read it.
func (e *effect) shownChange(w wholeRecord, schema *model.Model, f *model.Field) (before, after string) {
	if s, set := e.Values[f.Property]; set && f.Kind == model.Property {
		value, _ := thawed(s.After)
		return valueText(w.properties[f.Property]), valueText(value)
	}
	if f.Kind != model.Relationship || f.Direction == "IN" {
		return "", ""
	}
	var gone, come []string
	for _, l := range e.Links {
		if l.Type == f.RelType && l.From == w.id {
			if l.Added {
				come = append(come, l.To)
			} else {
				gone = append(gone, l.To)
			}
		}
	}
	for _, p := range e.Parts {
		if p.Relation == f.RelType && f.Through == "" {
			gone, come = append(gone, p.Before.shown(schema.Type(f.Target))), append(come, p.After.shown(schema.Type(f.Target)))
		}
	}
	return strings.Trim(strings.Join(gone, ", "), ", "), strings.Trim(strings.Join(come, ", "), ", ")
}

// shown gives a part as a change shows it.
func (p *frozenPart) shown(t *model.Type) string {
	if p == nil {
		return ""
	}
	properties, _ := thawedAll(p.Properties)
	return partShown(t, storedPart{properties: properties, links: p.Links})
}
