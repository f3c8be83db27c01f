package metrics_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/gonum/graph/network"
	"gonum.org/v1/gonum/graph/simple"
	"pgregory.net/rapid"

	"partnernet/metrics"
)

// karate is the friendships of W. W. Zachary, An Information Flow Model for Conflict and Fission in Small Groups, Journal of
// Anthropological Research 33 (1977), figure 3: by member, from 1, those with a higher number.
var karate = [][]int{
	1: {2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 18, 20, 22, 32}, 2: {3, 4, 8, 14, 18, 20, 22, 31}, 3: {4, 8, 9, 10, 14, 28, 29, 33},
	4: {8, 13, 14}, 5: {7, 11}, 6: {7, 11, 17}, 7: {17}, 9: {31, 33, 34}, 10: {34}, 14: {34}, 15: {33, 34}, 16: {33, 34}, 19: {33, 34},
	20: {34}, 21: {33, 34}, 23: {33, 34}, 24: {26, 28, 30, 33, 34}, 25: {26, 28, 32}, 26: {32}, 27: {30, 34}, 28: {34}, 29: {32, 34},
	30: {33, 34}, 31: {33, 34}, 32: {33, 34}, 33: {34}, 34: nil,
}

// mrHi is the members of the faction around Mr Hi (Zachary's table 3); the others are the officers'.
var mrHi = []int{1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 17, 18, 20, 22}

// club gives the graph with member 1 as node 0, and the factions.
func club() (*metrics.Graph, []string) {
	factions := slices.Repeat([]string{"officers"}, 34)
	for _, member := range mrHi {
		factions[member-1] = "Mr Hi"
	}
	return metrics.New(34, tiesOf(karate)), factions
}

// partition gives the nodes of each group, by the group's name.
func partition(groups []string) [][]int {
	var names []string
	var parts [][]int
	for node, group := range groups {
		i := slices.Index(names, group)
		if i < 0 {
			i, names, parts = len(names), append(names, group), append(parts, nil)
		}
		parts[i] = append(parts[i], node)
	}
	return parts
}

// What has been published of the club.
func TestZacharysKarateClub(t *testing.T) {
	g, factions := club()
	between := g.Betweenness()
	q, _ := g.Modularity(partition(factions))
	best, _ := g.Modularity(g.Communities())
	ei, _ := g.Mix(factions).EI()
	for _, row := range []struct {
		why       string
		got, want float64
	}{
		{"friendships (Zachary 1977)", float64(g.Size()), 78},
		{"degree of Mr Hi", float64(g.Degree(0)), 16},
		{"degree of the officer John A.", float64(g.Degree(33)), 17},
		{"betweenness of Mr Hi, as the manual of NetworkX gives it", between[0], 0.43763528138528146},
		{"of John A.", between[33], 0.30407497594997596},
		{"of member 33", between[32], 0.145247113997114},
		{"of member 3", between[2], 0.14365680615680618},
		{"of member 8, who has no part in it", between[7], 0},
		{"modularity of the factions (Newman, Modularity and community structure in networks, PNAS 103, 2006)", q, 0.3715},
		{"the best there is (Brandes et al., On Modularity Clustering, IEEE TKDE 20, 2008)", best, 0.4198},
		{"four communities reach it", float64(len(g.Communities())), 4},
		{"ten friendships between the factions, 68 within them", ei, (10. - 68) / 78},
		{"one component", float64(len(g.Components())), 1},
	} {
		if math.Abs(row.got-row.want) > 5e-5 {
			t.Errorf("%s: %v, want %v", row.why, row.got, row.want)
		}
	}
	for node, without := range g.Departures() {
		if cut := without.Components > 1; cut != (node == 0) {
			t.Errorf("without member %d there are %d components; only Mr Hi holds the club together", node+1, without.Components)
		}
	}
	if cut := g.Departures()[0]; cut != (metrics.Departure{Components: 3, CutOff: 6}) {
		t.Errorf("without Mr Hi member 12 is alone, and so are the five of 5, 6, 7, 11 and 17: %+v", cut)
	}
}

