package plain

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"
)

// naming gives the texts that a name is joined of, those that are not known left out.
type naming func(r *Reader, n *Node, on civil.Date) []string

// namings say what records are called, by their type; one of any other type is called by the first of its own properties that it has.
var namings map[string]naming

// Names are made of the names of other records, so that they cannot be the variable's own value.
func init() {
	namings = map[string]naming{
		"Organisation":      shows("legalName"),
		"Network":           shows("acronym"),
		"Change":            shows("action"),
		"Theme":             shows("label"),
		"StrategyAlignment": shows("title"),
		"Succession":        both(inOrderOfIDs("PREDECESSOR"), inOrderOfIDs("SUCCESSOR")),
		"Membership":        both(called("MEMBER"), called("IN_NETWORK")),
		"Partnership":       first(shows("title"), partyNames),
		"Participation":     both(called("PARTICIPANT"), called("OF_PROJECT")),
		"Output":            first(shows("title"), called("OF_PROJECT")),
		"Application":       first(shows("caseNumber"), called("OF_PROJECT"), called("APPLIED_TO")),
		"Award":             both(called("RECIPIENT"), called("OF_PROJECT")),
		"Condition":         first(shows("text"), called("OF_AWARD")),
		"Payment":           both(called("OF_AWARD"), shows("paidOn")),
		"Obligation":        both(first(called("OF_PROJECT"), called("RESPONSIBLE")), shows("dueOn")),
		"Introduction":      both(beyond("FOR_NEED", called("STAKEHOLDER")), beyond("OF_OFFER", called("OFFERED_BY"))),
		"IdentityJudgement": both(called("JUDGED"), called("JUDGED_AGAINST")),
		"Proposal":          inOrderOfIDs("ABOUT"),
		"Source":            sourceName,
		"Contact":           both(shows("function"), called("CONTACT_OF")),
		"Grant":             both(called("GRANTEE"), called("OVER")),
		"Person":            func(*Reader, *Node, civil.Date) []string { return nil },
	}
}

// displayName is what a record is called, as far as the viewer may see what it is called by.
func displayName(r *Reader, n *Node, _ map[string]any, on civil.Date) any {
	give := namings[n.Type]
	if give == nil {
		give = first(shows("legalName"), shows("acronym"), shows("name"), shows("title"), shows("statement"), shows("caseNumber"), shows("code"))
	}
	if texts := give(r, n, on); len(texts) > 0 {
		return strings.Join(texts, " – ")
	}
	return nil
}

// shows is what a field of the record's own shows, or a property that it keeps of what it was.
func shows(name string) naming {
	return func(r *Reader, n *Node, on civil.Date) []string {
		value := n.Values[name]
		if f := r.Model.Type(n.Type).Field(name); f != nil {
			value = r.shown(n, f, on)
		}
		if text, known := scalar(value).(string); known {
			return []string{text}
		}
		return nil
	}
}

// called is what the records are called that a relationship leads to, as far as they exist for the viewer.
func called(relType string) naming {
	return func(r *Reader, n *Node, on civil.Date) []string {
		return r.namesOf(r.Graph.ends(n, relType, "OUT"), on)
	}
}

func (r *Reader) namesOf(nodes []*Node, on civil.Date) []string {
	var names []string
	for _, n := range nodes {
		if name, known := displayName(r, n, nil, on).(string); known && r.Exists(n) {
			names = append(names, name)
		}
	}
	return names
}

func inOrderOfIDs(relType string) naming {
	return func(r *Reader, n *Node, on civil.Date) []string {
		return r.namesOf(slices.SortedFunc(slices.Values(r.Graph.ends(n, relType, "OUT")), ordering{}.compare), on)
	}
}

// partyNames is what the parties of a partnership are called, in their order.
func partyNames(r *Reader, n *Node, on civil.Date) []string {
	var names []string
	for _, party := range slices.SortedFunc(slices.Values(r.parties(n)), ordering{keys: []func(*Node) any{value("position")}}.compare) {
		names = append(names, called("PARTY")(r, party, on)...)
	}
	return names
}

// sourceName is the title of a source's document, and where in it.
func sourceName(r *Reader, n *Node, on civil.Date) []string {
	title := called("FROM_DOCUMENT")(r, n, on)
	if locator := shows("locator")(r, n, on); title != nil && locator != nil {
		return []string{title[0] + ", " + locator[0]}
	}
	return title
}

// beyond is the name that the records give which a relationship leads to.
func beyond(relType string, give naming) naming {
	return func(r *Reader, n *Node, on civil.Date) []string {
		var names []string
		for _, end := range r.Graph.ends(n, relType, "OUT") {
			names = append(names, give(r, end, on)...)
		}
		return names
	}
}

// first is the first of some names that is known.
func first(namings ...naming) naming {
	return func(r *Reader, n *Node, on civil.Date) []string {
		for _, give := range namings {
			if names := give(r, n, on); names != nil {
				return names
			}
		}
		return nil
	}
}

// both is one name after the other.
func both(a, b naming) naming {
	return func(r *Reader, n *Node, on civil.Date) []string { return append(a(r, n, on), b(r, n, on)...) }
}
