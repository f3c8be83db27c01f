package access_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/audit"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// What is granted, ended and changed of accounts, and what an account was refused, is in the audit log: with who, and of what. A dry run is not, nor is it
// recorded twice when it is replayed.
func TestWhatIsAudited(t *testing.T) {
	w, m, _ := twoNetworks(t)
	coordinator := w.By("coordinator of M")
	give := object{"role": "READER", "grantee": "reader of N", "over": m, "idempotencyKey": "once"}
	coordinator.Command("grant", object{"role": "READER", "grantee": "reader of N", "over": m, "dryRun": true}, "grant { id }").Good()
	given := register.At(coordinator.Command("grant", give, "grant { id }").Good(), "grant", "id").(string)
	coordinator.Command("grant", give, "grant { id }").Good()
	coordinator.Command("endGrant", object{"id": given}, "grant { id }").Good()
	grants := `{ account(id: "reader of N") { inForce: grants { id } past: grants(standing: PAST) { id } upcoming: grants(standing: UPCOMING) { id } } }`
	for list, want := range map[string]bool{"inForce": false, "past": true, "upcoming": false} {
		if listed := slices.ContainsFunc(register.At(w.Do(grants, nil), "account", list).([]any), func(grant any) bool { return register.At(grant, "id") == given }); listed != want {
			t.Errorf("what was ended today is listed as %s: %v", list, listed)
		}
	}
	w.By("reader of N").Command("endGrant", object{"id": given}, "grant { id }").Fails("FORBIDDEN", "", "")
	w.As("PUBLIC").Command("endGrant", object{"id": given}, "grant { id }").Fails("FORBIDDEN", "", "")

	records, err := audit.Latest(t.Context(), w.DB, "", 10)
	testworld.Must(t, err)
	told := map[string]int{}
	for _, r := range records {
		told[string(r.Event)+" by "+r.Account+": "+r.Detail]++
	}
	want := map[string]int{
		"GRANTED by coordinator of M: role READER, grantee reader of N, over " + m: 1,
		"GRANT_ENDED by coordinator of M: id " + given:                             1,
		"REFUSED by reader of N: endGrant":                                         1,
	}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Error(diff)
	}
}
