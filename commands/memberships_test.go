package commands_test

import (
	"strings"
	"testing"
	"time"

	"partnernet/testworld"
	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

func TestMembershipsRefused(t *testing.T) {
	w := register.New(t)
	member, other, planned, closed := w.Organisation("A"), w.Organisation("B"), w.Network("MITTSEC", "PLANNED"), w.Network("OLD", "CLOSED")
	id := w.Make("admitMember", object{"member": member, "network": planned, "validFrom": register.DayFrom(-10), "validTo": register.DayFrom(-5)}, "membership")
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"the day it left", "admitMember", object{"member": member, "network": planned, "validFrom": register.DayFrom(-5)}, "CONFLICT", "member-admitted-already", "input.validFrom"},
		{"on unknown days", "admitMember", object{"member": member, "network": planned}, "CONFLICT", "member-admitted-already", "input.validFrom"},
		{"to a closed network", "admitMember", object{"member": other, "network": closed}, "CONFLICT", "network-closed", "input.network"},
		{"to itself", "admitMember", object{"member": planned, "network": planned}, "BAD_INPUT", "network-own-member", "input.member"},
		{"the wrong way round", "admitMember", object{"member": other, "network": planned, "validFrom": register.DayFrom(0), "validTo": register.DayFrom(-1)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"confirmed tomorrow", "admitMember", object{"member": other, "network": planned, "lastConfirmedOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.lastConfirmedOn"},
		{"nobody", "admitMember", object{"member": "nobody", "network": planned}, "NOT_FOUND", "", "input.member"},
		{"to nothing", "admitMember", object{"member": other, "network": "nothing"}, "NOT_FOUND", "", "input.network"},
		{"to an organisation", "admitMember", object{"member": other, "network": member}, "NOT_FOUND", "", "input.network"},
		{"ended before it began", "endMembership", object{"id": id, "validTo": register.DayFrom(-11)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"no membership", "endMembership", object{"id": member}, "NOT_FOUND", "", "input.id"},
		{"as more than one may see", "admitMember", object{"member": other, "network": planned, "sensitivity": "RESTRICTED"}, "FORBIDDEN", "", "input.sensitivity"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.Dump()
			w.On(t).As("COORDINATORS").Command(row.command, row.input, "changes { id }").Fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}

func TestAMembershipEnds(t *testing.T) {
	w := register.New(t)
	network := w.Network("MITTSEC", "PLANNED")
	for _, row := range []struct {
		why          string
		admit, end   object
		state, known string
		last         any
	}{
		{"on a day", object{"validFrom": register.DayFrom(-10)}, object{"validTo": register.DayFrom(-1)}, "ENDED", "KNOWN", register.DayFrom(-1)},
		{"nobody knows when", object{"validFrom": register.DayFrom(-10)}, object{}, "ENDED", "ENDED_DATE_UNKNOWN", nil},
		{"before its time", object{"validTo": register.DayFrom(10)}, object{}, "ENDED", "ENDED_DATE_UNKNOWN", nil},
		{"on a day to come", object{}, object{"validTo": register.DayFrom(10)}, "ACTIVE", "KNOWN", register.DayFrom(10)},
	} {
		row.admit["member"], row.admit["network"] = w.Organisation("A"), network
		row.end["id"] = w.Make("admitMember", row.admit, "membership")
		got := w.Command("endMembership", row.end, "membership { state endStatus validTo }").Good()
		want := object{"membership": object{"state": row.state, "endStatus": row.known, "validTo": row.last}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// A membership that has ended does not go on by another last day alone: it is told where it stands, and that it ended is forgotten then.
func TestAMembershipThatHasEndedIsSaidToGoOn(t *testing.T) {
	w := register.New(t)
	id := w.Make("admitMember", object{"member": w.Organisation("A"), "network": w.Network("MITTSEC", "PLANNED"), "validFrom": register.DayFrom(-10)}, "membership")
	const stands = "membership { state stateBeforeEnd endStatus validTo }"
	w.Command("endMembership", object{"id": id, "validTo": register.DayFrom(-1)}, stands).Good()
	w.Command("endMembership", object{"id": id, "validTo": register.DayFrom(10)}, stands).Fails("BAD_INPUT", "relation-ended", "input.validTo")
	got := w.Command("updateMembership", object{"id": id, "state": "ACTIVE", "validTo": nil}, stands).Good()
	if diff := cmp.Diff(object{"membership": object{"state": "ACTIVE", "stateBeforeEnd": nil, "endStatus": nil, "validTo": nil}}, got); diff != "" {
		t.Error(diff)
	}
}

// A member that has left may come back.
func TestAMemberComesBack(t *testing.T) {
	w := register.New(t)
	member := object{"member": w.Organisation("A"), "network": w.Network("MITTSEC", "PLANNED")}
	first := w.Make("admitMember", member, "membership")
	w.Command("admitMember", member, "changes { id }").Fails("CONFLICT", "member-admitted-already", "input.validFrom")
	w.Command("endMembership", object{"id": first}, "changes { id }").Good()
	w.Make("admitMember", member, "membership")
}

// A membership that has ended, nobody knows when, was one on its first day, so that none begins beside it on that day. What was only proposed becomes the real one, and where
// it was given up it stands in nobody's way.
func TestAMembershipBesideOnesThatMayNotHold(t *testing.T) {
	w := register.New(t)
	network, first := w.Network("MITTSEC", "FORMING"), register.DayFrom(-100)
	ended := object{"member": w.Organisation("Left"), "network": network, "validFrom": first}
	w.Command("endMembership", object{"id": w.Make("admitMember", ended, "membership")}, "changes { id }").Good()
	w.Command("admitMember", ended, "changes { id }").Fails("CONFLICT", "member-admitted-already", "input.validFrom")
	w.Make("admitMember", register.Merged(ended, object{"validFrom": register.DayFrom(-50)}), "membership")

	real := object{"member": w.Organisation("Asked"), "network": network, "validFrom": first}
	proposal := w.Make("admitMember", register.Merged(real, object{"state": "PROPOSED"}), "membership")
	refused := w.Command("admitMember", real, "changes { id }")
	refused.Fails("CONFLICT", "member-admitted-already", "input.validFrom")
	if said := refused.Errors[0].Message; !strings.Contains(said, "updateMembership") {
		t.Errorf("%q does not say what becomes of the proposal", said)
	}
	got := w.Command("updateMembership", object{"id": proposal, "state": "ACTIVE"}, "membership { id state validFrom }").Good()
	if diff := cmp.Diff(object{"id": proposal, "state": "ACTIVE", "validFrom": first}, got["membership"]); diff != "" {
		t.Error(diff)
	}
	declined := object{"member": w.Organisation("Declined"), "network": network, "validFrom": first}
	given := w.Make("admitMember", register.Merged(declined, object{"state": "PROPOSED"}), "membership")
	w.Command("endMembership", object{"id": given}, "changes { id }").Good()
	w.Make("admitMember", declined, "membership")
}

// A membership that was called off before it began was one on no day, as the lists say, and stands in nobody's way.
func TestAMembershipThatWasCalledOff(t *testing.T) {
	w := register.New(t)
	first, upcoming := register.DayFrom(-100), register.DayFrom(100)
	member := object{"member": w.Organisation("A"), "network": w.Network("MITTSEC", "PLANNED")}
	called := w.Make("admitMember", register.Merged(member, object{"validFrom": upcoming}), "membership")
	w.Command("endMembership", object{"id": called}, "changes { id }").Good()
	got := w.Do(`query($asOf: Date) { memberships(asOf: $asOf) { totalCount } past: memberships(asOf: $asOf, standing: PAST) { totalCount } }`, object{"asOf": upcoming})
	if diff := cmp.Diff(object{"memberships": object{"totalCount": 0.0}, "past": object{"totalCount": 1.0}}, got); diff != "" {
		t.Error(diff)
	}
	w.Make("admitMember", register.Merged(member, object{"validFrom": first}), "membership")
}

// Who does not keep the register changes nothing, and who may not see a record does not learn of it by trying.
func TestOnlyCoordinatorsChangeTheRegister(t *testing.T) {
	w := register.New(t)
	id := w.Organisation("A")
	before := w.Dump()
	for _, clearance := range []string{"PUBLIC", "MEMBERS"} {
		for _, input := range []object{{"id": id, "country": "SE"}, {"id": "nobody", "country": "SE"}} {
			w.As(clearance).Command("updateOrganisation", input, "changes { id }").Fails("FORBIDDEN", "", "")
		}
	}
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Errorf("something has changed: %s", diff)
	}
	const seen = `{ changes { totalCount } documents { totalCount } organisations { totalCount } }`
	coordinator := w.As("COORDINATORS")
	known := coordinator.Do(seen, nil)
	hidden := w.Make("registerOrganisation", object{"legalName": "Hidden AB", "sensitivity": "RESTRICTED", "identifiers": register.Number("SE_ON", register.Swedish)}, "organisation")
	coordinator.Command("updateOrganisation", object{"id": hidden, "country": "SE"}, "changes { id }").Fails("NOT_FOUND", "", "input.id")
	coordinator.Command("registerOrganisation", object{"legalName": "R", "identifiers": register.Number("SE_ON", register.Swedish), "dryRun": true}, "command").Good() // that it is taken would tell of what is hidden
	if diff := cmp.Diff(known, coordinator.Do(seen, nil)); diff != "" {
		t.Errorf("more is seen after a hidden record was entered: %s", diff)
	}
}

// Just after midnight on both sides of the border a command takes the new day for today, wherever the server stands.
func TestTodayJustAfterMidnight(t *testing.T) {
	w := register.New(t)
	w.Handler = testworld.GraphQL(t, w.DB, func() time.Time { return time.Date(2026, 6, 1, 22, 30, 0, 0, time.UTC) })
	network := w.Network("N", "FORMING")
	id := w.Make("admitMember", object{"member": w.Organisation("A"), "network": network, "validFrom": "2026-06-01"}, "membership")
	w.Make("admitMember", object{"member": w.Organisation("B"), "network": network, "lastConfirmedOn": "2026-06-02"}, "membership")
	got := w.Command("endMembership", object{"id": id, "validTo": "2026-06-01"}, "membership { state }").Good()
	if diff := cmp.Diff(object{"membership": object{"state": "ENDED"}}, got); diff != "" {
		t.Error(diff)
	}
	w.Command("endMembership", object{"id": id, "validTo": "2026-06-03"}, "membership { id }").Fails("BAD_INPUT", "relation-ended", "input.validTo")
}
