package store

import "strings"

// Statement is one parameterised Cypher statement. Values travel in Params, never in Text.
type Statement struct {
	Text      string
	Params    map[string]any
	Replanned bool // the database makes a new plan for it, whatever plan it has
}

// texts is the parameter of which all texts, and all that is null, are entries.
const texts = "texts"

// Sent gives the text and the parameters as the database gets them: options stand before all else, and texts and nulls are entries of one map. The database
// makes a plan for each type of a parameter and for each order of magnitude of a text, whose size no plan depends on. It does so for lists, too: the plan of
// a list of one may be a better one.
func (s Statement) Sent() (text string, params map[string]any) {
	sent, entries := make(map[string]any, len(s.Params)+1), map[string]any{}
	for name, value := range s.Params {
		switch value.(type) {
		case nil, string:
			entries[name] = value
		default:
			sent[name] = value
		}
	}
	text = s.Text
	if len(entries) > 0 {
		sent[texts] = entries
		text = withEntries(text, entries)
	}
	if s.Replanned {
		text = "CYPHER replan=force\n" + text
	}
	return text, sent
}

// withEntries gives the text in which parameters are entries of the map.
func withEntries(text string, entries map[string]any) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for {
		before, after, found := strings.Cut(text, "$")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		b.WriteByte('$')
		name := after[:len(after)-len(strings.TrimLeft(after, nameSigns))]
		if _, ok := entries[name]; ok {
			b.WriteString(texts + ".")
		}
		text = after
	}
}

// nameSigns are what names of the registry's parameters consist of.
const nameSigns = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
