package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMembershipsRefused(t *testing.T) {
	w := newWorld(t)
	member, other, planned, closed := w.organisation("A"), w.organisation("B"), w.network("MITTSEC", "PLANNED"), w.network("OLD", "CLOSED")
	id := w.make("admitMember", object{"member": member, "network": planned, "validFrom": dayFrom(-10), "validTo": dayFrom(-5)}, "membership")
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"the day it left", "admitMember", object{"member": member, "network": planned, "validFrom": dayFrom(-5)}, "CONFLICT", "member-admitted-already", "input.validFrom"},
		{"on unknown days", "admitMember", object{"member": member, "network": planned}, "CONFLICT", "member-admitted-already", "input.validFrom"},
		{"to a closed network", "admitMember", object{"member": other, "network": closed}, "CONFLICT", "network-closed", "input.network"},
		{"to itself", "admitMember", object{"member": planned, "network": planned}, "BAD_INPUT", "network-own-member", "input.member"},
		{"the wrong way round", "admitMember", object{"member": other, "network": planned, "validFrom": dayFrom(0), "validTo": dayFrom(-1)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"confirmed tomorrow", "admitMember", object{"member": other, "network": planned, "lastConfirmedOn": dayFrom(1)}, "BAD_INPUT", "not-future", "input.lastConfirmedOn"},
		{"nobody", "admitMember", object{"member": "nobody", "network": planned}, "NOT_FOUND", "", "input.member"},
		{"to nothing", "admitMember", object{"member": other, "network": "nothing"}, "NOT_FOUND", "", "input.network"},
		{"to an organisation", "admitMember", object{"member": other, "network": member}, "NOT_FOUND", "", "input.network"},
		{"ended before it began", "endMembership", object{"id": id, "validTo": dayFrom(-11)}, "BAD_INPUT", "period-order", "input.validTo"},
		{"no membership", "endMembership", object{"id": member}, "NOT_FOUND", "", "input.id"},
		{"as more than one may see", "admitMember", object{"member": other, "network": planned, "sensitivity": "RESTRICTED"}, "FORBIDDEN", "", "input.sensitivity"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.dump()
			w.on(t).as("COORDINATORS").command(row.command, row.input, "changes { id }").fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
}

func TestAMembershipEnds(t *testing.T) {
	w := newWorld(t)
	network := w.network("MITTSEC", "PLANNED")
	for _, row := range []struct {
		why          string
		admit, end   object
		state, known string
		last         any
	}{
		{"on a day", object{"validFrom": dayFrom(-10)}, object{"validTo": dayFrom(-1)}, "ENDED", "KNOWN", dayFrom(-1)},
		{"nobody knows when", object{"validFrom": dayFrom(-10)}, object{}, "ENDED", "ENDED_DATE_UNKNOWN", nil},
		{"before its time", object{"validTo": dayFrom(10)}, object{}, "ENDED", "ENDED_DATE_UNKNOWN", nil},
		{"on a day to come", object{}, object{"validTo": dayFrom(10)}, "ACTIVE", "KNOWN", dayFrom(10)},
	} {
		row.admit["member"], row.admit["network"] = w.organisation("A"), network
		row.end["id"] = w.make("admitMember", row.admit, "membership")
		got := w.command("endMembership", row.end, "membership { state endStatus validTo }").good()
		want := object{"membership": object{"state": row.state, "endStatus": row.known, "validTo": row.last}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// A member that has left may come back.
func TestAMemberComesBack(t *testing.T) {
	w := newWorld(t)
	member := object{"member": w.organisation("A"), "network": w.network("MITTSEC", "PLANNED")}
	first := w.make("admitMember", member, "membership")
	w.command("admitMember", member, "changes { id }").fails("CONFLICT", "member-admitted-already", "input.validFrom")
	w.command("endMembership", object{"id": first}, "changes { id }").good()
	w.make("admitMember", member, "membership")
}

// Who does not keep the register changes nothing, and who may not see a record does not learn of it by trying.
func TestOnlyCoordinatorsChangeTheRegister(t *testing.T) {
	w := newWorld(t)
	id := w.organisation("A")
	before := w.dump()
	for _, clearance := range []string{"PUBLIC", "MEMBERS"} {
		for _, input := range []object{{"id": id, "country": "SE"}, {"id": "nobody", "country": "SE"}} {
			w.as(clearance).command("updateOrganisation", input, "changes { id }").fails("FORBIDDEN", "", "")
		}
	}
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Errorf("something has changed: %s", diff)
	}
	const seen = `{ changes { totalCount } documents { totalCount } organisations { totalCount } }`
	coordinator := w.as("COORDINATORS")
	known := coordinator.do(seen, nil)
	hidden := w.make("registerOrganisation", object{"legalName": "Hidden AB", "sensitivity": "RESTRICTED", "identifiers": number("SE_ON", swedish)}, "organisation")
	coordinator.command("updateOrganisation", object{"id": hidden, "country": "SE"}, "changes { id }").fails("NOT_FOUND", "", "input.id")
	coordinator.command("registerOrganisation", object{"legalName": "R", "identifiers": number("SE_ON", swedish), "dryRun": true}, "command").good() // that it is taken would tell of what is hidden
	if diff := cmp.Diff(known, coordinator.do(seen, nil)); diff != "" {
		t.Errorf("more is seen after a hidden record was entered: %s", diff)
	}
}
