package graph

import (
	"cmp"
	"maps"
	"slices"

	"partnernet/cypher"
	"partnernet/metrics"
	"partnernet/stored"
)

// ofMeasured makes a function of a field from one of the network that is measured.
func ofMeasured(figure func(m *measured) any) func(cypher.Call) (any, error) {
	return func(c cypher.Call) (any, error) {
		m, err := theMeasured(c)
		if err != nil {
			return nil, err
		}
		return figure(m), nil
	}
}

// ifDefined gives a figure, null where it is not defined.
func ifDefined(figure float64, defined bool) any {
	if !defined {
		return nil
	}
	return figure
}

func (m *measured) organisations() any { return int64(len(m.ids)) }

func (m *measured) ties() any { return int64(m.graph.Size()) }

func (m *measured) crossBorderTies() any { return int64(m.graph.Mix(m.countries).External) }

func (m *measured) crossBorderDensity() any { return ifDefined(m.graph.Mix(m.countries).Density()) }

func (m *measured) averageDegree() any {
	return ifDefined(2*float64(m.graph.Size())/float64(len(m.ids)), len(m.ids) > 0)
}

func (m *measured) eiIndex() any { return ifDefined(m.graph.Mix(m.groups).EI()) }

func (m *measured) eiIndexExpected() any { return ifDefined(m.graph.Mix(m.groups).ExpectedEI()) }

func (m *measured) groupSizes() any {
	sizes := map[string]int64{}
	for _, group := range m.groups {
		if group != "" {
			sizes[group]++
		}
	}
	names := slices.SortedFunc(maps.Keys(sizes), func(a, b string) int {
		return cmp.Or(cmp.Compare(sizes[b], sizes[a]), cmp.Compare(a, b))
	})
	groups := make([]any, len(names))
	for i, name := range names {
		groups[i] = map[string]any{"name": name, "organisations": sizes[name]}
	}
	return groups
}

func components(c cypher.Call) ([][]int, error) {
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	return kept(c, componentsKey, func() ([][]int, error) { return m.graph.Components(), nil })
}

func communities(c cypher.Call) ([][]int, error) {
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	return kept(c, communitiesKey, func() ([][]int, error) { return m.graph.Communities(), nil })
}

func componentCount(c cypher.Call) (any, error) {
	parts, err := components(c)
	return int64(len(parts)), err
}

func componentParts(c cypher.Call) (any, error) {
	parts, err := components(c)
	return subgroups(c, parts), err
}

func communityParts(c cypher.Call) (any, error) {
	parts, err := communities(c)
	return subgroups(c, parts), err
}

func modularity(c cypher.Call) (any, error) {
	parts, err := communities(c)
	if err != nil {
		return nil, err
	}
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	return ifDefined(m.graph.Modularity(parts)), nil
}

// subgroups gives the page of parts that is asked for.
func subgroups(c cypher.Call, parts [][]int) []any {
	parts = page(c, parts)
	rows := make([]any, len(parts))
	for i, part := range parts {
		rows[i] = map[string]any{"size": int64(len(part)), "members": numbers(part)}
	}
	return rows
}

// page cuts a list to the length that is asked for.
func page[T any](c cypher.Call, list []T) []T {
	first, _ := c.Arguments["first"].(int64)
	return list[:min(int(first), len(list))]
}

func numbers(places []int) []any {
	list := make([]any, len(places))
	for i, place := range places {
		list[i] = place
	}
	return list
}

// difference compares with the day that was given for it.
func difference(c cypher.Call) (any, error) {
	m, err := theMeasured(c)
	if err != nil || c.Row["comparedWith"] == nil {
		return nil, err
	}
	before := m.from
	return map[string]any{
		"from":               c.Row["comparedWith"],
		"organisations":      less(m.organisations(), before.organisations()),
		"ties":               less(m.ties(), before.ties()),
		"tiesFormed":         m.tiesNotIn(before),
		"tiesEnded":          before.tiesNotIn(m),
		"crossBorderTies":    less(m.crossBorderTies(), before.crossBorderTies()),
		"crossBorderDensity": less(m.crossBorderDensity(), before.crossBorderDensity()),
		"eiIndex":            less(m.eiIndex(), before.eiIndex()),
		"componentCount":     int64(len(m.graph.Components()) - len(before.graph.Components())),
	}, nil
}

// less gives how much more a figure is than another, null where one of them is.
func less(figure, other any) any {
	switch figure := figure.(type) {
	case int64:
		return figure - other.(int64)
	case float64:
		if other, defined := other.(float64); defined {
			return figure - other
		}
	}
	return nil
}

// tiesNotIn counts ties that another network does not have.
func (m *measured) tiesNotIn(other *measured) int64 {
	places, count := other.places(), int64(0)
	for _, t := range m.graph.Ties() {
		a, hasA := places[m.ids[t.A]]
		b, hasB := places[m.ids[t.B]]
		if !hasA || !hasB || !other.graph.Tied(a, b) {
			count++
		}
	}
	return count
}

// simulate gives the rows again, to be measured with further ties.
func simulate(c cypher.Call) (any, error) {
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	ties, _ := c.Arguments["addTies"].([]any)
	supposed, err := m.with(ties)
	if err != nil {
		return nil, err
	}
	row := maps.Clone(c.Row)
	for _, key := range []string{betweennessKey, communitiesKey, communityOfKey, componentsKey} {
		delete(row, key)
	}
	row[measuredKey] = supposed
	return row, nil
}

func missingTies(c cypher.Call) (any, error) {
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	needs, _ := c.Row["memberNeeds"].([]any)
	offers, _ := c.Row["memberOffers"].([]any)
	places := m.places()
	demands, supplies := make([]metrics.Demand, len(needs)), make([]metrics.Supply, len(offers))
	for i := range needs {
		need := rowOf(needs, i)
		demands[i] = metrics.Demand{Node: places[need["member"].(string)], Theme: need["theme"].(string), Near: stored.Texts(need["near"])}
		for _, other := range stored.Texts(need["met"]) {
			if place, measured := places[other]; measured {
				demands[i].Met = append(demands[i].Met, place)
			}
		}
	}
	for i := range offers {
		offer := rowOf(offers, i)
		supplies[i] = metrics.Supply{Node: places[offer["member"].(string)], Theme: offer["theme"].(string)}
	}
	first, _ := c.Arguments["first"].(int64)
	ties := []any{}
	for _, missing := range m.graph.Missing(m.countries, demands, supplies, int(first)) {
		ties = append(ties, map[string]any{
			"needing": demands[missing.Demand].Node, "offering": supplies[missing.Supply].Node,
			"need": missing.Demand, "offer": missing.Supply, "sameTheme": missing.SameTheme,
		})
	}
	return ties, nil
}
