package ledger_test

import (
	"context"
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/rules"
	"partnernet/store"
)

// membership is a membership that a source tells.
func membership(id, network, member string, values map[string]any) ledger.Record {
	r := ledger.Record{Type: "Membership", ID: id, Values: map[string]any{"role": "MEMBER", "state": "CLAIMED"},
		Links: map[string][]string{"network": {network}, "member": {member}}}
	maps.Copy(r.Values, values)
	return r
}

func network(id, lifecycle string) ledger.Record {
	return ledger.Record{Type: "Network", ID: id, Values: map[string]any{"acronym": "Network " + id, "lifecycle": lifecycle}}
}

// faulty tells what no command lets in, whichever source tells it.
func faulty() []ledger.Record {
	party := func(position int, id, says string) ledger.Part {
		return ledger.Part{Key: map[string]any{"position": position}, Values: map[string]any{"position": position, "role": "PARTNER", "confirmation": says},
			Links: map[string][]string{"party": {id}}}
	}
	return []ledger.Record{
		network("open", "ESTABLISHED"), network("closed", "CLOSED"), organisation("o"), organisation("p"),
		membership("ends before it begins", "open", "o", map[string]any{"validFrom": day("2024-05-01"), "validTo": day("2024-04-30")}),
		membership("in a closed network", "closed", "o", map[string]any{"validFrom": day("2024-01-01"), "validTo": day("2024-12-31")}),
		membership("its own member", "open", "open", nil),
		{Type: "Partnership", ID: "one party denies it", Values: map[string]any{"type": "PROJECT", "state": "ACTIVE"},
			Parts: map[string][]ledger.Part{"parties": {party(1, "o", "CONFIRMED"), party(2, "p", "DENIED")}}},
	}
}

var broken = map[string]string{
	"ends before it begins": registry.RulePeriod, "in a closed network": registry.RuleNetworkClosed,
	"its own member": registry.RuleOwnMember, "one party denies it": registry.RuleStands,
}

// A telling that breaks rules is refused whole, with all that breaks them, and leaves nothing.
func TestATellingThatBreaksRulesIsRefusedWhole(t *testing.T) {
	b := open(t)
	before := b.timeless()
	_, err := b.Tell(t.Context(), told("Anna", faulty()...))
	refused, is := errors.AsType[*rules.Broken](err)
	if !is {
		t.Fatalf("got %v, want the rules that are broken", err)
	}
	got := map[string]string{}
	for _, v := range refused.Violations {
		got[v.ID] = v.Rule
	}
	if diff := cmp.Diff(broken, got); diff != "" {
		t.Errorf("the rules that are broken (-want +got): %s", diff)
	}
	if fault.CodeOf(err) == fault.Internal {
		t.Errorf("people are told %v", err)
	}
	if diff := cmp.Diff(before, b.timeless()); diff != "" {
		t.Errorf("it leaves (-before +after): %s", diff)
	}
}

// Of records that stand each for themselves, those that break no rule are written, and the others are told.
func TestRecordsThatStandEachForThemselves(t *testing.T) {
	b := open(t)
	telling := told("Anna", append(faulty(), membership("sound", "open", "p", nil))...)
	telling.Apart = true
	outcome := b.tell(telling)
	var left []string
	for _, v := range outcome.Refused {
		left = append(left, v.ID)
	}
	slices.Sort(left)
	want := []string{"ends before it begins", "in a closed network", "its own member", "one party denies it"}
	if diff := cmp.Diff(want, left); diff != "" {
		t.Errorf("left out (-want +got): %s", diff)
	}
	if n := b.read("RETURN COUNT { (:Membership) }", nil); n != int64(1) {
		t.Errorf("%v memberships are written, want the one that breaks no rule", n)
	}
}

// A register that was written by other hands is asked all rules.
func TestARegisterIsChecked(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", network("open", "ESTABLISHED"), organisation("o"), membership("m", "open", "o", nil)))
	check := func() map[string]string {
		t.Helper()
		violations, err := b.Check(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, v := range violations {
			got[v.ID] = v.Rule
		}
		return got
	}
	if got := check(); len(got) > 0 {
		t.Errorf("got %v of a register that keeps the rules", got)
	}
	err := b.db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MATCH (m:Membership {id: 'm'})\nSET m.validFrom = date('2024-02-01'), m.validTo = date('2024-01-01')"})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"m": registry.RulePeriod}, check()); diff != "" {
		t.Errorf("(-want +got): %s", diff)
	}
}

// What was broken before a writing, in the same transaction, is no fault of the writing.
func TestWhatWasBrokenBeforeAWriting(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", network("open", "ESTABLISHED"), organisation("o"), membership("m", "open", "o", nil)))
	err := b.Write(t.Context(), func(ctx context.Context, p *ledger.Page) error {
		if _, err := p.Run(ctx, "MATCH (n:Network {id: 'open'})\nSET n.lifecycle = 'CLOSED'", nil); err != nil {
			return err
		}
		corrected := told("Anna", ledger.Record{Type: "Membership", ID: "m", Values: map[string]any{"category": "Gold"}})
		if _, err := p.Record(ctx, corrected); err != nil {
			return err
		}
		_, err := p.Record(ctx, told("Anna", membership("new", "open", "o", map[string]any{"validFrom": day("2019-01-01"), "validTo": day("2019-12-31")})))
		return err
	})
	refused, is := errors.AsType[*rules.Broken](err)
	if !is || refused.Violations[0].ID != "new" || refused.Violations[0].Rule != registry.RuleNetworkClosed {
		t.Errorf("got %v, want only what the new membership breaks", err)
	}
}
