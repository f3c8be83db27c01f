package backup

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"partnernet/stored"
)

// line is one line of a file: a record with its parts, or another node, or two organisations that may be one.
type line struct {
	Record     string         `json:"record,omitempty"` // its id
	Node       string         `json:"node,omitempty"`   // its label
	Alike      []string       `json:"alike,omitempty"`  // the ids of both
	Labels     []string       `json:"labels,omitempty"` // of a record, beside Record
	Properties map[string]any `json:"properties,omitempty"`
	Relations  []relation     `json:"relations,omitempty"`
	Parts      []part         `json:"parts,omitempty"`
}

// relation leads to a record.
type relation struct {
	Type       string         `json:"type"`
	To         string         `json:"to"` // its id
	Properties map[string]any `json:"properties,omitempty"`
}

// part is what a record has that is no record of its own.
type part struct {
	Relation   string         `json:"relation"` // the type of the relationship that leads to it
	Label      string         `json:"label"`
	Properties map[string]any `json:"properties,omitempty"`
	Relations  []relation     `json:"relations,omitempty"`
}

// Lines stand in the order of their keys: records by id, then other nodes by label and key, then pairs.
func recordKey(id string) string       { return "1 " + id }
func nodeKey(label, key string) string { return "2 " + label + " " + key }
func pairKey(one, other string) string { return "3 " + one + " " + other }

func isRecord(key string) bool { return strings.HasPrefix(key, "1 ") }
func isPair(key string) bool   { return strings.HasPrefix(key, "3 ") }

// isFew says whether a key is of a node of a kind of which there are few.
func isFew(key string) bool {
	label, _, _ := strings.Cut(strings.TrimPrefix(key, "2 "), " ")
	return strings.HasPrefix(key, "2 ") && kept[label].at == ""
}

// text writes a line. The same content gives the same text.
func (l line) text() ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text) // it orders properties by their names, and ends with the line's end
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(l)
	return text.Bytes(), err
}

func readLine(text []byte) (line, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber() // a whole number may be larger than a float64 tells exactly
	var l line
	err := decoder.Decode(&l)
	return l, err
}

// recordLine makes the line of a record of a row of what recordShape gives.
func recordLine(row map[string]any) (l line, err error) {
	properties, _ := row["properties"].(map[string]any)
	l.Record = stored.Text(row["id"])
	l.Labels = slices.DeleteFunc(stored.Texts(row["labels"]), func(label string) bool { return label == "Record" })
	slices.Sort(l.Labels)
	if l.Properties, err = all(properties, written); err != nil {
		return l, err
	}
	delete(l.Properties, "id")
	if l.Relations, err = relations(row["relations"]); err != nil {
		return l, err
	}
	for _, p := range stored.Lists(row["parts"]) {
		properties, _ := p[2].(map[string]any)
		one := part{Relation: stored.Text(p[0]), Label: stored.Text(p[1])}
		if one.Properties, err = all(properties, written); err != nil {
			return l, err
		}
		if one.Relations, err = relations(p[3]); err != nil {
			return l, err
		}
		l.Parts = append(l.Parts, one)
	}
	return l, sortParts(l.Parts)
}

// nodeLine makes the line of a node that is no record, of a row of what nodeShape gives.
func nodeLine(row map[string]any) (l line, err error) {
	properties, _ := row["properties"].(map[string]any)
	l.Node = stored.Text(row["label"])
	if l.Properties, err = all(properties, written); err != nil {
		return l, err
	}
	for _, name := range kept[l.Node].without {
		delete(l.Properties, name)
	}
	l.Relations, err = relations(row["relations"])
	return l, err
}

// relations makes relations of rows of type, id and properties, in their order.
func relations(rows any) ([]relation, error) {
	var made []relation
	for _, row := range stored.Lists(rows) {
		properties, _ := row[2].(map[string]any)
		r := relation{Type: stored.Text(row[0]), To: stored.Text(row[1])}
		if len(properties) > 0 {
			var err error
			if r.Properties, err = all(properties, written); err != nil {
				return nil, err
			}
		}
		made = append(made, r)
	}
	slices.SortFunc(made, func(a, b relation) int { return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.To, b.To)) })
	return made, nil
}

// sortParts orders parts by all that they are: the database has them in no order.
func sortParts(parts []part) error {
	if len(parts) < 2 {
		return nil
	}
	texts := map[string]part{}
	var order []string
	for _, p := range parts {
		text, err := json.Marshal(p)
		if err != nil {
			return err
		}
		for texts[string(text)].Label != "" { // two that are alike stay two
			text = append(text, ' ')
		}
		texts[string(text)] = p
	}
	order = slices.Sorted(maps.Keys(texts))
	for i, text := range order {
		parts[i] = texts[text]
	}
	return nil
}
