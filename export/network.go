package export

import (
	"context"
	"iter"
	"slices"

	"partnernet/operations"
)

// The network as a graph: organisations, networks and projects are its nodes, and what holds between two of them is a tie.

// node is somebody or something in the network.
type node struct {
	id, label, kind string
	facts           facts
	from, to        string // days, where it has them
}

// tie is what holds between two nodes. A partnership of three parties is three ties.
type tie struct {
	id, source, target, kind string
	facts                    facts
	from, to                 string
}

// facts are what is known of a node or tie, by the names of nodeFacts or tieFacts.
type facts map[string]string

// What nodes and ties tell besides who they are, in the schema's names.
var (
	nodeFacts = []string{"country", "sectorType", "sizeClass", "municipality", "lifecycle"}
	tieFacts  = []string{"role", "state", "title", "validFrom", "validTo"}
)

// nodeList is a list of which each record is a node.
type nodeList struct {
	query    string
	kind     string
	members  bool   // it has the network itself, or its members
	from, to string // the fields of its days, where it has some
}

var nodeLists = []nodeList{
	{"graph-organisations", "Organisation", true, "", ""},
	{"graph-networks", "Network", true, "establishedOn", ""},
	{"graph-projects", "Project", false, "plannedFrom", "plannedTo"},
}

// tieList is a list of which each record is a tie, or several.
type tieList struct {
	query    string
	kind     string
	narrowed func(network string) object
	ends     func(record object) []string // the ids of what it ties together
}

var tieLists = []tieList{
	{"graph-memberships", "Membership", operations.Memberships, bothEnds("member", "network")},
	{"graph-partnerships", "Partnership", operations.Partnerships, parties},
	{"graph-participations", "Participation", operations.OfProjects, bothEnds("organisation", "project")},
	{"graph-awards", "Award", operations.OfProjects, bothEnds("funder", "recipient")},
}

func bothEnds(source, target string) func(object) []string {
	return func(record object) []string {
		return []string{textAt(record, source, "id"), textAt(record, target, "id")}
	}
}

func parties(record object) []string {
	var ids []string
	for _, party := range listAt(record, "parties") {
		ids = append(ids, textAt(party, "party", "id"))
	}
	return ids
}

// ofGraph gives the exports that are the network as a graph.
func ofGraph() []Offer {
	return []Offer{
		{Kind: "network", Format: "graphml", MediaType: "application/graphml+xml", write: writeGraphML},
		{Kind: "network", Format: "gexf", MediaType: "application/gexf+xml", write: writeGEXF},
		{Kind: "kumu", Format: "xlsx", MediaType: workbookType, write: writeKumu},
	}
}

// graph is the network as it is read.
type graph struct {
	source
	standing string // of the ties: IN_FORCE or ANY
	known    map[string]bool
	members  []any // the ids of the network that is named and of its members, once they have been asked for
}

// network begins to read the network. It remembers the ids of its nodes, and nothing else of them.
func (s source) network(standing string) *graph {
	return &graph{source: s, standing: standing, known: map[string]bool{}}
}

// nodes gives the nodes. They are to be read before the ties.
func (g *graph) nodes(ctx context.Context) iter.Seq2[node, error] {
	return func(yield func(node, error) bool) {
		for _, list := range nodeLists {
			for record, err := range g.nodeRecords(ctx, list) {
				if err != nil {
					yield(node{}, err)
					return
				}
				n := node{id: textAt(record, "id"), label: textAt(record, "displayName"), kind: list.kind, facts: factsOf(record, nodeFacts),
					from: textAt(record, list.from), to: textAt(record, list.to)}
				if municipality := textAt(record, "location", "municipality"); municipality != "" {
					n.facts["municipality"] = municipality
				}
				g.known[n.id] = true
				if !yield(n, nil) {
					return
				}
			}
		}
	}
}

