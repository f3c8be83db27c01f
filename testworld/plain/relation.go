package plain

import (
	"slices"

	"cloud.google.com/go/civil"
)

// membershipState is where a membership stands on a day.
func membershipState(r *Reader, n *Node, _ map[string]any, on civil.Date) any {
	if past(n, r.Model.Type(n.Type).Validity, on) {
		return over(n, on)
	}
	stood := beforeEnd(n)
	if stood != "PAUSED" {
		return stood
	}
	state, rests := resting(n, on)
	if !rests {
		state = n.Values["stateBeforePause"]
	}
	return state
}

// beforeEnd is where a relation stands, or stood when it ended.
func beforeEnd(n *Node) any {
	if n.Values["state"] == "ENDED" {
		return n.Values["stateBeforeEnd"]
	}
	return n.Values["state"]
}

// partnershipState is where a partnership stands on a day, by what its parties had said by then.
func partnershipState(r *Reader, n *Node, _ map[string]any, on civil.Date) any {
	unseen, confirmed := deniedUnseen(r, n), openUnseen(r, n)
	switch isPast := past(n, r.Model.Type(n.Type).Validity, on); {
	case isPast && (n.Values["state"] == "DISPUTED" && unseen || n.Values["state"] == "PROPOSED" && confirmed):
		return endedBy(n, on)
	case isPast:
		return over(n, on)
	}
	state := beforeEnd(n)
	words := []any{}
	for _, party := range r.parties(n) {
		words = append(words, word(r, party, nil, on))
	}
	switch {
	case state == "PROPOSED" && !confirmed:
		return state
	case slices.Contains(words, any("DENIED")) || n.Values["state"] == "DISPUTED" && !denied(r.Graph.ends(n, "HAS_PARTY", "OUT")):
		return "DISPUTED"
	}
	if state == "PAUSED" {
		paused, rests := resting(n, on)
		if rests {
			return paused
		}
		state = n.Values["stateBeforePause"]
	}
	switch {
	case len(words) == 0 && state == "DISPUTED" && unseen:
		return "CLAIMED"
	case len(words) == 0:
		return state
	case slices.Contains(words, nil):
		return nil
	case !slices.ContainsFunc(words, func(w any) bool { return w != "CONFIRMED" }):
		return "ACTIVE"
	}
	return "CLAIMED"
}

// denied says whether one of some parties denies the partnership.
func denied(parties []*Node) bool {
	return slices.ContainsFunc(parties, func(party *Node) bool { return party.Values["confirmation"] == "DENIED" })
}

// deniedUnseen says whether parties deny a partnership, and none that the viewer may see.
func deniedUnseen(r *Reader, n *Node) bool {
	return denied(r.Graph.ends(n, "HAS_PARTY", "OUT")) && !denied(r.parties(n))
}

// openUnseen says whether all parties have confirmed a partnership that the viewer may see, and another has not.
func openUnseen(r *Reader, n *Node) bool {
	seen := r.parties(n)
	return len(seen) > 0 && !slices.ContainsFunc(seen, open) && slices.ContainsFunc(r.Graph.ends(n, "HAS_PARTY", "OUT"), open)
}

// stoodBeforeEnd reads where a partnership stood when it ended: in force where nobody else than whom the viewer may not see kept it from that.
func stoodBeforeEnd(r *Reader, n *Node, args map[string]any, on civil.Date) any {
	if stood := n.Values["stateBeforeEnd"]; (stood == "PROPOSED" || stood == "CLAIMED" || stood == "DISPUTED") && openUnseen(r, n) {
		return "ACTIVE"
	}
	return unlessDeniedUnseen("stateBeforeEnd")(r, n, args, on)
}

// unlessDeniedUnseen reads where a partnership stood before: disputed only by whom the viewer may not see, it was not.
func unlessDeniedUnseen(field string) expression {
	return func(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
		if n.Values[field] == "DISPUTED" && deniedUnseen(r, n) {
			return "CLAIMED"
		}
		return n.Values[field]
	}
}

// parties gives the parties of a partnership that the viewer may see.
func (r *Reader) parties(n *Node) []*Node {
	return slices.DeleteFunc(r.Graph.ends(n, "HAS_PARTY", "OUT"), func(party *Node) bool {
		return !slices.ContainsFunc(r.Graph.ends(party, "PARTY", "OUT"), r.sees)
	})
}

