package ledger

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

// Ground says who changes something, by which command and on which source.
type Ground struct {
	Actor, Account string               // who changes it: an account, by its id, or somebody who has none
	By             registry.GrantedRole // the role by which the account may
	Action, Source string
	Visible        []int64 // the numbers of the audiences that the actor is of; nil for all
}

// madeChange is a change as it was made.
type madeChange struct {
	id       string
	position int64
	action   string
	subject  string
	audience int64
	fields   []any
	effect   effect
	ground   bool // it entered what the command rests on, beside what the command is about
}

// Reverted is what taking something back did.
type Reverted struct {
	Changes []string // ids of the changes that the taking back is
	Left    []string // ids of records of a command's ground that stay, because something else rests on them
}

// What finds the changes that are taken back as one with a change, and those of a command.
const (
	ofChange = `
MATCH (asked:Record&Change {id: $asked})
MATCH (c:Change)-[:CHANGED]->(subject:Record)
WHERE c.position >= coalesce(asked.first, asked.position)
  AND c.position <= coalesce(asked.last, asked.position)
WITH c, subject, false AS ground`
	ofCommand = `
MATCH (c:Change {command: $asked})-[:CHANGED]->(subject:Record)
WITH c, subject, c.first IS NULL AND ((c)-[:HAS_SOURCE]->(subject) OR (c)-[:HAS_SOURCE]->(:Record)-[:FROM_DOCUMENT]->(subject)) AS ground`
)

// Revert takes back a change, and those that were made as one with it: values, relations, parts and records become what they were before.
// What has been changed again since is not taken back: then the fault names the later change.
func (p *Page) Revert(ctx context.Context, change string, g Ground) (Reverted, error) {
	return p.takeBack(ctx, g, ofChange, change)
}

// RevertCommand takes back all that a command did, as Revert does, and the document and source that it brought as its ground. These stay where
// something else has come to rest on them.
func (p *Page) RevertCommand(ctx context.Context, command string, g Ground) (Reverted, error) {
	return p.takeBack(ctx, g, ofCommand, command)
}

// takeBack takes back the changes that a statement finds.
func (p *Page) takeBack(ctx context.Context, g Ground, found, subject string) (Reverted, error) {
	all, err := p.readMadeChanges(ctx, found, subject)
	if err != nil {
		return Reverted{}, err
	}
	var subjects []string
	for _, m := range all {
		subjects = append(subjects, m.subject)
	}
	wholes, err := p.wholes(ctx, subjects)
	if err != nil {
		return Reverted{}, err
	}
	u := newUndoing(p, g, all, wholes)
	left, err := u.leaveGround(ctx)
	if err != nil {
		return Reverted{}, err
	}
	if err := u.check(ctx); err != nil {
		return Reverted{}, err
	}
	done := Reverted{Left: left}
	var back []alteration
	for _, m := range slices.Backward(u.all) {
		back = append(back, alteration{subject: m.subject, audience: m.audience, effect: m.effect.inverse(), fields: swapped(m.fields), reverts: m.position})
	}
	done.Changes, err = p.alter(ctx, g, back, wholes)
	return done, err
}

// readMadeChanges reads the changes that a statement finds, oldest first.
func (p *Page) readMadeChanges(ctx context.Context, found, subject string) ([]madeChange, error) {
	rows, err := p.Run(ctx, found+`
RETURN c.id AS id, c.position AS position, c.action AS action, subject.id AS subject, c.audience AS audience, c.fields AS fields, c.effect AS effect, ground
ORDER BY position`, map[string]any{"asked": subject})
	if err != nil {
		return nil, err
	}
	all := make([]madeChange, len(rows))
	for i, row := range rows {
		m := madeChange{id: valueText(row["id"]), action: valueText(row["action"]), subject: valueText(row["subject"]), audience: stored.Number(row["audience"]), fields: stored.List(row["fields"]), ground: row["ground"] == true}
		m.position, _ = row["position"].(int64)
		if m.effect, err = readEffect(valueText(row["effect"])); err != nil {
			return nil, fmt.Errorf("read what the change at %d did: %w", m.position, err)
		}
		all[i] = m
	}
	return all, nil
}

