package export

import (
	"bytes"
	"context"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// twoTies answers with two organisations between whom two ties of different kinds hold.
func twoTies(_ context.Context, query string, _ map[string]any) (map[string]any, error) {
	nodes := []any{}
	for operation, list := range map[string][]any{
		"ExportGraphOrganisations": {object{"id": "a", "displayName": "A & B AB", "country": "SE"}, object{"id": "b", "displayName": "C AS", "country": "NO"}},
		"ExportGraphPartnerships":  {object{"id": "p", "title": "P", "state": "ACTIVE", "validFrom": "2023-05-01", "parties": []any{object{"party": object{"id": "a"}}, object{"party": object{"id": "b"}}}}},
		"ExportGraphAwards":        {object{"id": "w", "state": "EFFECTIVE", "funder": object{"id": "a"}, "recipient": object{"id": "b"}}},
	} {
		if strings.Contains(query, operation+"(") {
			nodes = list
		}
	}
	return object{"list": object{"nodes": nodes, "pageInfo": object{"hasNextPage": false}}}, nil
}

func ofTwoTies(t *testing.T, kind Kind, format Format) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(t.Context(), twoTies, request(kind, format), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// In GraphML a key's id is its name, since Cytoscape.js names facts by ids. A node has a label, which Gephi shows, and a name, which Cytoscape shows.
func TestGraphMLKeys(t *testing.T) {
	var document struct {
		Keys []graphMLKey  `xml:"key"`
		Node []graphMLNode `xml:"graph>node"`
		Edge []graphMLEdge `xml:"graph>edge"`
	}
	text := ofTwoTies(t, "network", "graphml")
	if err := xml.Unmarshal(text, &document); err != nil || len(document.Keys) == 0 || len(document.Node) != 2 || len(document.Edge) != 2 {
		t.Fatalf("%v: %s", err, text)
	}
	known := map[string]bool{}
	for _, key := range document.Keys {
		if key.ID != key.Name || known[key.ID] {
			t.Errorf("the key of %s is %s, or there twice", key.Name, key.ID)
		}
		known[key.ID] = true
	}
	told := document.Node[0].Data
	for _, data := range append(told, document.Edge[0].Data...) {
		if !known[data.Key] {
			t.Errorf("no key is %s", data.Key)
		}
	}
	for _, name := range []string{"label", "name"} {
		if !slices.Contains(told, graphMLData{name, "A & B AB"}) {
			t.Errorf("its %s is not told: %v", name, told)
		}
	}
}

// In GEXF the kind of each tie is said as Gephi reads it, which makes one tie of two that are of one kind.
func TestGEXFKinds(t *testing.T) {
	type edge struct {
		ID    string `xml:"id,attr"`
		Kind  string `xml:"kind,attr"`
		Start string `xml:"start,attr"`
	}
	var document struct {
		XMLName xml.Name `xml:"http://gexf.net/1.3 gexf"`
		Version string   `xml:"version,attr"`
		Edges   []edge   `xml:"graph>edges>edge"`
	}
	text := ofTwoTies(t, "network", "gexf")
	if err := xml.Unmarshal(text, &document); err != nil || document.Version != "1.3" {
		t.Fatalf("%v: %s", err, text)
	}
	if want := []edge{{"p", "Partnership", "2023-05-01"}, {"w", "Award", ""}}; !slices.Equal(document.Edges, want) {
		t.Errorf("the ties are %v, not %v", document.Edges, want)
	}
}

// Kumu reads columns by their first row: an ID in the first, then a label, or the ends and a direction, which it writes small.
func TestKumuColumns(t *testing.T) {
	file, err := excelize.OpenReader(bytes.NewReader(ofTwoTies(t, "kumu", "xlsx")))
	if err != nil {
		t.Fatal(err)
	}
	for sheet, want := range map[string][]string{"Elements": {"ID", "Label", "Type"}, "Connections": {"ID", "From", "To", "direction", "Type"}} {
		rows, err := file.GetRows(sheet)
		if err != nil || len(rows) != 3 || !slices.Equal(rows[0][:len(want)], want) {
			t.Errorf("%s: %v, %v", sheet, err, rows)
		}
	}
}
