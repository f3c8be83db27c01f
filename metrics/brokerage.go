package metrics

// Roles are how often a node brokers between two others that are not tied to each other, by the groups of the three: R. V. Gould and
// R. M. Fernandez, Structures of Mediation: A Formal Approach to Brokerage in Transaction Networks, Sociological Methodology 19 (1989).
//
// Their measure is about directed relations, and counts ordered pairs. An undirected tie stands for one in each direction, so each pair
// of others is counted from either end, as sna::brokerage in R does for a symmetric matrix. Hence a gatekeeper is a representative as
// often, once for each pair, and the other roles count each pair twice.
type Roles struct {
	Coordinator    int // all three are of one group
	Itinerant      int // the other two are of one group, the broker of another; also called consultant
	Gatekeeper     int // from a node of another group to one of the broker's
	Representative int // from a node of the broker's group to one of another
	Liaison        int // all three are of different groups
}

// Brokerage gives the roles of a node. Pairs of which a node's group is not known, "", are not counted, nor is a broker of none.
func (g *Graph) Brokerage(broker int, groups []string) Roles {
	var r Roles
	if groups[broker] == "" {
		return r
	}
	list := g.neighbours[broker]
	for i, a := range list {
		for _, b := range list[i+1:] {
			if groups[a] != "" && groups[b] != "" && !g.Tied(a, b) {
				r.count(groups[a], groups[broker], groups[b])
			}
		}
	}
	return r
}

// count counts a pair from either end.
func (r *Roles) count(a, broker, b string) {
	switch {
	case a == broker && b == broker:
		r.Coordinator += 2
	case a == b:
		r.Itinerant += 2
	case a != broker && b != broker:
		r.Liaison += 2
	default:
		r.Gatekeeper++
		r.Representative++
	}
}
