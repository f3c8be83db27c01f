package export

import (
	"context"
	_ "embed" // the terms
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"time"

	"partnernet/operations"

	"github.com/goccy/go-yaml"
)

//go:embed terms.yaml
var termText []byte

// vocabulary says how the schema's types and fields are called in the vocabularies of the web.
var vocabulary = readVocabulary()

type vocabularyTerms struct {
	Prefixes map[string]string
	Types    map[string][]string
	Terms    map[string]term
}

// term is what a field is called, and what its values are.
type term struct {
	Is string `yaml:"is"`
	As string `yaml:"as"`
}

func readVocabulary() vocabularyTerms {
	var v vocabularyTerms
	if err := yaml.Unmarshal(termText, &v); err != nil {
		panic(err) // it is part of the binary
	}
	return v
}

// datatypes are those of what values are, in XML Schema.
var datatypes = map[string]string{"day": "xsd:date", "time": "xsd:dateTime", "decimal": "xsd:decimal", "integer": "xsd:integer", "truth": "xsd:boolean"}

// termOf gives the term of a field.
func (v vocabularyTerms) termOf(field string) term {
	if t, there := v.Terms[field]; there {
		return t
	}
	return term{Is: "pn:" + field}
}

// full gives the whole name of one with a prefix.
func (v vocabularyTerms) full(name string) string {
	prefix, rest, _ := strings.Cut(name, ":")
	if space, there := v.Prefixes[prefix]; there {
		return space + rest
	}
	return name
}

// resource is a record, or a part of one, as the web of data tells it.
type resource struct {
	id         string
	types      []string
	properties []property // in the order of their fields
}

// property is what a resource tells in one field: texts, or other resources.
type property struct {
	field  string
	values []value
}

// value is a text, of a datatype of its own if it has one, or another resource.
type value struct {
	text     string
	datatype string
	to       *resource
}

// recordID begins the names of records.
const recordID = "urn:uuid:"

// linked is a list whose records are told as linked data. A record whose parts would make its answer too large is told by two lists.
type linked struct {
	query    string
	narrowed func(network string) object // nil for one that is told whole, and only where no network is named
}

var linkedLists = []linked{
	{"linked-themes", nil}, {"linked-areas", nil}, {"linked-documents", nil}, {"linked-target-groups", nil},
	{"linked-organisations", operations.Members},
	{"linked-networks", operations.Network},
	{"linked-programmes", nil},
	{"linked-projects", operations.Projects}, {"linked-project-parts", operations.Projects},
	{"linked-memberships", operations.Memberships},
	{"linked-partnerships", operations.Partnerships},
	{"linked-participations", operations.OfProjects},
	{"linked-applications", operations.OfProjects},
	{"linked-decisions", nil},
	{"linked-awards", operations.OfProjects}, {"linked-award-parts", operations.OfProjects},
	{"linked-obligations", operations.OfProjects},
	{"linked-needs", operations.OfMembers},
	{"linked-offers", operations.OfMembers},
	{"linked-mappings", nil}, {"linked-introductions", nil}, {"linked-successions", nil},
}

// resources gives all that is told as linked data.
func (s source) resources(ctx context.Context) iter.Seq2[*resource, error] {
	return func(yield func(*resource, error) bool) {
		for _, list := range linkedLists {
			var filter object
			if list.narrowed != nil {
				filter = list.narrowed(s.request.Network)
			} else if s.request.Network != "" {
				continue
			}
			for record, err := range s.records(ctx, list.query, filter) {
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(resourceOf(record, ""), nil) {
					return
				}
			}
		}
	}
}

// resourceOf gives a record as a resource, or a part of one under the name that it has there.
func resourceOf(record object, part string) *resource {
	typeName := textAt(record, "__typename")
	r := &resource{id: part, types: vocabulary.Types[typeName]}
	if id := textAt(record, "id"); id != "" {
		r.id = recordID + id
	}
	for _, field := range slices.Sorted(maps.Keys(record)) {
		if field == "id" || field == "__typename" {
			continue
		}
		if values := r.values(field, record[field]); values != nil {
			r.properties = append(r.properties, property{field, values})
		}
	}
	if during := intervalOf(record, r.id); during != nil {
		r.properties = append(r.properties, property{"during", []value{{to: during}}})
	}
	return r
}

// values gives what a field holds. What is not known is nothing.
func (r *resource) values(field string, held any) []value {
	var all []value
	switch held := held.(type) {
	case []any:
		for i, each := range held {
			if record, is := each.(object); is && textAt(record, "id") == "" {
				all = append(all, r.part(fmt.Sprintf("%s-%d", field, i+1), record))
			} else {
				all = append(all, r.values(field, each)...)
			}
		}
	case object:
		if textAt(held, "id") != "" {
			return []value{{to: resourceOf(held, "")}}
		}
		return []value{r.part(field, held)}
	case string:
		return []value{{text: coded(field, held)}}
	case bool, json.Number:
		return []value{{text: fmt.Sprint(held)}}
	}
	return all
}

// part gives what a part of a record tells: a number in a register is a text of the register's own datatype, as W3C ORG advises.
func (r *resource) part(name string, record object) value {
	if scheme := textAt(record, "scheme"); scheme != "" {
		return value{text: textAt(record, "value"), datatype: "pn:" + scheme}
	}
	return value{to: resourceOf(record, r.id+"#"+name)}
}

// coded gives the name of a value of an enumeration, and any other text as it is.
func coded(field, text string) string {
	if vocabulary.termOf(field).As == "code" {
		return vocabulary.Prefixes["pn"] + field + "/" + text
	}
	return text
}

// intervalOf gives when a record holds, as OWL-Time has it: it ends when the day after its last begins. What is open, or not known, is left out.
func intervalOf(record object, id string) *resource {
	from, to := textAt(record, "validFrom"), textAt(record, "validTo")
	if to == "" {
		to = textAt(record, "expiresOn")
	}
	if from == "" && to == "" {
		return nil
	}
	during := &resource{id: id + "#during", types: vocabulary.Types["Interval"]}
	for _, end := range []struct {
		field, day string
		later      int
	}{{"hasBeginning", from, 0}, {"hasEnd", to, 1}} {
		if day, err := time.Parse(time.DateOnly, end.day); err == nil {
			on := value{text: day.AddDate(0, 0, end.later).Format(time.DateOnly)}
			instant := &resource{id: id + "#" + end.field, types: vocabulary.Types["Instant"], properties: []property{{"inDate", []value{on}}}}
			during.properties = append(during.properties, property{end.field, []value{{to: instant}}})
		}
	}
	return during
}
