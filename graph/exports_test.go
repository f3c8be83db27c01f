package graph_test

import (
	"strings"
	"testing"

	"partnernet/testworld/register"
)

// Exports of a network that is not there, or that whoever asks may not see, are refused in the same words as everything else of it.
func TestExportsOfANetworkThatIsNotThere(t *testing.T) {
	w := register.New(t)
	w.Network("MITTSEC", "PLANNED")
	w.Make("registerNetwork", map[string]any{"acronym": "HIDDEN", "lifecycle": "PLANNED", "sensitivity": "COORDINATORS"}, "network")
	const links = `query($network: String) { exports(network: $network) { href } }`
	for _, network := range []string{"NOSEC", "HIDDEN"} {
		w.As("PUBLIC").Ask(links, map[string]any{"network": network}).Fails("NOT_FOUND", "", "network")
	}
	all := len(w.As("PUBLIC").Do(links, nil)["exports"].([]any))
	for _, network := range []string{"MITTSEC", "HIDDEN"} {
		if n := len(w.Do(links, map[string]any{"network": network})["exports"].([]any)); n <= all {
			t.Errorf("%d exports of %s, and %d of all networks", n, network, all)
		}
	}
}

// A closed network that left its acronym to a new one keeps neither from its exports and reports: the acronym is the new one's, and the closed one goes by
// its id.
func TestTheAcronymOfAClosedNetworkIsThatOfTheNewOne(t *testing.T) {
	w := register.New(t)
	closed := w.Network("AGAIN", "CLOSED")
	w.Network("AGAIN", "PLANNED")
	const asked = `query($network: String) {
  exports(network: $network) { href }
  report(kind: NETWORK_OVERVIEW, network: $network, language: EN) { markdown }
}`
	for network, standing := range map[string]string{"AGAIN": "planned", closed: "closed"} {
		answer := w.Do(asked, map[string]any{"network": network})
		if len(answer["exports"].([]any)) == 0 {
			t.Errorf("there are no exports of %s", network)
		}
		markdown := answer["report"].(map[string]any)["markdown"].(string)
		if !strings.Contains(markdown, "the network AGAIN") || strings.Count(markdown, "### AGAIN") != 1 || !strings.Contains(markdown, standing) {
			t.Errorf("the report on %s, which is %s:\n%s", network, standing, markdown)
		}
	}
}
