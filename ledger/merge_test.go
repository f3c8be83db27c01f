package ledger_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
)

// Two records that are made one and two again are what they were, and so is all that hangs on them, whatever that is. Of a merge into what was
// merged before, the same holds step by step.
func TestAMergeIsUndoneExactly(t *testing.T) {
	b := open(t)
	rapid.Check(t, func(rt *rapid.T) {
		b.wipe(rt)
		drawn := drawGraph(rt)
		for _, telling := range drawn.tellings {
			if _, err := b.Tell(t.Context(), telling); err != nil {
				rt.Fatal(err)
			}
		}
		var states [][]string
		var merges []string
		for _, pair := range drawn.pairs {
			states = append(states, b.facts())
			merges = append(merges, b.merge(rt, pair[0], pair[1]))
			b.onlyFormer(rt, pair[1])
		}
		for i, merge := range slices.Backward(merges) {
			b.revert(rt, merge)
			if diff := cmp.Diff(states[i], b.facts()); diff != "" {
				rt.Fatalf("merging %v and undoing it leaves (-before +after):\n%s", drawn.pairs[i], diff)
			}
		}
	})
}

// Undoing an undone merge merges again.
func TestAMergeIsRedone(t *testing.T) {
	b := open(t)
	rapid.Check(t, func(rt *rapid.T) {
		b.wipe(rt)
		drawn := drawGraph(rt)
		for _, telling := range drawn.tellings {
			if _, err := b.Tell(t.Context(), telling); err != nil {
				rt.Fatal(err)
			}
		}
		merge := b.merge(rt, drawn.pairs[0][0], drawn.pairs[0][1])
		merged := b.facts()
		b.revert(rt, b.revert(rt, merge))
		if diff := cmp.Diff(merged, b.facts()); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// drawnGraph is what some sources tell of some organisations, and which of them are one.
type drawnGraph struct {
	tellings []ledger.Telling
	pairs    [][2]string // the kept one, and the merged one
}

func drawGraph(rt *rapid.T) drawnGraph {
	d := drawing{rt}
	var records []ledger.Record
	var ids []string
	for i := range d.number("organisations", 2, 4) {
		ids = append(ids, fmt.Sprint("o", i))
		records = append(records, d.organisation(ids[i], ids[:min(i, 1)])) // of one, so that no two merged ones are units of each other
	}
	records = append(records, area("a"), project("p", nil), programme("g"))
	for i := range 2 {
		n := ledger.Record{Type: "Network", ID: fmt.Sprint("n", i), Values: map[string]any{"acronym": fmt.Sprint("N", i), "lifecycle": "FORMING"}}
		n.Links = d.links("host", ids)
		records = append(records, n)
	}
	for i := range d.number("relations", 0, 6) {
		records = append(records, d.relation(fmt.Sprint("r", i), ids, 2000+i))
	}
	other := d.organisation(ids[0], nil) // another source may say otherwise
	other.Parts, other.Audience = nil, ""
	all := drawnGraph{tellings: []ledger.Telling{told("Anna", records...), told("Bo", other)}}
	left := slices.Clone(ids)
	for len(left) > 1 && len(all.pairs) < 2 {
		kept, merged := d.one("kept", left), d.one("merged", left)
		if kept != merged {
			all.pairs = append(all.pairs, [2]string{kept, merged})
			left = slices.DeleteFunc(left, func(id string) bool { return id == merged })
		}
	}
	return all
}

// drawing draws what records are told with.
type drawing struct{ *rapid.T }

func (d drawing) number(name string, least, most int) int {
	return rapid.IntRange(least, most).Draw(d.T, name)
}

func (d drawing) one(name string, of []string) string { return rapid.SampledFrom(of).Draw(d.T, name) }

func (d drawing) chance(name string) bool { return rapid.Bool().Draw(d.T, name) }

// links leads to one of the records, or to none.
func (d drawing) links(field string, ids []string) map[string][]string {
	if len(ids) == 0 || d.chance("without "+field) {
		return map[string][]string{}
	}
	return map[string][]string{field: {d.one(field, ids)}}
}

func (d drawing) organisation(id string, earlier []string) ledger.Record {
	o := ledger.Record{Type: "Organisation", ID: id, Audience: registry.Audience(d.one("audience", []string{"PUBLIC", "MEMBERS", "RESTRICTED"})),
		Values: map[string]any{"legalName": d.one("name", []string{"Same AB", "Same", "Other " + id})}, Unknown: map[string]registry.Reason{},
		Links: d.links("unitOf", earlier), Parts: map[string][]ledger.Part{}}
	if d.chance("aliases") {
		o.Values["aliases"] = []string{d.one("alias", []string{"A", "B"}), "C"}
	}
	for _, field := range []string{"legalForm", "homepage"} {
		if d.chance(field) {
			o.Values[field] = d.one(field+" value", []string{"One", "Another"})
		} else {
			o.Unknown[field] = registry.NotInSource
		}
	}
	if d.chance("number") {
		o.Parts["identifiers"] = []ledger.Part{identifier("OTHER", "number of "+id)}
	}
	if d.chance("place") {
		o.Parts["location"] = []ledger.Part{{Values: map[string]any{"municipality": d.one("municipality", []string{"Ås", "Mo"})}, Links: map[string][]string{"nuts": {"a"}}}}
	}
	return o
}

// relation draws a record that leads to organisations in one of the ways that there are. Each holds for a year of its own, and no partnership is
// one of two organisations, so that whatever is merged breaks no rule.
func (d drawing) relation(id string, ids []string, year int) ledger.Record {
	one := d.one("end", ids)
	first, last := day(fmt.Sprint(year, "-01-01")), day(fmt.Sprint(year, "-12-31"))
	switch d.number("kind of "+id, 0, 4) {
	case 0:
		return ledger.Record{Type: "Membership", ID: id, Values: map[string]any{"role": "MEMBER", "state": "ACTIVE", "validFrom": first, "validTo": last},
			Links: map[string][]string{"member": {one}, "network": {d.one("network", []string{"n0", "n1"})}}}
	case 1:
		return ledger.Record{Type: "Participation", ID: id, Values: map[string]any{"role": "PARTNER", "validFrom": first, "validTo": last},
			Links: map[string][]string{"organisation": {one}, "project": {"p"}}}
	case 2:
		return ledger.Record{Type: "Partnership", ID: id, Values: map[string]any{"type": "PROJECT", "state": "CLAIMED"},
			Parts: map[string][]ledger.Part{"parties": {party(1, one), party(2, d.one("other party", []string{"n0", "n1"}))}}}
	case 3:
		return ledger.Record{Type: "Application", ID: id, Values: map[string]any{"state": "APPLIED"},
			Links: map[string][]string{"applicant": {one}, "appliedTo": {d.one("funder", ids)}, "project": {"p"}}}
	}
	return ledger.Record{Type: "IdentityJudgement", ID: id, Values: map[string]any{"verdict": "UNSURE"},
		Links: map[string][]string{"organisation": {one}, "other": {d.one("other", ids)}}}
}

// ground is on what the tests of merging and reverting change things.
var ground = ledger.Ground{Actor: "a tester", Action: "test", Source: sourceID("Anna"), Visible: []int64{0, 1, 2, 3}}

// failing is a test, or a check of a property.
type failing interface{ Fatal(args ...any) }

// merge makes two records one, and gives the id of one of its changes.
func (b book) merge(t failing, kept, merged string) string {
	return b.change(t, func(ctx context.Context, p *ledger.Page) ([]string, error) {
		first := p.Position() + 1
		changes, err := p.Merge(ctx, kept, merged, ground)
		if err != nil {
			return nil, err
		}
		return changes, p.Together(ctx, first)
	})
}

// revert takes a change back, and gives the id of one of the changes that this is.
func (b book) revert(t failing, change string) string {
	return b.change(t, func(ctx context.Context, p *ledger.Page) ([]string, error) {
		first := p.Position() + 1
		done, err := p.Revert(ctx, change, ground)
		if err != nil {
			return nil, err
		}
		return done.Changes, p.Together(ctx, first)
	})
}

func (b book) change(t failing, how func(context.Context, *ledger.Page) ([]string, error)) string {
	var changes []string
	err := b.Write(b.t.Context(), func(ctx context.Context, p *ledger.Page) (err error) {
		changes, err = how(ctx, p)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return changes[len(changes)-1]
}

// onlyFormer asks that nothing leads to a record that was merged, and that it leads nowhere but to what it rests on, what it is one
// with, and a seat of its own where the kept one has another.
func (b book) onlyFormer(t failing, id string) {
	left := b.texts(`RETURN COLLECT {
  MATCH (r:Record {id: $id})-[link]-(other)
  WHERE NOT other:Change
    AND NOT type(link) IN ['HAS_SOURCE', 'MERGED_INTO', 'HAS_LOCATION']
    AND NOT other:IdentityJudgement
  RETURN type(link) }`, id)
	if len(left) > 0 {
		t.Fatal(id, "has been merged and still has", left)
	}
}

// facts gives all that the database holds but the log of changes, and how often and when records were written.
func (b book) facts() []string {
	return slices.DeleteFunc(b.lines("takenAt", "position", "version", "updatedAt", "recordedAt"), func(line string) bool {
		return strings.Contains(line, "[Record Change]")
	})
}

// wipe empties the database.
func (b book) wipe(t failing) {
	for _, text := range []string{"MATCH (n) WHERE NOT n:Migration|Access|SignOuts|Audience DETACH DELETE n"} {
		if err := b.db.Write(b.t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Run(ctx, store.Statement{Text: text})
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
}
