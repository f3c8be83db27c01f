package cypher_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// A condition on an unknown value is neither true nor false: it keeps nothing, and neither does its negation.
func TestConditionsOnWhatIsUnknown(t *testing.T) {
	l := lab.Open(t)
	l.Write(t, membersOfThreeNetworks())
	for _, c := range []struct{ filter, want, why string }{
		{`{country: "SE"}`, "se", "only of this one it is known"},
		{`{not: {country: "SE"}}`, "no", "of one it is not known"},
		{`{country: []}`, "", "no country is none of them"},
		{`{not: {country: []}}`, "se no", "only a known country is known to be none of them"},
		{`{countryKnown: false}`, "unknown", "that it is unknown is known"},
		{`{or: [{country: "SE"}, {not: {country: "SE"}}]}`, "se no", "neither is known of the third"},
		{`{or: [{country: "SE"}, {countryKnown: false}]}`, "se unknown", "one that holds is enough"},
		{`{not: {and: [{country: "SE"}, {text: "se"}]}}`, "no unknown", "one that does not hold is enough to deny"},
		{`{memberships: {network: {country: "SE"}}}`, "se", "its network is known to be there"},
		{`{not: {memberships: {network: {country: "SE"}}}}`, "no", "where one network is, is unknown"},
		{`{not: {not: {memberships: {network: {country: "SE"}}}}}`, "se", "to deny twice is to say"},
		{`{memberships: {not: {network: {country: "SE"}}}}`, "no", "where one network is, is unknown"},
		{`{not: {memberships: {not: {network: {country: "SE"}}}}}`, "se", "so is whether it is elsewhere"},
		{`{not: {needs: {state: OPEN}}}`, "se no unknown", "none is known to have such a need, for none has any"},
		{`{not: {location: {municipality: "Åre"}}}`, "no", "where one has its seat is unknown"},
		{`{not: {not: {location: {municipality: "Åre"}}}}`, "se", "to deny twice is to say"},
		{`{not: {location: {}}}`, "unknown", "that its seat is not told is known"},
		{`{not: {}}`, "", "what asks nothing holds of all"},
		{`{or: []}`, "", "none of no conditions holds"},
		{`{and: []}`, "se no unknown", "all of no conditions hold"},
	} {
		text := l.Answer(t, `{ organisations(first: 9, filter: `+c.filter+`) { nodes { id } } }`, nil)
		var found []string
		for _, id := range []string{"se", "no", "unknown"} {
			if strings.Contains(text, `"`+id+`"`) {
				found = append(found, id)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(found, " ")); diff != "" {
			t.Errorf("%s: %s, because %s", c.filter, diff, c.why)
		}
	}
}

// membersOfThreeNetworks are organisations of two countries and of an unknown one, each the member of a network of the same country.
func membersOfThreeNetworks() *plain.Graph {
	g := &plain.Graph{}
	for id, country := range map[string]any{"se": "SE", "no": "NO", "unknown": nil} {
		organisation := record(g, "Organisation", id, map[string]any{"legalName": id, "searchText": id, "sortKey": id, "country": country})
		if country != nil {
			g.Nodes = append(g.Nodes, &plain.Node{Type: "Location", Values: map[string]any{"municipality": map[string]any{"se": "Åre", "no": "Steinkjer"}[id]}})
			g.Links = append(g.Links, plain.Link{From: organisation, Type: "HAS_LOCATION", To: g.Nodes[len(g.Nodes)-1]})
		}
		network := record(g, "Network", "network "+id, map[string]any{"acronym": id, "country": country})
		membership := record(g, "Membership", "membership "+id, nil)
		g.Links = append(g.Links, plain.Link{From: membership, Type: "MEMBER", To: organisation}, plain.Link{From: membership, Type: "IN_NETWORK", To: network})
	}
	return g
}

// record adds a public record to a graph.
func record(g *plain.Graph, kind, id string, values map[string]any) *plain.Node {
	n := &plain.Node{Type: kind, Values: map[string]any{"id": id, "audience": random.Audiences[0]}}
	for name, v := range values {
		if v != nil {
			n.Values[name] = v
		}
	}
	g.Nodes = append(g.Nodes, n)
	return n
}