// nodeRecords gives the records of a list: those of the network, where one is named. Its members are those whose membership is a tie of the graph, whenever that holds.
func (g *graph) nodeRecords(ctx context.Context, list nodeList) iter.Seq2[object, error] {
	if g.request.Network == "" {
		return g.records(ctx, list.query, nil)
	}
	if !list.members {
		return g.records(ctx, list.query, operations.Projects(g.request.Network))
	}
	return func(yield func(object, error) bool) {
		ids, err := g.memberIDs(ctx)
		if err != nil {
			yield(nil, err)
			return
		}
		for some := range slices.Chunk(ids, idsAtOnce) {
			for record, err := range g.records(ctx, list.query, object{"id": some}) {
				if !yield(record, err) || err != nil {
					return
				}
			}
		}
	}
}

// idsAtOnce is of how many ids a list is asked at once.
const idsAtOnce = 100

// memberIDs gives the id of the network and those of its members, which it remembers.
func (g *graph) memberIDs(ctx context.Context) ([]any, error) {
	if g.members != nil {
		return g.members, nil
	}
	seen := map[string]bool{g.request.Network: true}
	ids := []any{g.request.Network}
	for record, err := range g.recordsOf(ctx, "graph-memberships", object{"filter": operations.Memberships(g.request.Network), "standing": g.standing}) {
		if err != nil {
			return nil, err
		}
		if id := textAt(record, "member", "id"); !seen[id] {
			seen[id], ids = true, append(ids, id)
		}
	}
	g.members = ids
	return ids, nil
}

// factsOf gives what a record tells of some fields.
func factsOf(record object, names []string) facts {
	all := facts{}
	for _, name := range names {
		if text := textAt(record, name); text != "" {
			all[name] = text
		}
	}
	return all
}

// ties gives the ties between the nodes that were read.
func (g *graph) ties(ctx context.Context) iter.Seq2[tie, error] {
	return func(yield func(tie, error) bool) {
		for _, list := range tieLists {
			for record, err := range g.recordsOf(ctx, list.query, object{"filter": list.narrowed(g.request.Network), "standing": g.standing}) {
				if err != nil {
					yield(tie{}, err)
					return
				}
				for _, t := range list.ties(record) {
					if g.known[t.source] && g.known[t.target] && !yield(t, nil) {
						return
					}
				}
			}
		}
		g.counterparts(ctx, yield)
	}
}

// ties gives the ties that a record is: one between each two of its ends.
func (l tieList) ties(record object) []tie {
	var all []tie
	ends := l.ends(record)
	for i, source := range ends {
		for _, target := range ends[i+1:] {
			t := tie{id: textAt(record, "id"), source: source, target: target, kind: l.kind, facts: factsOf(record, tieFacts), from: textAt(record, "validFrom"), to: textAt(record, "validTo")}
			if len(ends) > 2 {
				t.id += "-" + source + "-" + target
			}
			all = append(all, t)
		}
	}
	return all
}

// counterparts gives the ties between networks on either side of the border, each once.
func (g *graph) counterparts(ctx context.Context, yield func(tie, error) bool) {
	for record, err := range g.records(ctx, "graph-networks", operations.Network(g.request.Network)) {
		if err != nil {
			yield(tie{}, err)
			return
		}
		id := textAt(record, "id")
		for _, other := range listAt(record, "counterparts") {
			target := textAt(other, "id")
			t := tie{id: id + "-" + target, source: id, target: target, kind: "Counterpart", facts: facts{}}
			if id < target && g.known[id] && g.known[target] && !yield(t, nil) {
				return
			}
		}
	}
}

// writeNodesAndTies writes the network: each node, then what stands between, then each tie.
func (g *graph) writeNodesAndTies(ctx context.Context, writeNode func(node) error, between func() error, writeTie func(tie) error) error {
	for n, err := range g.nodes(ctx) {
		if err != nil {
			return err
		}
		if err := writeNode(n); err != nil {
			return err
		}
	}
	if err := between(); err != nil {
		return err
	}
	for t, err := range g.ties(ctx) {
		if err != nil {
			return err
		}
		if err := writeTie(t); err != nil {
			return err
		}
	}
	return nil
}