// over is where a relation stands past its last day: that it has ended is not known before that was recorded, or else its last day is.
func over(n *Node, on civil.Date) any {
	switch {
	case n.Values["state"] == "PROPOSED" || n.Values["state"] == "DISPUTED":
		return n.Values["state"]
	}
	return endedBy(n, on)
}

// endedBy says that a relation has ended where its last day or its end was known by a day.
func endedBy(n *Node, on civil.Date) any {
	switch {
	case n.Values["validTo"] != nil || writtenBy(n, on):
		return "ENDED"
	}
	return nil
}

// resting says whether a relation that has rested did on a day, and where it stood if so: null where nobody knows since when.
func resting(n *Node, on civil.Date) (state any, rests bool) {
	since, known := n.Values["pausedSince"].(civil.Date)
	switch {
	case known && on.Before(since):
		return nil, false
	case known || n.Values["state"] == "PAUSED" && writtenBy(n, on):
		return "PAUSED", true
	}
	return nil, true
}

// word is what a party had said of its partnership by a day.
func word(r *Reader, party *Node, _ map[string]any, on civil.Date) any {
	says, before := party.Values["confirmation"], party.Values["saidBefore"]
	if party.Values["confirmedAt"] == nil || doneBy(party.Values["confirmedAt"], on) {
		return says
	}
	switch {
	case says == "CONFIRMED" && r.afterItWasOver(party, "confirmedAt"), says == "DENIED" && before != "CONFIRMED":
		return says
	case party.Values["saidBeforeAt"] == nil || doneBy(party.Values["saidBeforeAt"], on), before == "CONFIRMED" && r.afterItWasOver(party, "saidBeforeAt"):
		return before
	}
	return nil
}

// afterItWasOver says whether a party said something, at an instant, after the last day of its partnership.
func (r *Reader) afterItWasOver(party *Node, at string) bool {
	return slices.ContainsFunc(r.Graph.ends(party, "HAS_PARTY", "IN"), func(partnership *Node) bool {
		last, known := partnership.Values["validTo"].(civil.Date)
		return known && !doneBy(party.Values[at], last)
	})
}

// unknownOfRelation gives the fields that a relation lists as unknown, and those that cannot be known of a day.
func unknownOfRelation(r *Reader, n *Node, args map[string]any, on civil.Date) any {
	fields, _ := unknown(r, n, args, on).([]*Node)
	notKnown := func(field string) {
		fields = append(fields, &Node{Type: "UnknownField", Values: map[string]any{"field": field, "reason": "NOT_IN_SOURCE"}})
	}
	if r.stored(n, "state", on) == nil {
		notKnown("state")
	}
	silent := func(party *Node) bool { return word(r, party, nil, on) == nil }
	if slices.ContainsFunc(r.parties(n), silent) {
		notKnown("confirmation")
	}
	return fields
}

// nameOn gives the name of a kind that something went by on a day: the former one whose last day comes next.
func nameOn(kind, field string) expression {
	return func(r *Reader, n *Node, _ map[string]any, on civil.Date) any {
		if on == r.Today {
			return n.Values[field] // former names held on earlier days only
		}
		names := slices.DeleteFunc(r.Graph.ends(n, "FORMERLY", "OUT"), func(was *Node) bool {
			from, begins := was.Values["validFrom"].(civil.Date)
			to, ends := was.Values["validTo"].(civil.Date)
			return was.Values["kind"] != kind || !ends || on.After(to) || begins && on.Before(from)
		})
		if len(names) == 0 {
			return n.Values[field]
		}
		return slices.MinFunc(names, ordering{keys: []func(*Node) any{value("validTo"), value("name")}}.compare).Values["name"]
	}
}

// value gives the stored value of a name.
func value(stored string) func(*Node) any { return func(n *Node) any { return n.Values[stored] } }

// placeAmong is a part's place among those of its record that lead to something which the viewer sees.
func placeAmong(has, leadsTo string) expression {
	return func(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
		at := int64(1)
		for _, record := range r.Graph.ends(n, has, "IN") {
			for _, other := range r.Graph.ends(record, has, "OUT") {
				for _, who := range r.Graph.ends(other, leadsTo, "OUT") {
					if compare(other.Values["position"], n.Values["position"]) < 0 && r.sees(who) {
						at++
					}
				}
			}
		}
		return at
	}
}

// statedByAccount is the account that said what a party or side says, as far as the viewer sees it.
func statedByAccount(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	for _, account := range r.ofType(r.Graph.Nodes, "Account") {
		if account.Values["id"] == n.Values["saidBy"] && r.sees(account) {
			return n.Values["saidBy"]
		}
	}
	return nil
}
