package graph

import (
	"cmp"
	"slices"

	"partnernet/cypher"
	"partnernet/fault"
)

// mostEffort is how many steps may be taken to find brokers: some seconds. 10 000 organisations with 15 000 ties take two thirds of it.
const mostEffort = 600_000_000

func betweenness(c cypher.Call, m *measured) ([]float64, error) {
	return kept(c, betweennessKey, func() ([]float64, error) {
		if m.tooCostly() {
			return nil, fault.New(fault.TooCostly, "Brokers among %d organisations with %d ties take too long to find. Choose fewer organisations by a filter.", len(m.ids), m.graph.Size()).At("brokers")
		}
		return m.graph.Betweenness(), nil
	})
}

// tooCostly says whether there are too many to find brokers among.
func (m *measured) tooCostly() bool { return m.graph.Effort() > mostEffort }

// brokers ranks organisations by how much others reach one another through them. Of equals, the one with more ties comes first, and
// then the one that is first by name.
func brokers(c cypher.Call) (any, error) {
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	between, err := betweenness(c, m)
	if err != nil {
		return nil, err
	}
	tied := m.tied()
	slices.SortStableFunc(tied, func(a, b int) int {
		return cmp.Or(cmp.Compare(between[b], between[a]), cmp.Compare(m.graph.Degree(b), m.graph.Degree(a)))
	})
	rows := []any{}
	for _, place := range page(c, tied) {
		rows = append(rows, m.broker(place, between[place]))
	}
	return rows, nil
}

func (m *measured) broker(place int, betweenness float64) map[string]any {
	roles := m.graph.Brokerage(place, m.groups)
	row := map[string]any{
		"organisation": place, "degree": int64(m.graph.Degree(place)), "betweenness": betweenness,
		"coordinator": int64(roles.Coordinator), "gatekeeper": int64(roles.Gatekeeper), "representative": int64(roles.Representative),
		"itinerant": int64(roles.Itinerant), "liaison": int64(roles.Liaison),
	}
	if m.groups[place] != "" {
		row["group"] = m.groups[place]
	}
	return row
}

// tied gives the organisations with ties.
func (m *measured) tied() []int {
	var tied []int
	for place := range m.ids {
		if m.graph.Degree(place) > 0 {
			tied = append(tied, place)
		}
	}
	return tied
}

// departures ranks organisations by what breaks without them.
func departures(c cypher.Call) (any, error) {
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	without, tied := m.graph.Departures(), m.tied()
	slices.SortStableFunc(tied, func(a, b int) int {
		return cmp.Or(cmp.Compare(without[b].CutOff, without[a].CutOff), cmp.Compare(m.graph.Degree(b), m.graph.Degree(a)))
	})
	rows := []any{}
	for _, place := range page(c, tied) {
		rows = append(rows, map[string]any{
			"organisation": place, "tiesLost": int64(m.graph.Degree(place)), "crossBorderTiesLost": m.acrossOf(place),
			"components": int64(without[place].Components), "cutOff": int64(without[place].CutOff),
		})
	}
	return rows, nil
}

// acrossOf counts an organisation's ties across the border.
func (m *measured) acrossOf(place int) int64 {
	across := int64(0)
	for _, other := range m.graph.Neighbours(place) {
		if a, b := m.countries[place], m.countries[other]; a != "" && b != "" && a != b {
			across++
		}
	}
	return across
}