func swapped(fields []any) []any {
	all := make([]any, len(fields))
	for i, f := range fields {
		field := changedField(valueText(f))
		all[i] = changedFieldText(field.Name, field.After, field.Before, "")
	}
	return all
}

// undoing is the taking back of changes that were made as one.
type undoing struct {
	*Page
	all    []madeChange
	wholes map[string]wholeRecord
	ground Ground
	links  map[linkChange]bool   // that the changes added or took away
	parts  map[slot][]partChange // that they changed, by owner and relation
}

func newUndoing(p *Page, g Ground, all []madeChange, wholes map[string]wholeRecord) *undoing {
	u := &undoing{Page: p, all: all, wholes: wholes, ground: g, links: map[linkChange]bool{}, parts: map[slot][]partChange{}}
	for _, m := range all {
		u.addChange(m, true)
	}
	return u
}

// addChange has the links and parts of a change count as done by what is taken back, or not any more.
func (u *undoing) addChange(m madeChange, done bool) {
	for _, l := range m.effect.Links {
		u.links[l] = done
	}
	for _, part := range m.effect.Parts {
		at := slot{m.subject, part.Relation}
		if done {
			u.parts[at] = append(u.parts[at], part)
		} else {
			delete(u.parts, at)
		}
	}
}

// leaveGround leaves what the command entered as its ground and something else rests on, the source before its document. Where nothing
// remains to be taken back, that is a fault.
func (u *undoing) leaveGround(ctx context.Context) ([]string, error) {
	var left []string
	var at []slot
	for i, m := range slices.Backward(u.all) {
		if !m.ground || !m.effect.enters() {
			continue
		}
		if use := u.inUse(m); len(use) > 0 {
			at, left = append(use, at...), append(left, m.subject)
			u.addChange(m, false)
			u.all = slices.Delete(u.all, i, i+1)
		}
	}
	if len(at) > 0 && len(u.all) == 0 {
		return nil, u.name(ctx, at)
	}
	return left, nil
}

// slot is what two changes may both have changed: what a record has under the name of a property or of a relationship type.
type slot struct{ record, name string }

// check asks that all that the changes did is still so, and that nothing else rests on what they entered.
func (u *undoing) check(ctx context.Context) error {
	var at []slot
	for _, m := range u.all {
		if over := u.overtaken(m); over != nil {
			at = append(at, *over)
		} else if m.effect.enters() {
			at = append(at, u.inUse(m)...)
		}
		if m.effect.returns() {
			later, err := u.later(ctx, m.subject)
			if err != nil {
				return err
			}
			if len(later) > 0 {
				at = append(at, slot{m.subject, ""})
			}
		}
	}
	if len(at) > 0 {
		return u.name(ctx, at)
	}
	return nil
}

// enters says whether the effect made a record.
func (e effect) enters() bool { return e.Label != nil && e.Label.Before == nil }

// returns says whether the effect made a former record a record again: of what it had meanwhile, only the log knows what is older.
func (e effect) returns() bool { return e.Label != nil && e.Label.Before == former }

// overtaken gives the first thing that is not as the change left it, nil when all is.
func (u *undoing) overtaken(m madeChange) *slot {
	w := u.wholes[m.subject]
	if m.effect.Label != nil && w.label != m.effect.Label.After {
		return &slot{m.subject, ""}
	}
	for _, name := range slices.Sorted(maps.Keys(m.effect.Values)) {
		if !reflect.DeepEqual(w.storedValue(name), m.effect.Values[name].After) {
			return &slot{m.subject, name}
		}
	}
	for _, l := range m.effect.Links {
		there := slices.Contains(w.links, linkChange{Type: l.Type, From: l.From, To: l.To, Added: true})
		if there != l.Added {
			return &slot{m.subject, l.Type}
		}
	}
	for _, part := range m.effect.Parts {
		if part.After != nil && len(w.holding(part.Relation, part.After)) == 0 {
			return &slot{m.subject, part.Relation}
		}
	}
	return nil
}

