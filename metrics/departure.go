package metrics

// Departure is what a graph is without one of its nodes.
type Departure struct {
	Components int // how many components there are then, the node itself left out
	CutOff     int // how many nodes no longer reach the largest part of what was the node's component
}

// Departures gives, by node, what the graph is without it. A node whose departure makes more components than there were is a
// cut vertex; they are found as J. Hopcroft and R. Tarjan do, Efficient Algorithms for Graph Manipulation, Communications of
// the ACM 16 (1973), in one walk for all.
func (g *Graph) Departures() []Departure {
	w := &walk{graph: g, entered: make([]int, g.Nodes()), departures: make([]Departure, g.Nodes())}
	components := 0
	for node := range g.neighbours {
		if w.entered[node] == 0 {
			components++
			w.component(node)
		}
	}
	for node := range w.departures {
		w.departures[node].Components += components - 1
	}
	return w.departures
}

// walk is a walk through the graph, depth first.
type walk struct {
	graph      *Graph
	entered    []int // by node: when the walk came to it, from 1
	count      int
	departures []Departure
	split      []split // of the nodes of the present component
}

// split is what remains of a component without a node: parts that hang on it alone, and the rest.
type split struct {
	node, parts, largest, hanging int
}

// component walks through the component of a node.
func (w *walk) component(root int) {
	w.split = w.split[:0]
	before := w.count
	w.enter(root, -1)
	size := w.count - before
	for _, s := range w.split {
		parts, rest := s.parts, size-1-s.hanging
		if rest > 0 {
			parts++
		}
		w.departures[s.node] = Departure{Components: parts, CutOff: size - 1 - max(rest, s.largest)}
	}
}

// enter walks through all that is first reached through a node. It gives the earliest node that this is tied to.
func (w *walk) enter(node, from int) (earliest int) {
	w.count++
	w.entered[node], earliest = w.count, w.count
	s := split{node: node}
	for _, next := range w.graph.neighbours[node] {
		if next == from {
			continue
		}
		if w.entered[next] > 0 {
			earliest = min(earliest, w.entered[next])
			continue
		}
		before := w.count
		reaches := w.enter(next, node)
		earliest = min(earliest, reaches)
		if reaches >= w.entered[node] {
			size := w.count - before
			s.parts, s.hanging, s.largest = s.parts+1, s.hanging+size, max(s.largest, size)
		}
	}
	w.split = append(w.split, s)
	return earliest
}
