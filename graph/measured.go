package graph

import (
	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/metrics"
	"partnernet/stored"
)

// measured is what the metrics of a network are computed from. Its organisations are the rows that the statement gathered, by their numbers.
type measured struct {
	graph     *metrics.Graph
	ids       []string
	countries []string // "" where it is not known
	groups    []string // "" where it is not known
	from      *measured
}

// The keys under which what is worked out is kept beside the rows it comes from, for all metrics that are asked for.
const (
	measuredKey    = "measured network"
	betweennessKey = "betweenness"
	communitiesKey = "communities"
	communityOfKey = "community of"
	componentsKey  = "components"
)

// mostMeasured is how many organisations are measured at once.
const mostMeasured = 20_000

// kept gives what is kept under a key, after it was worked out once.
func kept[T any](c cypher.Call, key string, workOut func() (T, error)) (T, error) {
	if known, ok := c.Row[key].(T); ok {
		return known, nil
	}
	value, err := workOut()
	if err == nil {
		c.Row[key] = value
	}
	return value, err
}

// theMeasured gives the network that the rows tell of.
func theMeasured(c cypher.Call) (*measured, error) {
	return kept(c, measuredKey, func() (*measured, error) {
		rows, _ := c.Row["measured"].([]any)
		now := 0
		for now < len(rows) && rowOf(rows, now)["isNow"] == true {
			now++
		}
		if len(rows) > mostMeasured {
			return nil, fault.New(fault.TooCostly, "%d organisations are too many to measure at once; at most %d are. Choose fewer by a filter.", len(rows), mostMeasured)
		}
		m := measure(rows[:now])
		m.from = measure(rows[now:])
		return m, nil
	})
}

func rowOf(rows []any, i int) map[string]any {
	row, _ := rows[i].(map[string]any)
	return row
}

func measure(rows []any) *measured {
	m := &measured{}
	relations := make([][]string, len(rows))
	for i := range rows {
		row := rowOf(rows, i)
		id, _ := row["id"].(string)
		country, _ := row["country"].(string)
		m.ids, m.countries, m.groups = append(m.ids, id), append(m.countries, country), append(m.groups, onlyOne(row["groups"]))
		relations[i] = stored.Texts(row["relations"])
	}
	m.graph = metrics.New(len(rows), metrics.Shared(relations))
	return m
}

// onlyOne gives the one group that an organisation is in, "" for none or several.
func onlyOne(groups any) string {
	if names := stored.Texts(groups); len(names) == 1 {
		return names[0]
	}
	return ""
}

// places gives the numbers of the organisations by their ids.
func (m *measured) places() map[string]int {
	places := make(map[string]int, len(m.ids))
	for place, id := range m.ids {
		places[id] = place
	}
	return places
}

// with gives the network with further ties, each of two ids.
func (m *measured) with(ties []any) (*measured, error) {
	places := m.places()
	added := make([]metrics.Tie, len(ties))
	for i := range ties {
		a, _ := rowOf(ties, i)["a"].(string)
		b, _ := rowOf(ties, i)["b"].(string)
		for _, end := range []string{a, b} {
			if _, ok := places[end]; !ok {
				return nil, fault.New(fault.NotFound, "addTies[%d]: %s is not one of the organisations that are measured here.", i, end).At("addTies")
			}
		}
		if a == b {
			return nil, fault.New(fault.BadInput, "addTies[%d]: an organisation is not tied to itself; give two different ones.", i).At("addTies")
		}
		added[i] = metrics.Tie{A: places[a], B: places[b]}
	}
	supposed := *m
	supposed.graph = m.graph.With(added)
	return &supposed, nil
}
