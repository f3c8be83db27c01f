package graph

import "partnernet/cypher"

// networkKey is where an organisation with ties keeps the network that it is measured in.
const networkKey = "network"

// tiedOrganisations gives each organisation with ties, and those after it that it is tied to.
func tiedOrganisations(c cypher.Call) (any, error) {
	m, err := theMeasured(c)
	if err != nil {
		return nil, err
	}
	rows := []any{}
	for _, place := range m.tied() {
		after := []any{}
		for _, other := range m.graph.Neighbours(place) {
			if other > place {
				after = append(after, m.ids[other])
			}
		}
		row := map[string]any{"organisation": place, "tiedTo": after, networkKey: c}
		if m.groups[place] != "" {
			row["group"] = m.groups[place]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// ofTied gives which organisation it is, and the network that it is measured in.
func ofTied(c cypher.Call) (place int, in cypher.Call) {
	place, _ = c.Row["organisation"].(int)
	in, _ = c.Row[networkKey].(cypher.Call)
	return place, in
}

// communityOfTied gives the place of an organisation's community among all, from 1.
func communityOfTied(c cypher.Call) (any, error) {
	place, in := ofTied(c)
	of, err := kept(in, communityOfKey, func() (map[int]int64, error) {
		parts, err := communities(in)
		of := map[int]int64{}
		for i, part := range parts {
			for _, member := range part {
				of[member] = int64(i + 1)
			}
		}
		return of, err
	})
	return of[place], err
}

// betweennessOfTied gives how much others reach one another through an organisation.
func betweennessOfTied(c cypher.Call) (any, error) {
	place, in := ofTied(c)
	m, err := theMeasured(in)
	if err != nil || m.tooCostly() {
		return nil, err
	}
	between, err := betweenness(in, m)
	if err != nil {
		return nil, err
	}
	return between[place], nil
}
