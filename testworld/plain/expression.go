package plain

import (
	"slices"
	"strings"

	"cloud.google.com/go/civil"

	"partnernet/model"
)

// expression computes a field that the schema defines by a Cypher expression.
type expression func(r *Reader, n *Node, args map[string]any, asOf civil.Date) any

// expressions say in Go what the schema's expressions say in Cypher. A field that all records share stands under Record.
var expressions map[string]expression

// Some of them read others, so that they cannot be the variable's own value.
func init() {
	expressions = map[string]expression{
		"Record.unknown":                unknown,
		"Record.sensitivity":            sensitivity,
		"Record.audience":               audience,
		"Audience.everywhere":           everywhere,
		"Contact.reachable":             reachable,
		"Record.displayName":            displayName,
		"Source.title":                  of("document", "title"),
		"Source.reference":              of("document", "reference"),
		"Source.url":                    of("document", "url"),
		"StrategyAlignment.title":       of("strategy", "title"),
		"StrategyAlignment.level":       of("strategy", "level"),
		"Need.country":                  of("stakeholder", "country"),
		"Membership.state":              membershipState,
		"Membership.unknown":            unknownOfRelation,
		"Partnership.state":             partnershipState,
		"Partnership.unknown":           unknownOfRelation,
		"Partnership.stateBeforeEnd":    stoodBeforeEnd,
		"Partnership.stateBeforePause":  unlessDeniedUnseen("stateBeforePause"),
		"PartnershipParty.confirmation": word,
		"PartnershipParty.position":     placeAmong("HAS_PARTY", "PARTY"),
		"ProposalSide.position":         placeAmong("HAS_SIDE", "SIDE"),
		"ProposalSide.saidBy":           statedByAccount,
		"PartnershipParty.saidBy":       statedByAccount,
		"Organisation.legalName":        nameOn("LEGAL_NAME", "legalName"),
		"Network.acronym":               nameOn("ACRONYM", "acronym"),
		"Network.name":                  nameOn("NAME", "name"),
		"Need.state":                    standing,
		"Offer.state":                   standing,
		"Offer.country":                 of("organisation", "country"),
		"Obligation.status":             obligationStatus,
		"Partnership.crossBorder":       crossBorder,
		"Theme.label":                   label,
		"FormerRecord.name":             formerName,
		"Decision.authorityId":          authorityID,
		"Change.together":               together,
		"Indicator.actual":              differentFiles,
		"Output.deliveredCount":         differentFiles,
		"Output.state":                  outputState,
		"Award.hasOpenCondition":        openCondition,
		"Project.hasOpenCondition":      openConditionOfAwards,
	}
}

// Knows says whether the reader can answer a field: there is a Go function for its expression, or for the rows that it gathers.
func Knows(typeName string, f *model.Field) bool {
	if f.Kind == model.Expression || f.OnDay != "" {
		return expressionOf(typeName, f.Name) != nil
	}
	return !slices.ContainsFunc(f.Gathers, func(name string) bool { return gathered[name] == nil })
}

func expressionOf(typeName, field string) expression {
	if e := expressions[typeName+"."+field]; e != nil {
		return e
	}
	return expressions["Record."+field]
}

// reachable says whether a contact can be used.
func reachable(_ *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	return n.Values["endedOn"] == nil && n.Values["address"] != nil
}

// of gives the value that a record without which this one cannot be has for a field.
func of(relation, field string) expression {
	return func(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
		for _, end := range r.related(n, r.Model.Type(n.Type).Field(relation)) {
			return end.Values[field]
		}
		return nil
	}
}

// unknown reads the reasons why fields are not known, but for those that lead to something by what other records say.
func unknown(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	fields := []*Node{}
	stored, _ := n.Values["unknown"].([]string)
	for _, item := range stored {
		field, reason, _ := strings.Cut(item, ":")
		if r.statedByOthers(n, r.Model.Type(n.Type).Field(field)) {
			continue
		}
		fields = append(fields, &Node{Type: "UnknownField", Values: map[string]any{"field": field, "reason": reason}})
	}
	return fields
}

// statedByOthers says whether a field leads to records that the viewer may see and that say so themselves.
func (r *Reader) statedByOthers(n *Node, f *model.Field) bool {
	if f == nil || !f.StatedByOthers() || r.Model.Type("Record").Field(f.Name) != nil {
		return false
	}
	return slices.ContainsFunc(r.related(n, f), r.Exists)
}

