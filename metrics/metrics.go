// Package metrics measures a network: who is tied to whom, across which groups, through whom, and what falls apart without whom.
// It knows nothing of organisations or of where the ties come from: nodes are numbers, groups are names.
package metrics

import (
	"slices"

	"gonum.org/v1/gonum/graph/simple"
)

// Tie is an undirected tie between two nodes.
type Tie struct{ A, B int }

// Graph is nodes numbered from 0 with undirected ties between them. It never changes.
type Graph struct {
	neighbours [][]int // by node, in ascending order
	ties       int
}

// New makes a graph of so many nodes. A tie that is given twice, in either direction, is one; a tie of a node with itself is none.
func New(nodes int, ties []Tie) *Graph {
	g := &Graph{neighbours: make([][]int, nodes)}
	for _, t := range ties {
		if t.A != t.B {
			g.neighbours[t.A] = append(g.neighbours[t.A], t.B)
			g.neighbours[t.B] = append(g.neighbours[t.B], t.A)
		}
	}
	for i, list := range g.neighbours {
		slices.Sort(list)
		g.neighbours[i] = slices.Compact(list)
		g.ties += len(g.neighbours[i])
	}
	g.ties /= 2
	return g
}

// Shared gives the ties between nodes that have something in common, from what each node has: a tie for each two nodes that share
// at least one thing.
func Shared(things [][]string) []Tie {
	sharing := map[string][]int{}
	for node, of := range things {
		for _, thing := range of {
			sharing[thing] = append(sharing[thing], node)
		}
	}
	var ties []Tie
	for _, nodes := range sharing {
		for i, a := range nodes {
			for _, b := range nodes[i+1:] {
				ties = append(ties, Tie{a, b})
			}
		}
	}
	return ties
}

// With gives the graph with further ties.
func (g *Graph) With(ties []Tie) *Graph { return New(g.Nodes(), append(g.Ties(), ties...)) }

// Nodes gives the number of nodes.
func (g *Graph) Nodes() int { return len(g.neighbours) }

// Size gives the number of ties.
func (g *Graph) Size() int { return g.ties }

// Ties gives each tie once, the lower node first, in ascending order.
func (g *Graph) Ties() []Tie {
	ties := make([]Tie, 0, g.ties)
	for a, list := range g.neighbours {
		for _, b := range list {
			if a < b {
				ties = append(ties, Tie{a, b})
			}
		}
	}
	return ties
}

// Degree gives the number of ties of a node.
func (g *Graph) Degree(node int) int { return len(g.neighbours[node]) }

// Neighbours gives the nodes that a node is tied to, in ascending order.
func (g *Graph) Neighbours(node int) []int { return g.neighbours[node] }

// Tied says whether two nodes are tied.
func (g *Graph) Tied(a, b int) bool {
	_, found := slices.BinarySearch(g.neighbours[a], b)
	return found
}

// WithinTwo says whether a path of at most two ties leads from one node to another.
func (g *Graph) WithinTwo(a, b int) bool {
	return a == b || g.Tied(a, b) || slices.ContainsFunc(g.neighbours[a], func(between int) bool { return g.Tied(between, b) })
}

// gonum gives the graph as gonum's algorithms take it.
func (g *Graph) gonum() *simple.UndirectedGraph {
	to := simple.NewUndirectedGraph()
	for node := range g.neighbours {
		to.AddNode(simple.Node(node))
	}
	for _, t := range g.Ties() {
		to.SetEdge(simple.Edge{F: simple.Node(t.A), T: simple.Node(t.B)})
	}
	return to
}
