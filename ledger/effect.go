package ledger

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"partnernet/stored"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// effect is what a change did in the graph, exactly enough to take it back. What people read of a change stands in its fields.
type effect struct {
	Label  *swap           `json:"label,omitempty"`  // the record's type; nothing before it was entered
	Values map[string]swap `json:"values,omitempty"` // stored properties, and reasons for unknown fields by unknownPrefix and field
	Links  []linkChange    `json:"links,omitempty"`
	Parts  []partChange    `json:"parts,omitempty"` // parts and claims of the record
}

// swap is a stored value before and after, frozen; nil for none.
type swap struct {
	Before any `json:"before,omitempty"`
	After  any `json:"after,omitempty"`
}

// linkChange is a relationship of two records that was added or taken away.
type linkChange struct {
	Type  string `json:"type"`
	From  string `json:"from"`
	To    string `json:"to"`
	Added bool   `json:"added,omitempty"`
}

// partChange is a part as it was and as it is; nil for none.
type partChange struct {
	Relation string      `json:"relation"` // the type of the relationship that leads to it
	Label    string      `json:"label"`
	Before   *frozenPart `json:"before,omitempty"`
	After    *frozenPart `json:"after,omitempty"`
}

type frozenPart struct {
	Properties map[string]any      `json:"properties"`
	Links      map[string][]string `json:"links,omitempty"`
}

const unknownPrefix = "unknown "

// inverse gives what takes an effect back.
func (e effect) inverse() effect {
	back := effect{Values: map[string]swap{}}
	if e.Label != nil {
		back.Label = &swap{e.Label.After, e.Label.Before}
		if back.Label.After == nil {
			back.Label.After = former // the log goes on telling of it
		}
	}
	for name, s := range e.Values {
		back.Values[name] = swap{s.After, s.Before}
	}
	for _, l := range e.Links {
		l.Added = !l.Added
		back.Links = append(back.Links, l)
	}
	for _, p := range e.Parts {
		p.Before, p.After = p.After, p.Before
		back.Parts = append(back.Parts, p)
	}
	return back
}

// addSwap notes a stored value before and after.
func (e *effect) addSwap(name string, before, after any) {
	s := swap{frozen(before), frozen(after)}
	if reflect.DeepEqual(s.Before, s.After) {
		return
	}
	if e.Values == nil {
		e.Values = map[string]swap{}
	}
	e.Values[name] = s
}

// addUnknownSwaps notes which fields became unknown for which reasons, and which are so no more.
func (e *effect) addUnknownSwaps(before, after any) {
	was, is := reasons(map[string]any{"unknown": before}), reasons(map[string]any{"unknown": after})
	for _, field := range slices.Concat(slices.Collect(maps.Keys(was)), slices.Collect(maps.Keys(is))) {
		e.addSwap(unknownPrefix+field, stored.OrNull(string(was[field])), stored.OrNull(string(is[field])))
	}
}

// text writes an effect as a Change keeps it.
func (e effect) text() (string, error) {
	text, err := json.Marshal(e)
	return string(text), err
}

func readEffect(text string) (effect, error) {
	var e effect
	err := json.Unmarshal([]byte(text), &e)
	return e, err
}

// frozen gives a stored value as an effect keeps it. JSON has no days, instants and whole numbers, so these are objects that name their kind.
func frozen(v any) any {
	switch v := v.(type) {
	case dbtype.Date:
		return map[string]any{"date": civil.DateOf(time.Time(v)).String()}
	case time.Time:
		return map[string]any{"time": v.UTC().Format(time.RFC3339Nano)}
	case int64:
		return map[string]any{"int": strconv.FormatInt(v, 10)}
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = frozen(item)
		}
		return items
	}
	return v
}

// thawed gives a frozen value as it is stored.
func thawed(v any) (any, error) {
	switch v := v.(type) {
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			var err error
			if items[i], err = thawed(item); err != nil {
				return nil, err
			}
		}
		return items, nil
	case map[string]any:
		if text, ok := v["date"].(string); ok {
			day, err := civil.ParseDate(text)
			return dbtype.Date(day.In(time.UTC)), err
		}
		if text, ok := v["time"].(string); ok {
			return time.Parse(time.RFC3339Nano, text)
		}
		text, _ := v["int"].(string)
		return strconv.ParseInt(text, 10, 64)
	}
	return v, nil
}

func frozenAll(properties map[string]any) map[string]any {
	all := make(map[string]any, len(properties))
	for name, v := range properties {
		if v != nil {
			all[name] = frozen(v)
		}
	}
	return all
}

func thawedAll(properties map[string]any) (map[string]any, error) {
	all := make(map[string]any, len(properties))
	for name, v := range properties {
		var err error
		if all[name], err = thawed(v); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// freeze gives a part as an effect keeps it, nil for one that is not there.
func (h storedPart) freeze() *frozenPart {
	if len(h.properties)+len(h.links) == 0 {
		return nil
	}
	p := &frozenPart{Properties: frozenAll(h.properties), Links: map[string][]string{}}
	for relation, targets := range h.links {
		if len(targets) > 0 {
			p.Links[relation] = slices.Sorted(slices.Values(targets))
		}
	}
	return p
}

// same says whether two parts hold the same.
func (p *frozenPart) same(other *frozenPart) bool {
	if p == nil || other == nil {
		return p == other
	}
	return reflect.DeepEqual(p.Properties, other.Properties) && maps.EqualFunc(p.Links, other.Links, slices.Equal)
}

// touches says whether an effect on a subject has changed what a record has under the name of a property or relationship type.
func (e effect) touches(subject, record, name string) bool {
	if _, set := e.Values[name]; set && subject == record {
		return true
	}
	if slices.ContainsFunc(e.Links, func(l linkChange) bool { return l.Type == name && (l.From == record || l.To == record) }) {
		return true
	}
	return slices.ContainsFunc(e.Parts, func(p partChange) bool {
		return p.Relation == name && subject == record || p.leads(name, record)
	})
}

// leads says whether the part leads, or has led, to a record by a relationship of a type.
func (p partChange) leads(relation, record string) bool {
	for _, current := range []*frozenPart{p.Before, p.After} {
		if current != nil && slices.Contains(current.Links[relation], record) {
			return true
		}
	}
	return false
}

// reasonOf gives the field whose reason for being unknown a value of an effect is.
func reasonOf(name string) (field string, is bool) { return strings.CutPrefix(name, unknownPrefix) }
