package plain

import (
	"slices"
	"time"

	"cloud.google.com/go/civil"

	"partnernet/model"
	"partnernet/registry"
)

// Exists says whether a node exists for the viewer: they may see it, and all that it cannot be without exists for them.
func (r *Reader) Exists(n *Node) bool {
	t := r.Model.Type(n.Type)
	if t.Record && !r.sees(n) || n.Values["held"] == true && !r.contradicted(n) {
		return false
	}
	return r.whole(n)
}

// contradicted says of a claim of what is held that the viewer sees another one of that field that says otherwise.
func (r *Reader) contradicted(claim *Node) bool {
	for _, owner := range r.Graph.ends(claim, "HAS_CLAIM", "IN") {
		if slices.ContainsFunc(r.Graph.ends(owner, "HAS_CLAIM", "OUT"), func(other *Node) bool {
			return other.Values["field"] == claim.Values["field"] && other.Values["value"] != claim.Values["value"] && r.whole(other)
		}) {
			return true
		}
	}
	return false
}

// whole says whether all that a node cannot be without exists for the viewer.
func (r *Reader) whole(n *Node) bool {
	for _, f := range r.Model.Type(n.Type).Required() {
		if !slices.ContainsFunc(r.related(n, f), r.Exists) {
			return false
		}
	}
	return true
}

// sees says whether the viewer is of a record's own audience.
func (r *Reader) sees(n *Node) bool {
	audience, _ := n.Values["audience"].(int64)
	return slices.Contains(r.Visible, audience)
}

// standing says whether a list shows a record that is asked for by a value of enumeration Standing.
func (r *Reader) standing(n *Node, states any, on civil.Date) bool {
	validity := r.Model.Type(n.Type).Validity
	if validity == nil || states == "ANY" {
		return true
	}
	switch states {
	case "UPCOMING":
		return upcoming(n, validity, on) && !past(n, validity, on)
	case "PAST":
		return past(n, validity, on)
	}
	return r.inForce(n, on)
}

// inForce says whether a record holds on a day: that is one of its days, and then it is neither only a proposal nor disputed.
func (r *Reader) inForce(n *Node, on civil.Date) bool {
	validity := r.Model.Type(n.Type).Validity
	if validity == nil {
		return true
	}
	state := r.stored(n, "state", on)
	return !upcoming(n, validity, on) && !past(n, validity, on) && state != "PROPOSED" && state != "DISPUTED"
}

func upcoming(n *Node, validity *model.Validity, on civil.Date) bool {
	from, known := n.Values[validity.From].(civil.Date)
	return known && on.Before(from)
}

// past says whether a record held on earlier days only. One that has ended on a day that nobody knows held until it was last confirmed, or
// on its first day, unless the day is one on which its end was known. A grant ends at once.
func past(n *Node, validity *model.Validity, on civil.Date) bool {
	if n.Type == "Grant" && n.Values["state"] == "ENDED" && writtenBy(n, on) {
		return true
	}
	if to, known := n.Values[validity.To].(civil.Date); known {
		return on.After(to)
	}
	if n.Type == "Grant" || n.Values["state"] != "ENDED" && n.Values["endStatus"] != "ENDED_DATE_UNKNOWN" {
		return false
	}
	if writtenBy(n, on) {
		return true
	}
	for _, property := range []string{"lastConfirmedOn", validity.From} {
		if day, known := n.Values[property].(civil.Date); known {
			return on.After(day)
		}
	}
	return true
}

// writtenBy says whether a record was last written on a day or before.
func writtenBy(n *Node, on civil.Date) bool { return doneBy(n.Values["updatedAt"], on) }

// doneBy says whether what was said at an instant had been said by the end of a day.
func doneBy(instant any, on civil.Date) bool {
	at, known := instant.(time.Time)
	return known && !registry.Today(at).After(on)
}
