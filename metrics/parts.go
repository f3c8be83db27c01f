package metrics

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/simple"
	"gonum.org/v1/gonum/graph/topo"
)

// Components gives the parts within which every node reaches every other, the largest first.
func (g *Graph) Components() [][]int { return numbers(topo.ConnectedComponents(g.gonum())) }

// Communities gives the parts with more ties within them than chance would give, the largest first, as V. D. Blondel et al. find them,
// Fast unfolding of communities in large networks, Journal of Statistical Mechanics (2008): the Louvain method. It goes by chance, and
// where it ends is not always the best there is: so it is tried from several seeds, always the same ones, and the best is kept. Large
// graphs are tried from fewer. A graph without ties has a community for each node.
func (g *Graph) Communities() [][]int {
	if g.Size() == 0 {
		return g.Components()
	}
	var best [][]graph.Node
	on, bestQ := g.gonum(), math.Inf(-1)
	for seed := range uint64(max(1, min(mostSeeds, seededTies/g.Size()))) {
		found := community.Modularize(on, 1, rand.NewPCG(seed, seed)).Communities()
		if q := community.Q(on, found, 1); q > bestQ {
			best, bestQ = found, q
		}
	}
	return numbers(best)
}

// How many seeds communities are sought from: so many, unless that makes more ties to look at than this.
const (
	mostSeeds  = 10
	seededTies = 10_000
)

// Modularity gives how much more of the ties lie within the parts than chance would give: M. E. J. Newman and M. Girvan, Finding and
// evaluating community structure in networks, Physical Review E 69 (2004); and whether there are ties.
func (g *Graph) Modularity(parts [][]int) (q float64, defined bool) {
	if g.Size() == 0 {
		return 0, false
	}
	communities := make([][]graph.Node, len(parts))
	for i, part := range parts {
		for _, node := range part {
			communities[i] = append(communities[i], simple.Node(node))
		}
	}
	return community.Q(g.gonum(), communities, 1), true
}

// numbers gives parts as numbers of nodes, in ascending order; the largest part first, and of equal ones that of the lowest node.
func numbers(parts [][]graph.Node) [][]int {
	all := make([][]int, len(parts))
	for i, part := range parts {
		for _, node := range part {
			all[i] = append(all[i], int(node.ID()))
		}
		slices.Sort(all[i])
	}
	slices.SortFunc(all, func(a, b []int) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0], b[0])) })
	return all
}
