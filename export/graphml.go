package export

import (
	"context"
	"encoding/xml"
	"io"
)

// graphMLData is a fact of a node or edge, by its key.
type graphMLData struct {
	Key  string `xml:"key,attr"`
	Text string `xml:",chardata"`
}

type graphMLKey struct {
	XMLName xml.Name `xml:"key"`
	ID      string   `xml:"id,attr"`
	For     string   `xml:"for,attr"`
	Name    string   `xml:"attr.name,attr"`
	Type    string   `xml:"attr.type,attr"`
}

type graphMLNode struct {
	XMLName xml.Name      `xml:"node"`
	ID      string        `xml:"id,attr"`
	Data    []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	XMLName xml.Name      `xml:"edge"`
	ID      string        `xml:"id,attr"`
	Source  string        `xml:"source,attr"`
	Target  string        `xml:"target,attr"`
	Data    []graphMLData `xml:"data"`
}

// writeGraphML writes the network on the day, as GraphML has it (graphml.graphdrawing.org). Its edges are undirected: programs take no graph of
// both kinds.
func writeGraphML(ctx context.Context, s source, w io.Writer) error {
	out := newXML(w)
	out.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns")
	for _, name := range append([]string{"label", "type"}, nodeFacts...) {
		_ = out.encode(graphMLKey{ID: "node." + name, For: "node", Name: name, Type: "string"}) // what fails is told at the end
	}
	for _, name := range append([]string{"type"}, tieFacts...) {
		_ = out.encode(graphMLKey{ID: "edge." + name, For: "edge", Name: name, Type: "string"}) // what fails is told at the end
	}
	out.open("graph", "id", "partnernet", "edgedefault", "undirected")
	err := s.network("IN_FORCE").writeNodesAndTies(ctx,
		func(n node) error {
			return out.encode(graphMLNode{ID: n.id, Data: graphMLFacts("node.", n.facts, nodeFacts, graphMLData{"node.label", n.label}, graphMLData{"node.type", n.kind})})
		},
		out.nothing,
		func(t tie) error {
			return out.encode(graphMLEdge{ID: t.id, Source: t.source, Target: t.target, Data: graphMLFacts("edge.", t.facts, tieFacts, graphMLData{"edge.type", t.kind})})
		})
	if err != nil {
		return err
	}
	out.close("graph")
	out.close("graphml")
	return out.end()
}

func graphMLFacts(prefix string, known facts, names []string, all ...graphMLData) []graphMLData {
	for _, name := range names {
		if text := known[name]; text != "" {
			all = append(all, graphMLData{prefix + name, text})
		}
	}
	return all
}