// The index as Krackhardt and Stern define it, at its bounds and between; and what chance gives for groups of the sizes.
func TestExternalAndInternalTies(t *testing.T) {
	for _, row := range []struct {
		groups       string
		ties         []metrics.Tie
		ei, expected any
		density      any
		why          string
	}{
		{"aabb", []metrics.Tie{{A: 0, B: 1}, {A: 2, B: 3}}, -1., 1. / 3, 0., "all within"},
		{"aabb", []metrics.Tie{{A: 0, B: 2}, {A: 1, B: 3}}, 1., 1. / 3, 0.5, "all between"},
		{"aabb", []metrics.Tie{{A: 0, B: 1}, {A: 1, B: 2}}, 0., 1. / 3, 0.25, "as many of each"},
		{"aabb", []metrics.Tie{{A: 0, B: 1}, {A: 1, B: 0}, {A: 0, B: 1}}, -1., 1. / 3, 0., "a tie told three times is one"},
		{"aaaaabbbbb", nil, nil, 1. / 9, 0., "two groups of n/2: chance gives 1/(n-1)"},
		{"abcd", nil, nil, 1., 0., "alone in each group, chance can only give ties between"},
		{"aaaa", []metrics.Tie{{A: 0, B: 1}}, -1., -1., nil, "one group: only ties within"},
		{"a", nil, nil, nil, nil, "nobody to be tied to"},
		{"", nil, nil, nil, nil, "nobody"},
		{"ab??", []metrics.Tie{{A: 0, B: 1}, {A: 1, B: 2}, {A: 2, B: 3}}, 1., 1., 1., "those of unknown group are not counted"},
	} {
		groups := strings.Split(strings.ReplaceAll(row.groups, "?", ""), "")
		groups = append(groups, slices.Repeat([]string{""}, strings.Count(row.groups, "?"))...)
		m := metrics.New(len(row.groups), row.ties).Mix(groups)
		for what, figure := range map[string]struct{ got, want any }{
			"E-I": {orNil(m.EI()), row.ei}, "expected": {orNil(m.ExpectedEI()), row.expected}, "density": {orNil(m.Density()), row.density},
		} {
			if diff := cmp.Diff(figure.want, figure.got); diff != "" {
				t.Errorf("%s: %s of %q: %s", row.why, what, row.groups, diff)
			}
		}
	}
}

func orNil(figure float64, defined bool) any {
	if !defined {
		return nil
	}
	return figure
}

