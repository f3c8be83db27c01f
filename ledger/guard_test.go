package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
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

// Records that are told together are judged beside each other, for whomever they are: whoever tells them sees them.
func TestWhatIsToldTogetherIsSeen(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", network("open", "ESTABLISHED"), organisation("o")))
	telling := told("Anna", membership("one", "open", "o", nil), membership("other", "open", "o", nil))
	for i := range telling.Records {
		telling.Records[i].Audience = registry.AudienceOf(registry.Members, "open")
	}
	telling.Visible = []int64{0}
	if _, err := b.Tell(t.Context(), telling); !strings.Contains(fmt.Sprint(err), "in the network already") {
		t.Errorf("got %v of one membership that is told twice", err)
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
	b.tell(told("Anna", network("open", "CLOSED")))
	if got := check(); len(got) > 0 {
		t.Errorf("got %v of a network that has closed while somebody was in it", got)
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

// refused gives the rules that a telling breaks, by the records that break them. It leaves nothing.
func (b book) refused(t ledger.Telling) map[string]string {
	b.t.Helper()
	before := b.timeless()
	_, err := b.Tell(b.t.Context(), t)
	got := map[string]string{}
	if broken, is := errors.AsType[*rules.Broken](err); is {
		for _, v := range broken.Violations {
			got[v.ID] = v.Rule
		}
	} else if err != nil {
		b.t.Fatal(err)
	}
	if diff := cmp.Diff(before, b.timeless()); len(got) > 0 && diff != "" {
		b.t.Errorf("what is refused leaves (-before +after): %s", diff)
	}
	return got
}

// linked gives a record of a type that leads to others by a field, and has what such a record must have.
func linked(kind, id, field string, to ...string) ledger.Record {
	r := ledger.Record{Type: kind, ID: id, Links: map[string][]string{}, Values: map[string]map[string]any{
		"Organisation": {"legalName": "Organisation " + id},
		"Theme":        {"code": "theme-" + id, "labelEn": "Theme " + id},
		"Area":         {"name": "Area " + id, "codeSystem": "OTHER"},
	}[kind]}
	if field != "" {
		r.Links[field] = to
	}
	return r
}

// A record leads to one by a field that has room for one, from whichever end that is told.
func TestWhereThereIsRoomForOneThereIsOne(t *testing.T) {
	for _, row := range []struct{ kind, up, down string }{{"Organisation", "unitOf", "units"}, {"Theme", "broader", "narrower"}, {"Area", "broader", "narrower"}} {
		b := open(t)
		b.tell(told("Anna", linked(row.kind, "x", ""), linked(row.kind, "unit", row.up, "x")))
		want := map[string]string{"unit": registry.RuleRoomForOne}
		if diff := cmp.Diff(want, b.refused(told("Bo", linked(row.kind, "y", row.down, "unit")))); diff != "" {
			t.Errorf("a second %s, told from its other end (-want +got): %s", row.up, diff)
		}
		both := told("Bo", linked(row.kind, "other", ""), linked(row.kind, "y", row.down, "other"), linked(row.kind, "z", row.down, "other"))
		if diff := cmp.Diff(map[string]string{"other": registry.RuleRoomForOne}, b.refused(both)); diff != "" {
			t.Errorf("two of them at once (-want +got): %s", diff)
		}
		if got := b.refused(told("Bo", linked(row.kind, "x", row.down, "unit"))); len(got) > 0 {
			t.Errorf("%s, told from both ends, breaks %v", row.up, got)
		}
	}
}

// Taking back that a unit left its parent does not give it two, when it has got another since.
func TestTakingBackLeavesRoomForOne(t *testing.T) {
	b := open(t)
	b.tell(told("Anna", linked("Organisation", "x", ""), linked("Organisation", "unit", "unitOf", "x")))
	leave := told("Bo", ledger.Record{Type: "Organisation", ID: "unit", Released: []string{"unitOf"}})
	leave.Overwrites = true
	left := b.tell(leave)
	b.tell(told("Bo", linked("Organisation", "y", "units", "unit")))
	err := b.Write(t.Context(), func(ctx context.Context, p *ledger.Page) error {
		_, err := p.Revert(ctx, left.Changes[len(left.Changes)-1], ledger.Ground{Actor: "a tester", Action: "revert", Source: sourceID("Anna")})
		return err
	})
	if f, is := errors.AsType[*fault.Fault](err); !is || f.Rule != registry.RuleRoomForOne {
		t.Errorf("got %v, want %s", err, registry.RuleRoomForOne)
	}
}

// Nothing lies within itself, whichever relation says so and from whichever end.
func TestNothingLiesWithinItself(t *testing.T) {
	for _, row := range []struct{ kind, up, down, rule string }{
		{"Organisation", "unitOf", "units", registry.RuleUnitCycle},
		{"Theme", "broader", "narrower", registry.RuleThemeCycle},
		{"Area", "broader", "narrower", registry.RuleAreaCycle},
		{"Area", "partOf", "parts", registry.RuleAreaCycle},
		{"Area", "broader", "parts", registry.RuleAreaCycle}, // it lies in the one by the one relation, and contains it by the other
		{"Area", "partOf", "narrower", registry.RuleAreaCycle},
	} {
		for _, second := range []struct{ id, field, to string }{{"b", row.up, "a"}, {"a", row.down, "b"}} {
			b := open(t)
			b.tell(told("Anna", linked(row.kind, "b", ""), linked(row.kind, "a", row.up, "b")))
			got := b.refused(told("Bo", linked(row.kind, second.id, second.field, second.to)))
			if len(got) == 0 {
				t.Errorf("%s %s b, and then %s %s %s breaks nothing", row.kind, row.up, second.id, second.field, second.to)
			}
			for id, rule := range got {
				if rule != row.rule {
					t.Errorf("%s %s b, and then %s %s %s breaks %s at %s, want %s", row.kind, row.up, second.id, second.field, second.to, rule, id, row.rule)
				}
			}
		}
	}
}

// What is known of an end agrees with its day, whoever tells them, and however one after the other.
func TestWhatIsKnownOfAnEndAgreesWithItsDay(t *testing.T) {
	last := day("2024-12-31")
	for _, row := range []struct {
		held, told map[string]any
		broken     bool
		want       map[string]any // what is held then; nothing for what is refused
		why        string
	}{
		{nil, map[string]any{"endStatus": "KNOWN"}, true, nil, "known, and not given"},
		{nil, map[string]any{"endStatus": "ENDED_DATE_UNKNOWN", "validTo": last}, true, nil, "unknown, and given"},
		{nil, map[string]any{"endStatus": "OPEN", "validTo": last}, true, nil, "without end, and with one"},
		{nil, map[string]any{"validTo": last}, false, map[string]any{"validTo": storedDay("2024-12-31")}, "only the day"},
		{map[string]any{"endStatus": "ENDED_DATE_UNKNOWN"}, map[string]any{"validTo": last}, false,
			map[string]any{"endStatus": "KNOWN", "validTo": storedDay("2024-12-31")}, "the day has become known"},
		{map[string]any{"endStatus": "ENDED_DATE_UNKNOWN"}, map[string]any{"endStatus": "KNOWN", "validTo": last}, false,
			map[string]any{"endStatus": "KNOWN", "validTo": storedDay("2024-12-31")}, "and that is said too"},
		{map[string]any{"endStatus": "OPEN"}, map[string]any{"endStatus": "KNOWN", "validTo": last}, false,
			map[string]any{"endStatus": "OPEN", "validTo": nil}, "two sources disagree: what is held stays, and both are heard"},
		{map[string]any{"endStatus": "KNOWN", "validTo": last}, map[string]any{"endStatus": "ENDED_DATE_UNKNOWN"}, false,
			map[string]any{"endStatus": "KNOWN", "validTo": storedDay("2024-12-31")}, "one source does not know what another has told"},
	} {
		b := open(t)
		b.tell(told("Anna", network("n", "ESTABLISHED"), organisation("o")))
		if row.held != nil {
			b.tell(told("Anna", membership("m", "n", "o", row.held)))
		}
		want := map[string]string{}
		if row.broken {
			want["m"] = registry.RuleEndStatus
		}
		if diff := cmp.Diff(want, b.refused(told("Bo", membership("m", "n", "o", row.told)))); diff != "" {
			t.Errorf("%s (-want +got): %s", row.why, diff)
		}
		held := b.properties("m")
		for name, value := range row.want {
			if held[name] != value {
				t.Errorf("%s: %s is %v, want %v", row.why, name, held[name], value)
			}
		}
	}
	b := open(t)
	b.tell(told("Anna", network("n", "ESTABLISHED"), organisation("o"), membership("m", "n", "o", map[string]any{"endStatus": "OPEN"})))
	b.tell(told("Bo", membership("m", "n", "o", map[string]any{"validTo": last})))
	if diff := cmp.Diff([]string{"Bo: validTo = 2024-12-31"}, b.claims("m")); diff != "" {
		t.Errorf("the day that a source gives to what has no end (-want +got): %s", diff)
	}
}

// The rules of successions stand at every door.
func TestSuccessionsAreGuarded(t *testing.T) {
	b := open(t)
	succession := func(id, kind string, from, to []string, values map[string]any) ledger.Record {
		r := ledger.Record{Type: "Succession", ID: id, Values: map[string]any{"kind": kind}, Links: map[string][]string{"predecessors": from, "successors": to}}
		maps.Copy(r.Values, values)
		return r
	}
	b.tell(told("Anna", organisation("a"), organisation("b"), organisation("c"), succession("s", "REPLACEMENT", []string{"a"}, []string{"b"}, map[string]any{"on": day("2024-06-01")})))
	for want, r := range map[string]ledger.Record{
		registry.RuleSuccessionCycle: succession("t", "REPLACEMENT", []string{"b"}, []string{"a"}, nil),
		registry.RuleSuccession:      succession("t", "SPLIT", []string{"b"}, []string{"c"}, nil),
		registry.RuleSucceeded:       succession("t", "REPLACEMENT", []string{"a"}, []string{"c"}, nil),
		registry.RuleSuccessionOrder: succession("t", "REPLACEMENT", []string{"b"}, []string{"c"}, map[string]any{"on": day("2024-05-31")}),
		registry.RuleFuture:          succession("t", "REPLACEMENT", []string{"b"}, []string{"c"}, map[string]any{"on": day("2026-12-31")}),
	} {
		if diff := cmp.Diff(map[string]string{"t": want}, b.refused(told("Bo", r))); diff != "" {
			t.Errorf("(-want +got): %s", diff)
		}
	}
}

// What is another record's is told at the record that claims it, and a rule of a record that is held at the one which brings it about.
func TestWhatIsTakenIsToldWhereItIsClaimed(t *testing.T) {
	b := open(t)
	number := ledger.Part{Key: map[string]any{"scheme": "SE_ON", "value": "5560912148"}, Values: map[string]any{"scheme": "SE_ON", "value": "5560912148"}}
	owner, claimant := organisation("owner"), organisation("claimant")
	owner.Parts, claimant.Parts = map[string][]ledger.Part{"identifiers": {number}}, map[string][]ledger.Part{"identifiers": {number}}
	group := func(id string) ledger.Record {
		return ledger.Record{Type: "TargetGroup", ID: id, Values: map[string]any{"name": "Small firms"}}
	}
	theme := func(id string) ledger.Record {
		return ledger.Record{Type: "Theme", ID: id, Values: map[string]any{"code": "energy", "labelEn": "Energy"}}
	}
	award := func(id, recipient string) ledger.Record {
		return ledger.Record{Type: "Award", ID: id, Values: map[string]any{"state": "EFFECTIVE"}, Links: map[string][]string{"decision": {"d"}, "recipient": {recipient}}}
	}
	decision := ledger.Record{Type: "Decision", ID: "d", Values: map[string]any{"caseNumber": "1", "outcome": "GRANTED"}}
	b.tell(told("Anna", owner, group("g"), theme("e"), decision, award("a", "owner")))
	for _, row := range []struct {
		rule string
		told []ledger.Record
	}{
		{registry.RuleUnique, []ledger.Record{claimant}},
		{registry.RuleUnique, []ledger.Record{group("claimant")}},
		{registry.RuleUnique, []ledger.Record{theme("claimant")}},
		{registry.RuleAwardDouble, []ledger.Record{award("claimant", "owner")}},
	} {
		if diff := cmp.Diff(map[string]string{"claimant": row.rule}, b.refused(told("Bo", row.told...))); diff != "" {
			t.Errorf("(-want +got): %s", diff)
		}
		telling := told("Bo", append(row.told, organisation("sound"))...)
		telling.Apart, telling.DryRun = true, true
		if outcome := b.tell(telling); len(outcome.Refused) != 1 || outcome.Refused[0].ID != "claimant" {
			t.Errorf("of records that stand each for themselves, %v are refused", outcome.Refused)
		}
	}
}

// An application and its decision are found to be the same records again when so many records are told that they are read apart.
func TestADecisionToldFarFromItsApplicationIsNoDouble(t *testing.T) {
	b := open(t)
	records := []ledger.Record{project("p", nil), organisation("funder"),
		{Type: "Application", ID: "a", Values: map[string]any{"caseNumber": "1", "state": "SUBMITTED"}, Links: map[string][]string{"project": {"p"}, "appliedTo": {"funder"}}}}
	for i := range 2_100 {
		code := fmt.Sprintf("t%d", i)
		records = append(records, ledger.Record{Type: "Theme", ID: code, Values: map[string]any{"code": code, "labelEn": code}})
	}
	b.tell(told("Anna", append(records, ledger.Record{Type: "Decision", ID: "d", Values: map[string]any{"caseNumber": "1", "outcome": "DEFERRED"}, Links: map[string][]string{"application": {"a"}}})...))
	if key := b.properties("d")["naturalKey"]; key == nil {
		t.Error("the decision has no key")
	}
}
