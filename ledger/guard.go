package ledger

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"partnernet/rules"
	"partnernet/store"
)

// watched is what a writing touches, and which rules the values break that it writes.
type watched struct {
	touched rules.Touched
	entered map[string]string           // the labels of records that it makes, by their ids
	leads   map[string]map[string]int64 // how many others these lead to, by the type of the relationship
	broken  []rules.Violation
	before  []rules.Violation // rules that were broken beside the records that it touches, before it
	decides bool              // something is touched that decides who may see and do what
}

// watch takes down what an effect on a record touches.
func (w *watched) watch(label, id string, e effect) {
	if w.touched == nil {
		w.touched, w.entered, w.leads = rules.Touched{}, map[string]string{}, map[string]map[string]int64{}
	}
	if e.enters() {
		w.entered[id] = label
	}
	w.decides = w.decides || slices.Contains(accessTypes, label)
	if e.Label != nil && e.Label.Before != nil { // a record becomes a former one, or comes back: audiences may be of it
		w.decides = true
	}
	if label != former {
		w.touched.Add(label, id)
	}
	for _, l := range e.Links {
		w.touched.Add(l.Type, l.From)
		w.lead(l)
	}
	for _, p := range e.Parts {
		w.touched.Add(p.Relation, id)
	}
}

// lead counts a relationship that comes or goes. Of a record that is entered all are counted, from whichever end they are told.
func (w *watched) lead(l linkChange) {
	if w.leads[l.From] == nil {
		w.leads[l.From] = map[string]int64{}
	}
	if l.Added {
		w.leads[l.From][l.Type]++
	} else {
		w.leads[l.From][l.Type]--
	}
}

// look takes down which rules are broken before anything is written. Nothing is beside a record that is not there yet.
func (p *Page) look(ctx context.Context, w *watched, visible []int64) (err error) {
	w.before, err = p.ledger.rules.Beside(ctx, among(p.withEntered(visible), p.Send), w.touched.Without(w.entered), nil)
	return err
}

// guard asks all rules of what was written, in the same transaction. Who writes answers for what they break, not for what was broken before.
func (p *Page) guard(ctx context.Context, w watched, t Telling) error {
	beside, err := p.ledger.rules.Beside(ctx, among(p.withEntered(t.Visible), p.Send), w.touched, w.entered)
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(w.entered)) {
		beside = append(beside, p.ledger.rules.Leads(w.entered[id], id, w.leads[id])...)
	}
	return t.breaks(append(w.broken, slices.DeleteFunc(beside, w.brokenBefore)...))
}

// breaks gives the error of violations, with where in the telling they come from: from the record itself, or else from those that lead to it.
func (t Telling) breaks(all []rules.Violation) error {
	for i := range all {
		v := &all[i]
		if slices.ContainsFunc(t.Records, func(r Record) bool { return r.ID == v.ID }) {
			v.Place = t.Places[v.ID]
			continue
		}
		for _, r := range t.Records {
			if r.leadsTo(map[string]bool{v.ID: true}) {
				v.By, v.Place = append(v.By, r.ID), cmp.Or(v.Place, t.Places[r.ID])
			}
		}
	}
	return rules.Breaks(all)
}

// withEntered adds to the audiences that whoever writes is of those that are new with what they enter; nil are all.
func (p *Page) withEntered(visible []int64) []int64 {
	if visible == nil {
		return nil
	}
	return append(slices.Clone(visible), slices.Collect(maps.Values(p.numbers))...)
}

// among has rules look, beside the records that are judged, at those for these audiences; nil are all. What is hidden is told by no rule.
func among(visible []int64, run store.Run) store.Run {
	return func(ctx context.Context, s store.Statement) ([]map[string]any, error) {
		s.Params["visible"] = orAll(visible)
		return run(ctx, s)
	}
}

// brokenBefore says whether a rule was broken by the same record, and beside the same one, before the writing.
func (w *watched) brokenBefore(v rules.Violation) bool {
	return slices.ContainsFunc(w.before, func(b rules.Violation) bool { return b.ID == v.ID && b.With == v.With && b.Rule == v.Rule })
}

// tellApart records a telling whose records stand each for themselves: those that break a rule are left out, with what hangs on them.
func (l *Ledger) tellApart(ctx context.Context, t Telling) (Outcome, error) {
	var refused []rules.Violation
	for {
		outcome, err := l.tell(ctx, t)
		broken, isBroken := errors.AsType[*rules.Broken](err)
		if !isBroken {
			outcome.Refused = refused
			return outcome, err
		}
		rest, left := without(t.Records, broken.Violations)
		if len(left) == 0 {
			return Outcome{}, err // it breaks the rule of a record that it does not tell
		}
		t.Records, refused = rest, append(refused, broken.Violations...)
		for _, r := range left {
			if !slices.ContainsFunc(refused, func(v rules.Violation) bool { return v.ID == r.ID || slices.Contains(v.By, r.ID) }) {
				refused = append(refused, rules.Hanging(r.Type, r.ID, t.Places[r.ID]))
			}
		}
	}
}

// without leaves out the records that break rules or bring it about, and those that lead to one of them.
func without(records []Record, broken []rules.Violation) (rest, left []Record) {
	gone := map[string]bool{}
	for _, v := range broken {
		gone[v.ID] = true
		for _, id := range v.By {
			gone[id] = true
		}
	}
	for found := true; found; {
		found = false
		rest = slices.DeleteFunc(slices.Clone(records), func(r Record) bool { return gone[r.ID] })
		for _, r := range rest {
			if r.leadsTo(gone) {
				gone[r.ID], found = true, true
			}
		}
	}
	return rest, slices.DeleteFunc(slices.Clone(records), func(r Record) bool { return !gone[r.ID] })
}

// leadsTo says whether the record, or a part of it, leads to one of these.
func (r Record) leadsTo(ids map[string]bool) bool {
	leads := func(links map[string][]string) bool {
		return slices.ContainsFunc(slices.Collect(maps.Values(links)), func(targets []string) bool {
			return slices.ContainsFunc(targets, func(id string) bool { return ids[id] })
		})
	}
	if leads(r.Links) {
		return true
	}
	for _, parts := range r.Parts {
		if slices.ContainsFunc(parts, func(p Part) bool { return leads(p.Links) }) {
			return true
		}
	}
	return false
}
