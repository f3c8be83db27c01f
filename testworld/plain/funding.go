package plain

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"cloud.google.com/go/civil"
)

// openCondition is true when a condition of an award is open, and nothing when that is not known of one and none is.
func openCondition(r *Reader, n *Node, _ map[string]any, _ civil.Date) any { return r.open([]*Node{n}) }

// openConditionOfAwards is the same of all awards of a project.
func openConditionOfAwards(r *Reader, n *Node, _ map[string]any, _ civil.Date) any {
	awards := r.related(n, r.Model.Type(n.Type).Field("awards"))
	return r.open(slices.DeleteFunc(awards, func(award *Node) bool { return !r.Exists(award) }))
}

func (r *Reader) open(awards []*Node) any {
	statuses := map[any]bool{}
	for _, award := range awards {
		for _, condition := range r.related(award, r.Model.Type("Award").Field("conditions")) {
			if r.Exists(condition) {
				statuses[condition.Values["status"]] = true
			}
		}
	}
	switch {
	case statuses["OPEN"]:
		return true
	case statuses["UNKNOWN"]:
		return nil
	}
	return false
}

// gathered gives the rows of the statements that fields of records gather.
var gathered = map[string]func(r *Reader, n *Node, asOf civil.Date) []any{"disbursement": disbursement, "recorder": recorder, "changedFields": changedFields}

// recorder says who recorded a change; drawn ones were recorded by no role.
func recorder(r *Reader, n *Node, _ civil.Date) []any {
	row := map[string]any{"name": n.Values["actor"], "role": nil, "over": nil}
	for _, account := range r.related(n, r.Model.Type(n.Type).Field("account")) {
		if r.Exists(account) {
			row["name"] = account.Values["name"]
		}
	}
	return []any{row}
}

// changedFields is what a change says of fields, and of each record that is named in it whether it exists.
func changedFields(r *Reader, n *Node, _ civil.Date) []any {
	row := map[string]any{"fields": []any{}}
	for _, subject := range r.related(n, r.Model.Type(n.Type).Field("subject")) {
		row["label"] = r.Model.Type(subject.Type).Label
		if was := subject.Values["was"]; was != nil {
			row["label"] = was
		}
	}
	named := []any{}
	texts, _ := n.Values["fields"].([]string)
	for _, text := range texts {
		row["fields"] = append(row["fields"].([]any), text)
		for _, other := range r.Graph.Nodes {
			if id, isRecord := other.Values["id"].(string); isRecord && strings.Contains(text, id) {
				named = append(named, []any{id, r.Exists(other)})
			}
		}
	}
	row["named"] = named
	return []any{row}
}

// disbursement is what is known on a day of the payments of an award, and whether it stood by then as it stands now.
func disbursement(r *Reader, n *Node, asOf civil.Date) []any {
	made := func(p *Node) any {
		if day, known := p.Values["paidOn"].(civil.Date); known {
			return !day.After(asOf)
		}
		if doneBy(p.Values["createdAt"], asOf) {
			return true
		}
		return nil
	}
	related := slices.Clone(r.related(n, r.Model.Type("Award").Field("payments")))
	slices.SortFunc(related, func(a, b *Node) int { return cmp.Compare(a.Values["id"].(string), b.Values["id"].(string)) })
	payments := []any{}
	for _, p := range related {
		if r.Exists(p) {
			payments = append(payments, map[string]any{"type": p.Values["type"], "units": p.Values["amountMinorUnits"], "currency": p.Values["amountCurrency"], "made": made(p)})
		}
	}
	at, _ := n.Values["updatedAt"].(time.Time)
	return []any{map[string]any{"stood": doneBy(at, asOf), "payments": payments}}
}

// GrantedAward is what sums of awards tell an award apart by; what is not known is "" or 0.
type GrantedAward struct {
	Currency, Funder string
	Year             int
}

// Awards gives all awards that exist for the viewer.
func (r *Reader) Awards() []GrantedAward {
	t := r.Model.Type("Award")
	var awards []GrantedAward
	for _, n := range r.ofType(r.Graph.Nodes, "Award") {
		if !r.Exists(n) {
			continue
		}
		var a GrantedAward
		if n.Values["capMinorUnits"] != nil {
			a.Currency, _ = n.Values["capCurrency"].(string)
		}
		for _, payer := range r.related(n, t.Field("funder")) {
			if r.Exists(payer) {
				a.Funder, _ = payer.Values["id"].(string)
			}
		}
		for _, decision := range r.related(n, t.Field("decision")) {
			if day, known := decision.Values["decidedOn"].(civil.Date); known && r.Exists(decision) {
				a.Year = day.Year
			}
		}
		awards = append(awards, a)
	}
	return awards
}
