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
// both kinds. What a node is called stands twice: Gephi shows a node's label, and Cytoscape its name.
func writeGraphML(ctx context.Context, s source, w io.Writer) error {
	out := newXML(w)
	out.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns")
	out.key("type", "all")
	for _, name := range append([]string{"label", "name"}, nodeFacts...) {
		out.key(name, "node")
	}
	for _, name := range tieFacts {
		out.key(name, "edge")
	}
	out.open("graph", "id", "partnernet", "edgedefault", "undirected")
	err := s.network("IN_FORCE").writeNodesAndTies(ctx,
		func(n node) error {
			return out.encode(graphMLNode{ID: n.id, Data: graphMLFacts(n.facts, nodeFacts, graphMLData{"label", n.label}, graphMLData{"name", n.label}, graphMLData{"type", n.kind})})
		},
		out.nothing,
		func(t tie) error {
			return out.encode(graphMLEdge{ID: t.id, Source: t.source, Target: t.target, Data: graphMLFacts(t.facts, tieFacts, graphMLData{"type", t.kind})})
		})
	if err != nil {
		return err
	}
	out.close("graph")
	out.close("graphml")
	return out.end()
}

// key says that nodes, edges or all have a fact. Its id is its name, by which Cytoscape.js tells facts apart.
func (w *xmlWriter) key(name, of string) {
	_ = w.encode(graphMLKey{ID: name, For: of, Name: name, Type: "string"}) // what fails is told at the end
}

func graphMLFacts(known facts, names []string, all ...graphMLData) []graphMLData {
	for _, name := range names {
		if text := known[name]; text != "" {
			all = append(all, graphMLData{name, text})
		}
	}
	return all
}
