package metrics

// Demand is something that a node needs, of one theme, which may be met by a supply of the same theme or of one near it.
type Demand struct {
	Node  int
	Theme string
	Near  []string
	Met   []int // nodes that its node has been introduced to
}

// Supply is something of one theme that a node has to give.
type Supply struct {
	Node  int
	Theme string
}

// Missing is a tie that could be and is not. Demand and Supply are the numbers of those that could meet.
type Missing struct {
	Demand, Supply int
	SameTheme      bool
}

// Missing gives pairs of nodes of two different known groups, one with a demand that the other has a supply for, between which there is
// no path of at most two ties and which have not been introduced; at most so many, each pair of nodes once, those of the same theme first.
func (g *Graph) Missing(groups []string, demands []Demand, supplies []Supply, most int) []Missing {
	byTheme := map[string][]int{}
	for i, s := range supplies {
		byTheme[s.Theme] = append(byTheme[s.Theme], i)
	}
	m := matching{graph: g, groups: groups, demands: demands, supplies: supplies, most: most, seen: map[Tie]bool{}}
	for _, d := range demands {
		for _, other := range d.Met {
			m.seen[pairOf(d.Node, other)] = true
		}
	}
	for i, d := range demands {
		m.match(i, byTheme[d.Theme], true)
	}
	for i, d := range demands {
		for _, theme := range d.Near {
			m.match(i, byTheme[theme], false)
		}
	}
	return m.found
}

// matching is a search for missing ties.
type matching struct {
	graph    *Graph
	groups   []string
	demands  []Demand
	supplies []Supply
	most     int
	seen     map[Tie]bool // pairs that were looked at, the lower node first
	found    []Missing
}

func (m *matching) match(demand int, supplies []int, sameTheme bool) {
	a := m.demands[demand].Node
	for _, supply := range supplies {
		if len(m.found) >= m.most {
			return
		}
		b := m.supplies[supply].Node
		pair := pairOf(a, b)
		if m.groups[a] == "" || m.groups[b] == "" || m.groups[a] == m.groups[b] || m.seen[pair] {
			continue
		}
		m.seen[pair] = true
		if !m.graph.WithinTwo(a, b) {
			m.found = append(m.found, Missing{Demand: demand, Supply: supply, SameTheme: sameTheme})
		}
	}
}

// pairOf gives two nodes as a tie, the lower one first.
func pairOf(a, b int) Tie { return Tie{min(a, b), max(a, b)} }
