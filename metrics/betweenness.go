package metrics

// Betweenness gives, by node, the part of the shortest paths between other nodes that leads through it: L. C. Freeman, A Set of
// Measures of Centrality Based on Betweenness, Sociometry 40 (1977), normalised to 0 to 1 by the number of pairs of other nodes.
// A pair with several shortest paths counts by the part of them that leads through. With fewer than three nodes it is 0.
//
// The algorithm is that of U. Brandes, A Faster Algorithm for Betweenness Centrality, Journal of Mathematical Sociology 25 (2001).
// That of gonum is the same over maps, and takes some fourteen times as long (docs/decisions/network-metrics.md).
func (g *Graph) Betweenness() []float64 {
	through := make([]float64, g.Nodes())
	search := newSearch(g)
	for source := range through {
		if g.Degree(source) > 0 {
			search.from(int32(source))
			search.credit(through)
		}
	}
	if others := float64(g.Nodes()-1) * float64(g.Nodes()-2); others > 0 {
		for node := range through {
			through[node] /= others
		}
	}
	return through
}

// Effort is about how many steps Betweenness takes.
func (g *Graph) Effort() int { return g.Nodes() * (g.Nodes() + 2*g.Size()) }

// search is a search from one source, breadth first. Its memory serves one source after another, and is packed: what is known of a node
// stands together, and so do the neighbours of all nodes, because on large graphs nearly all time goes by fetching them.
type search struct {
	begin      []int32 // by node: where its neighbours begin
	neighbours []int32
	order      []int32 // nodes as they were reached, the source first
	reached    []reached
}

// reached is what a search knows of a node.
type reached struct {
	paths    float64 // how many shortest paths lead to it
	credit   float64 // of the paths to nodes beyond, how many lead through it
	distance int32   // from the source; -1 before it is reached
}

var unreached = reached{distance: -1}

func newSearch(g *Graph) *search {
	s := &search{order: make([]int32, 0, g.Nodes()), reached: make([]reached, g.Nodes())}
	for node, list := range g.neighbours {
		s.reached[node] = unreached
		s.begin = append(s.begin, int32(len(s.neighbours)))
		for _, neighbour := range list {
			s.neighbours = append(s.neighbours, int32(neighbour))
		}
	}
	s.begin = append(s.begin, int32(len(s.neighbours)))
	return s
}

func (s *search) of(node int32) []int32 { return s.neighbours[s.begin[node]:s.begin[node+1]] }

// from reaches all there is from a source.
func (s *search) from(source int32) {
	for _, node := range s.order {
		s.reached[node] = unreached
	}
	s.order = append(s.order[:0], source)
	s.reached[source] = reached{paths: 1}
	for next := 0; next < len(s.order); next++ {
		node := s.order[next]
		here := s.reached[node]
		for _, neighbour := range s.of(node) {
			beyond := &s.reached[neighbour]
			if beyond.distance < 0 {
				beyond.distance = here.distance + 1
				s.order = append(s.order, neighbour)
			}
			if beyond.distance == here.distance+1 {
				beyond.paths += here.paths
			}
		}
	}
}

// credit adds what each node contributes to the paths from the source, the farthest first.
func (s *search) credit(through []float64) {
	for i := len(s.order) - 1; i > 0; i-- {
		node := s.order[i]
		here := s.reached[node]
		share := (1 + here.credit) / here.paths
		for _, neighbour := range s.of(node) {
			if before := &s.reached[neighbour]; before.distance == here.distance-1 {
				before.credit += before.paths * share
			}
		}
		through[node] += here.credit
	}
}