// inUse gives what has come to hang on a record since the change entered it.
func (u *undoing) inUse(m madeChange) []slot {
	w := u.wholes[m.subject]
	var at []slot
	for _, l := range w.links {
		if !u.links[l] {
			at = append(at, slot{m.subject, l.Type})
		}
	}
	for _, part := range w.parts {
		kept := part.current.freeze()
		own := func(p partChange) bool { return p.After.same(kept) }
		if !slices.ContainsFunc(u.parts[slot{part.owner, part.relation}], own) {
			at = append(at, slot{part.owner, part.relation})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.properties)) {
		if _, own := m.effect.Values[name]; !own && !isKeptByLedger(u.ledger.model.Type(w.label), name) {
			at = append(at, slot{m.subject, name})
		}
	}
	for _, position := range w.grounds {
		if position < u.all[0].position || position > u.all[len(u.all)-1].position {
			at = append(at, slot{m.subject, "HAS_SOURCE"})
		}
	}
	return at
}

// later reads the changes that came after and have to do with a record, the last first.
func (u *undoing) later(ctx context.Context, record string) ([]map[string]any, error) {
	return u.Run(ctx, `
MATCH (c:Change)-[:CHANGED]->(subject:Record)
WHERE c.position > $position
  AND (subject.id = $record OR c.effect CONTAINS $record OR EXISTS { (c)-[:HAS_SOURCE]->(:Record {id: $record}) })
RETURN c.id AS id, c.action AS action, c.at AS at, subject.id AS subject, c.effect AS effect,
  $visible IS NULL OR c`+stored.Visible+` AND subject`+stored.Visible+` AS visible
ORDER BY c.position DESC`, map[string]any{"position": u.all[len(u.all)-1].position, "record": record, "visible": orAll(u.ground.Visible)})
}

// name gives the fault that names the later change by which one of these things was changed again: the first that the actor sees. Where they see none of them,
// they are told no more than that.
func (u *undoing) name(ctx context.Context, all []slot) error {
	for _, at := range slices.Compact(all) {
		rows, err := u.later(ctx, at.record)
		if err != nil {
			return err
		}
		if row := laterSeen(rows, at); row != nil {
			later := fault.New(fault.Conflict, "change %s (%s, %s)", valueText(row["id"]), valueText(row["action"]), valueText(row["at"]))
			return fault.New(fault.Conflict, "It has been overtaken by %s. Revert that one first.", later).Breaking(registry.RuleOvertaken)
		}
	}
	return registry.Unseen()
}

// laterSeen gives the last of later changes, nearest first, that touches a thing and that the actor sees, or the last of all where none touches it.
func laterSeen(rows []map[string]any, at slot) map[string]any {
	touches := func(row map[string]any) bool {
		e, err := readEffect(valueText(row["effect"]))
		return err == nil && e.touches(valueText(row["subject"]), at.record, at.name)
	}
	if !slices.ContainsFunc(rows, touches) {
		rows, touches = rows[:min(1, len(rows))], func(map[string]any) bool { return true }
	}
	seen := slices.IndexFunc(rows, func(row map[string]any) bool { return row["visible"] == true && touches(row) })
	if seen < 0 {
		return nil
	}
	return rows[seen]
}

// Together has the changes of this page from a position on be taken back as one.
func (p *Page) Together(ctx context.Context, first int64) error {
	if p.position <= first {
		return nil
	}
	_, err := p.Run(ctx, `
MATCH (c:Change)
WHERE c.position >= $first
SET c.first = $first, c.last = $last`, map[string]any{"first": first, "last": p.position})
	return err
}

// Position gives the place of the last change in the log.
func (p *Page) Position() int64 { return p.position }