// authorityID gives the id of who made a decision or else, where that is not known, of whom was applied to.
func authorityID(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	authorities := r.Graph.ends(n, "MADE_BY", "OUT")
	for _, application := range r.Graph.ends(n, "DECIDES", "OUT") {
		if r.sees(application) {
			authorities = append(authorities, r.Graph.ends(application, "APPLIED_TO", "OUT")...)
		}
	}
	for _, authority := range authorities {
		if r.sees(authority) {
			return authority.Values["id"]
		}
	}
	return nil
}

// differentFiles counts the different files in evidence that the viewer may see.
func differentFiles(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	return filesAmong(slices.DeleteFunc(r.related(n, r.Model.Type(n.Type).Field("evidence")), func(document *Node) bool { return !r.Exists(document) }))
}

// filesAmong counts the different files of documents.
func filesAmong(documents []*Node) int64 {
	files := map[string]bool{}
	for _, document := range documents {
		digest, known := document.Values["sha256"].(string)
		if !known {
			digest, _ = document.Values["id"].(string)
		}
		files[strings.ToLower(digest)] = true
	}
	return int64(len(files))
}

// outputState is how far an output has come. Where hidden documents have brought it there, it stands where the others would.
func outputState(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	state, all := n.Values["state"], filesAmong(r.Graph.ends(n, "EVIDENCED_BY", "OUT"))
	seen, _ := differentFiles(r, n, nil, civil.Date{}).(int64)
	planned, known := n.Values["plannedCount"].(int64)
	whole := state == "DELIVERED" && known && all >= planned && seen < planned
	switch {
	case seen == all || state != "PARTLY_DELIVERED" && !whole:
		return state
	case seen == 0:
		return "PLANNED"
	}
	return "PARTLY_DELIVERED"
}

// formerName is the name that a former record had as whatever it was.
func formerName(_ *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	for _, stored := range []string{"legalName", "acronym", "name", "title"} {
		if name := n.Values[stored]; name != nil {
			return name
		}
	}
	return nil
}

// together gives the changes that were made as one with a change: drawn ones are each made alone, so those at its place.
func together(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	made := []*Node{}
	for _, other := range r.Graph.Nodes {
		if other.Type == n.Type && other.Values["position"] == n.Values["position"] && r.Exists(other) {
			made = append(made, other)
		}
	}
	slices.SortFunc(made, func(a, b *Node) int { return compare(a.Values["id"], b.Values["id"]) })
	return made
}

// crossBorder is true with two different known countries among the parties, false when all are known and equal, otherwise unknown.
func crossBorder(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	known, missing, seen := map[any]bool{}, false, 0
	for _, party := range r.related(n, r.Model.Type("Partnership").Field("parties")) {
		for _, who := range r.related(party, r.Model.Type(party.Type).Field("party")) {
			if !r.Exists(who) {
				continue
			}
			seen++
			if country := who.Values["country"]; country != nil {
				known[country] = true
			} else {
				missing = true
			}
		}
	}
	switch {
	case len(known) > 1:
		return true
	case missing, seen < 2:
		return nil
	}
	return false
}

// obligationStatus is whether an obligation is done on a day.
func obligationStatus(_ *Reader, n *Node, _ map[string]any, asOf civil.Date) any {
	if done, known := n.Values["fulfilledOn"].(civil.Date); known && done.After(asOf) {
		return "OPEN"
	}
	return n.Values["status"]
}

// standing is where a need or an offer stands on a day. Before the day since which it stands as it does it was open, and past its last day
// it has expired, unless it was closed by then.
func standing(_ *Reader, n *Node, _ map[string]any, asOf civil.Date) any {
	state, since := n.Values["state"], n.Values["stateSince"]
	if day, known := since.(civil.Date); known && asOf.Before(day) {
		state = "OPEN"
	}
	last, ends := n.Values["expiresOn"].(civil.Date)
	if ends && last.Before(asOf) && (state == "OPEN" || state == "PAUSED") {
		return "EXPIRED"
	}
	return state
}

// label is a theme's name in the language asked for, or else in the first one there is.
func label(r *Reader, n *Node, args map[string]any, _ civil.Date) any {
	language := r.Language
	for _, argument := range args {
		language = strings.ToLower(argument.(string))
	}
	first := map[string]string{"sv": "labelSv", "nb": "labelNb", "en": "labelEn"}[language]
	for _, stored := range []string{first, "labelSv", "labelNb", "labelEn", "code"} {
		if name := n.Values[stored]; name != nil {
			return name
		}
	}
	return nil
}
