package plain

import (
	"slices"

	"cloud.google.com/go/civil"
)

// Exists says whether a node exists for the viewer: they may see it, and all that it cannot be without exists for them.
func (r *Reader) Exists(n *Node) bool {
	t := r.Model.Type(n.Type)
	sensitivity, _ := n.Values["sensitivity"].(string)
	if t.Record && !slices.Contains(r.Visible, sensitivity) {
		return false
	}
	for _, f := range t.Required() {
		if !slices.ContainsFunc(r.related(n, f), r.Exists) {
			return false
		}
	}
	return true
}

// inForce says whether a record holds on a day. Days that are unknown do not exclude it; an end that is known to have come, on a day
// that is not, does.
func (r *Reader) inForce(n *Node, on civil.Date) bool {
	validity := r.Model.Type(n.Type).Validity
	if validity == nil {
		return true
	}
	from, hasFrom := n.Values[validity.From].(civil.Date)
	to, hasTo := n.Values[validity.To].(civil.Date)
	return !(hasFrom && on.Before(from)) && !(hasTo && on.After(to)) && n.Values["endStatus"] != "ENDED_DATE_UNKNOWN"
}
