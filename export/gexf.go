package export

import (
	"context"
	"encoding/xml"
	"io"
)

// gexfFacts are what is known of a node or edge.
type gexfFacts struct {
	Values []gexfValue `xml:"attvalue"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfAttribute struct {
	XMLName xml.Name `xml:"attribute"`
	ID      string   `xml:"id,attr"`
	Title   string   `xml:"title,attr"`
	Type    string   `xml:"type,attr"`
}

type gexfNode struct {
	XMLName xml.Name  `xml:"node"`
	ID      string    `xml:"id,attr"`
	Label   string    `xml:"label,attr"`
	Start   string    `xml:"start,attr,omitempty"`
	End     string    `xml:"end,attr,omitempty"`
	Facts   gexfFacts `xml:"attvalues"`
}

type gexfEdge struct {
	XMLName xml.Name  `xml:"edge"`
	ID      string    `xml:"id,attr"`
	Source  string    `xml:"source,attr"`
	Target  string    `xml:"target,attr"`
	Label   string    `xml:"label,attr"`
	Kind    string    `xml:"kind,attr"` // Gephi keeps ties of different kinds between the same two apart
	Start   string    `xml:"start,attr,omitempty"`
	End     string    `xml:"end,attr,omitempty"`
	Facts   gexfFacts `xml:"attvalues"`
}

// writeGEXF writes the network with all its ties, past and coming ones too, each with the days between which it holds, as GEXF 1.3 has it
// (gexf.net), so that Gephi shows it over time. Both days are of the interval, there as here. A day that is not known is left out.
func writeGEXF(ctx context.Context, s source, w io.Writer) error {
	out := newXML(w)
	out.open("gexf", "xmlns", "http://gexf.net/1.3", "version", "1.3")
	out.open("graph", "mode", "dynamic", "defaultedgetype", "undirected", "timeformat", "date")
	out.declare("node", nodeFacts)
	out.declare("edge", tieFacts)
	out.open("nodes")
	err := s.network("ANY").writeNodesAndTies(ctx,
		func(n node) error {
			return out.encode(gexfNode{ID: n.id, Label: n.label, Start: n.from, End: n.to, Facts: gexfValues(n.kind, n.facts, nodeFacts)})
		},
		func() error {
			out.close("nodes")
			out.open("edges")
			return out.failed
		},
		func(t tie) error {
			return out.encode(gexfEdge{ID: t.id, Source: t.source, Target: t.target, Label: t.kind, Kind: t.kind, Start: t.from, End: t.to, Facts: gexfValues(t.kind, t.facts, tieFacts)})
		})
	if err != nil {
		return err
	}
	for _, name := range []string{"edges", "graph", "gexf"} {
		out.close(name)
	}
	return out.end()
}

// declare says which facts nodes or edges have.
func (w *xmlWriter) declare(class string, names []string) {
	w.open("attributes", "class", class, "mode", "static")
	for _, name := range append([]string{"type"}, names...) {
		_ = w.encode(gexfAttribute{ID: name, Title: name, Type: "string"}) // it is kept, and told at the end
	}
	w.close("attributes")
}

func gexfValues(kind string, known facts, names []string) gexfFacts {
	all := []gexfValue{{"type", kind}}
	for _, name := range names {
		if text := known[name]; text != "" {
			all = append(all, gexfValue{name, text})
		}
	}
	return gexfFacts{all}
}