// The five roles of Gould and Fernandez's figure 1, each as it stands there: one broker between two others. Each relation leads both
// ways here, so that sna::brokerage counts the pair from either end.
func TestRolesOfGouldAndFernandez(t *testing.T) {
	between := []metrics.Tie{{A: 0, B: 1}, {A: 1, B: 2}}
	for _, row := range []struct {
		from, broker, to string
		ties             []metrics.Tie
		want             metrics.Roles
		why              string
	}{
		{"a", "a", "a", between, metrics.Roles{Coordinator: 2}, "within its own group"},
		{"a", "b", "a", between, metrics.Roles{Itinerant: 2}, "between two of a group that is not its own"},
		{"b", "a", "a", between, metrics.Roles{Gatekeeper: 1, Representative: 1}, "lets in, and the other way round lets out"},
		{"a", "a", "b", between, metrics.Roles{Gatekeeper: 1, Representative: 1}, "whichever is named first"},
		{"a", "b", "c", between, metrics.Roles{Liaison: 2}, "between two groups, neither its own"},
		{"a", "b", "c", append([]metrics.Tie{{A: 0, B: 2}}, between...), metrics.Roles{}, "nobody needs a broker who is tied already"},
		{"", "b", "c", between, metrics.Roles{}, "an unknown group makes no role"},
		{"a", "", "c", between, metrics.Roles{}, "nor does a broker of none"},
	} {
		got := metrics.New(3, row.ties).Brokerage(1, []string{row.from, row.broker, row.to})
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestMissing(t *testing.T) {
	groups := []string{"SE", "NO", "NO", "SE", ""}
	demand := []metrics.Demand{{Node: 0, Theme: "energy", Near: []string{"supply"}}}
	for _, row := range []struct {
		why      string
		ties     []metrics.Tie
		supplies []metrics.Supply
		want     []metrics.Missing
	}{
		{"they could meet", nil, []metrics.Supply{{1, "energy"}}, []metrics.Missing{{SameTheme: true}}},
		{"a theme next to it will do", nil, []metrics.Supply{{1, "supply"}}, []metrics.Missing{{}}},
		{"another will not", nil, []metrics.Supply{{1, "transport"}}, nil},
		{"the same theme comes first", nil, []metrics.Supply{{1, "supply"}, {2, "energy"}}, []metrics.Missing{{Supply: 1, SameTheme: true}, {}}},
		{"a pair counts once", nil, []metrics.Supply{{1, "energy"}, {1, "energy"}, {1, "supply"}}, []metrics.Missing{{SameTheme: true}}},
		{"who is tied knows each other", []metrics.Tie{{0, 1}}, []metrics.Supply{{1, "energy"}}, nil},
		{"so do those who know one in common", []metrics.Tie{{0, 2}, {2, 1}}, []metrics.Supply{{1, "energy"}}, nil},
		{"three ties are too many", []metrics.Tie{{0, 3}, {3, 2}, {2, 1}}, []metrics.Supply{{1, "energy"}}, []metrics.Missing{{SameTheme: true}}},
		{"on one side there is no border", nil, []metrics.Supply{{3, "energy"}}, nil},
		{"nor where the side is unknown", nil, []metrics.Supply{{4, "energy"}}, nil},
		{"nobody meets itself", nil, []metrics.Supply{{0, "energy"}}, nil},
	} {
		got := metrics.New(5, row.ties).Missing(groups, demand, row.supplies, 10)
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	if got := metrics.New(5, nil).Missing(groups, demand, []metrics.Supply{{1, "energy"}, {2, "energy"}}, 1); len(got) != 1 {
		t.Errorf("one was asked for: %v", got)
	}
	demand[0].Met = []int{1}
	if got := metrics.New(5, nil).Missing(groups, demand, []metrics.Supply{{1, "energy"}}, 10); len(got) != 0 {
		t.Errorf("they have been introduced: %v", got)
	}
}

func TestSharedThingsTie(t *testing.T) {
	ties := metrics.New(4, metrics.Shared([][]string{{"p", "q"}, {"p", "q"}, {"q"}, nil})).Ties()
	if diff := cmp.Diff([]metrics.Tie{{A: 0, B: 1}, {A: 0, B: 2}, {A: 1, B: 2}}, ties); diff != "" {
		t.Errorf("two things in common are one tie, and nobody is tied to itself: %s", diff)
	}
}

// drawn is a graph with groups, some of them unknown, and an order to number its nodes anew in.
type drawn struct {
	ties   []metrics.Tie
	groups []string
	order  []int
}

func draw(t *rapid.T) drawn {
	n := rapid.IntRange(1, 12).Draw(t, "nodes")
	node := rapid.IntRange(0, n-1)
	tie := rapid.Custom(func(t *rapid.T) metrics.Tie { return metrics.Tie{A: node.Draw(t, "a"), B: node.Draw(t, "b")} })
	nodes := make([]int, n)
	for i := range nodes {
		nodes[i] = i
	}
	return drawn{
		ties:   rapid.SliceOfN(tie, 0, 2*n).Draw(t, "ties"),
		groups: rapid.SliceOfN(rapid.SampledFrom([]string{"SE", "NO", "FI", ""}), n, n).Draw(t, "groups"),
		order:  rapid.Permutation(nodes).Draw(t, "order"),
	}
}

func (d drawn) graph() *metrics.Graph { return metrics.New(len(d.groups), d.ties) }

// renumbered gives the same graph with other numbers: node i becomes order[i].
func (d drawn) renumbered() drawn {
	r := drawn{groups: make([]string, len(d.groups)), order: d.order}
	for i, group := range d.groups {
		r.groups[d.order[i]] = group
	}
	for _, t := range d.ties {
		r.ties = append(r.ties, metrics.Tie{A: d.order[t.B], B: d.order[t.A]})
	}
	return r
}

// What nodes are numbered does not matter to what is measured.
func TestNumbersDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		r := d.renumbered()
		a, b := d.graph(), r.graph()
		if diff := cmp.Diff(a.Mix(d.groups), b.Mix(r.groups)); diff != "" {
			t.Fatalf("mixing: %s", diff)
		}
		betweenA, betweenB := a.Betweenness(), b.Betweenness()
		departuresA, departuresB := a.Departures(), b.Departures()
		for i, to := range d.order {
			if math.Abs(betweenA[i]-betweenB[to]) > 1e-12 {
				t.Fatalf("betweenness of %d: %v, renumbered %v", i, betweenA[i], betweenB[to])
			}
			if diff := cmp.Diff(a.Brokerage(i, d.groups), b.Brokerage(to, r.groups)); diff != "" {
				t.Fatalf("roles of %d: %s", i, diff)
			}
			if departuresA[i] != departuresB[to] {
				t.Fatalf("departure of %d: %v, renumbered %v", i, departuresA[i], departuresB[to])
			}
		}
		if len(a.Components()) != len(b.Components()) {
			t.Fatalf("components: %v, renumbered %v", a.Components(), b.Components())
		}
	})
}

