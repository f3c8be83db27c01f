package commands_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld/register"
)

// A confirmation of an earlier day that is recorded late takes the place of no later one.
func TestTheLastConfirmationStays(t *testing.T) {
	w := register.New(t)
	network, member := w.Network("MITTSEC", "ESTABLISHED"), w.Organisation("IUC Z-Group AB")
	id := w.Make("admitMember", object{"network": network, "member": member, "validFrom": "2024-01-01"}, "membership")
	for _, row := range []struct{ on, want string }{{"2024-06-01", "2024-06-01"}, {"2025-06-01", "2025-06-01"}, {"2024-09-01", "2025-06-01"}} {
		got := w.Command("renewConfirmation", object{"id": id, "lastConfirmedOn": row.on}, "relation { ... on Membership { lastConfirmedOn } }").Good()
		if diff := cmp.Diff(object{"relation": object{"lastConfirmedOn": row.want}}, got); diff != "" {
			t.Errorf("confirmed for %s: %s", row.on, diff)
		}
	}
}
