package metrics

// Mixing is how the ties of a graph, and all the pairs that could be tied, lie within and between groups. Pairs of which a node's group
// is not known, "", are not counted.
type Mixing struct {
	Internal, External           int // ties within one group, and between two
	InternalPairs, ExternalPairs int // pairs of nodes within one group, and of two, tied or not
}

// Mix counts a graph's ties by the groups of its nodes.
func (g *Graph) Mix(groups []string) Mixing {
	var m Mixing
	for _, t := range g.Ties() {
		switch a, b := groups[t.A], groups[t.B]; {
		case a == "" || b == "":
		case a == b:
			m.Internal++
		default:
			m.External++
		}
	}
	known, sizes := 0, map[string]int{}
	for _, group := range groups {
		if group != "" {
			sizes[group]++
			known++
		}
	}
	for _, size := range sizes {
		m.InternalPairs += size * (size - 1) / 2
	}
	m.ExternalPairs = known*(known-1)/2 - m.InternalPairs
	return m
}

// Density gives the part of the pairs between groups that is tied, and whether there are such pairs.
func (m Mixing) Density() (density float64, defined bool) {
	return float64(m.External) / float64(m.ExternalPairs), m.ExternalPairs > 0
}

// EI gives the E-I index of D. Krackhardt and R. N. Stern, Informal Networks and Organizational Crises: An Experimental Simulation,
// Social Psychology Quarterly 51 (1988): external ties less internal ones, divided by both; and whether there are ties.
func (m Mixing) EI() (index float64, defined bool) { return balance(m.External, m.Internal) }

// ExpectedEI gives the E-I index that ties drawn at random between nodes in groups of these sizes have on average, and whether there are pairs.
func (m Mixing) ExpectedEI() (index float64, defined bool) {
	return balance(m.ExternalPairs, m.InternalPairs)
}

func balance(external, internal int) (float64, bool) {
	return float64(external-internal) / float64(external+internal), external+internal > 0
}