// Bounds that hold for every graph, and what is plain to count by hand against what is not.
func TestWhatHoldsForEveryGraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := draw(t)
		g := d.graph()
		m := g.Mix(d.groups)
		for what, figure := range map[string]any{"E-I": orNil(m.EI()), "expected": orNil(m.ExpectedEI())} {
			if v, ok := figure.(float64); ok && (v < -1 || v > 1) {
				t.Fatalf("%s is %v", what, v)
			}
		}
		if m.External > m.ExternalPairs || m.Internal > m.InternalPairs {
			t.Fatalf("more ties than pairs: %+v", m)
		}
		byGonum := network.Betweenness(asGonum(g))
		pairs := float64(max((g.Nodes()-1)*(g.Nodes()-2), 1))
		for node, v := range g.Betweenness() {
			if v < 0 || v > 1 || math.Abs(v-byGonum[int64(node)]/pairs) > 1e-9 {
				t.Fatalf("betweenness of %d is %v; by gonum %v", node, v, byGonum[int64(node)]/pairs)
			}
			if diff := cmp.Diff(countedByHand(g, node, d.groups), g.Brokerage(node, d.groups)); diff != "" {
				t.Fatalf("roles of %d: %s", node, diff)
			}
			if got, want := g.Departures()[node], without(g, node); got != want {
				t.Fatalf("without %d: %+v, want %+v", node, got, want)
			}
		}
		found, defined := g.Modularity(g.Communities())
		if alone, _ := g.Modularity(g.Components()); defined && found < alone-1e-9 {
			t.Fatalf("communities of modularity %v, components of %v", found, alone)
		}
		if diff := cmp.Diff(g.Communities(), g.Communities()); diff != "" {
			t.Fatalf("asked again: %s", diff)
		}
	})
}

func asGonum(g *metrics.Graph) *simple.UndirectedGraph {
	to := simple.NewUndirectedGraph()
	for node := range g.Nodes() {
		to.AddNode(simple.Node(node))
	}
	for _, t := range g.Ties() {
		to.SetEdge(simple.Edge{F: simple.Node(t.A), T: simple.Node(t.B)})
	}
	return to
}

// countedByHand counts the roles as sna::brokerage defines them: over ordered pairs, each relation in its own direction.
func countedByHand(g *metrics.Graph, v int, groups []string) metrics.Roles {
	var r metrics.Roles
	for a := range g.Nodes() {
		for c := range g.Nodes() {
			if a == c || !g.Tied(a, v) || !g.Tied(v, c) || g.Tied(a, c) || groups[a] == "" || groups[v] == "" || groups[c] == "" {
				continue
			}
			switch of := [3]bool{groups[a] == groups[v], groups[v] == groups[c], groups[a] == groups[c]}; of {
			case [3]bool{true, true, true}:
				r.Coordinator++
			case [3]bool{false, false, true}:
				r.Itinerant++
			case [3]bool{false, true, false}:
				r.Gatekeeper++
			case [3]bool{true, false, false}:
				r.Representative++
			default:
				r.Liaison++
			}
		}
	}
	return r
}

// without takes a node out and counts.
func without(g *metrics.Graph, node int) metrics.Departure {
	var ties []metrics.Tie
	for _, t := range g.Ties() {
		if t.A != node && t.B != node {
			ties = append(ties, t)
		}
	}
	was := slices.IndexFunc(g.Components(), func(part []int) bool { return slices.Contains(part, node) })
	of := g.Components()[was]
	d, largest := metrics.Departure{}, 0
	for _, part := range metrics.New(g.Nodes(), ties).Components() {
		if part[0] == node {
			continue
		}
		d.Components++
		if slices.Contains(of, part[0]) {
			largest = max(largest, len(part))
		}
	}
	d.CutOff = len(of) - 1 - largest
	return d
}
