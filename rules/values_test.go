package rules

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet"
	"partnernet/model"
	"partnernet/registry"
)

// guardOfSchema gives the guard that stands behind all doors.
func guardOfSchema(t *testing.T) *Guard {
	t.Helper()
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	return New(m)
}

// A name of nobody passes no door: the guard stands behind all of them.
func TestANameOfNobodyPassesNoDoor(t *testing.T) {
	guard := guardOfSchema(t)
	for name, want := range map[string]string{"ukjent": registry.RuleNameOfNobody, "n/a": registry.RuleNameOfNobody, "-": registry.RuleNameOfNobody, "2019": registry.RuleNameOfNobody, " ": registry.RuleRequired, "Okänd AB": ""} {
		var broken []string
		for _, v := range guard.Values("Organisation", "x", map[string]any{"legalName": name}, map[string]any{"legalName": name}, time.Now()) {
			broken = append(broken, v.Rule)
		}
		if want == "" && len(broken) > 0 || want != "" && (len(broken) != 1 || broken[0] != want) {
			t.Errorf("%q breaks %v, want %q", name, broken, want)
		}
	}
}

// What is told of where a record stands agrees with its days, whoever tells it.
func TestWhereARecordStandsAgreesWithItsDays(t *testing.T) {
	guard, now := guardOfSchema(t), time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
	day := func(text string) any {
		d, err := registry.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return dbtype.Date(d.In(time.UTC))
	}
	relations, openings := []string{"Membership", "Partnership"}, []string{"Need", "Offer"}
	for _, row := range []struct {
		why    string
		labels []string
		values map[string]any
		want   []string // field and rule
	}{
		{"ended, and its last day has not come", relations, map[string]any{"state": "ENDED", "validTo": day("2026-12-01")}, []string{"state", registry.RuleEnded}},
		{"ended on its last day", relations, map[string]any{"state": "ENDED", "validTo": day("2026-11-30")}, nil},
		{"ended, nobody knows when", relations, map[string]any{"state": "ENDED"}, nil},
		{"in force until a day to come", relations, map[string]any{"state": "ACTIVE", "validTo": day("2026-12-01")}, nil},
		{"a day of resting, and it does not rest", relations, map[string]any{"state": "ACTIVE", "pausedSince": day("2024-05-01")}, []string{"pausedSince", registry.RuleRests}},
		{"a day of resting, and it ended otherwise", relations, map[string]any{"state": "ENDED", "stateBeforeEnd": "ACTIVE", "pausedSince": day("2024-05-01")}, []string{"pausedSince", registry.RuleRests}},
		{"a day of resting, and it ended nobody knows how", relations, map[string]any{"state": "ENDED", "pausedSince": day("2024-05-01")}, []string{"pausedSince", registry.RuleRests}},
		{"it rests since a day", relations, map[string]any{"state": "PAUSED", "pausedSince": day("2024-05-01")}, nil},
		{"it rested when it ended", relations, map[string]any{"state": "ENDED", "stateBeforeEnd": "PAUSED", "pausedSince": day("2024-05-01")}, nil},
		{"confirmed after its last day", relations, map[string]any{"state": "CLAIMED", "validTo": day("2024-05-01"), "lastConfirmedOn": day("2024-05-02")}, []string{"lastConfirmedOn", registry.RuleOutsidePeriod}},
		{"confirmed on its last day", relations, map[string]any{"state": "CLAIMED", "validTo": day("2024-05-01"), "lastConfirmedOn": day("2024-05-01")}, nil},
		{"a day on which it was done, and it is open", []string{"Obligation"}, map[string]any{"status": "OPEN", "fulfilledOn": day("2026-01-01")}, []string{"fulfilledOn", registry.RuleFulfilled}},
		{"a day on which it was done, and nobody asks for it", []string{"Obligation"}, map[string]any{"status": "WAIVED", "fulfilledOn": day("2026-01-01")}, []string{"fulfilledOn", registry.RuleFulfilled}},
		{"done on a day", []string{"Obligation"}, map[string]any{"status": "FULFILLED", "fulfilledOn": day("2026-01-01")}, nil},
		{"done, nobody knows when", []string{"Obligation"}, map[string]any{"status": "FULFILLED"}, nil},
		{"expired before its last day", openings, map[string]any{"state": "EXPIRED", "validFrom": day("2026-01-01"), "expiresOn": day("2027-12-31")}, []string{"state", registry.RuleExpired}},
		{"expired after its last day, which tells it by itself", openings, map[string]any{"state": "EXPIRED", "expiresOn": day("2026-01-31")}, []string{"state", registry.RuleExpired}},
		{"open, and past its last day", openings, map[string]any{"state": "OPEN", "expiresOn": day("2026-01-31")}, nil},
		{"open, and since a day something else", openings, map[string]any{"state": "OPEN", "stateSince": day("2026-01-31")}, []string{"stateSince", registry.RuleSince}},
		{"withdrawn on a day", openings, map[string]any{"state": "WITHDRAWN", "stateSince": day("2026-01-31")}, nil},
		{"withdrawn, nobody knows when", openings, map[string]any{"state": "WITHDRAWN"}, nil},
		{"at rest since a day", []string{"Offer"}, map[string]any{"state": "PAUSED", "stateSince": day("2026-01-31")}, nil},
	} {
		for _, label := range row.labels {
			var broken []string
			for _, v := range guard.Values(label, "x", row.values, row.values, now) {
				broken = append(broken, v.Field, v.Rule)
			}
			if diff := cmp.Diff(row.want, broken); diff != "" {
				t.Errorf("%s, a %s (-want +got): %s", row.why, label, diff)
			}
		}
	}
}
