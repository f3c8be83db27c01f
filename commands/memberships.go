package commands

import (
	"cmp"
	"context"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

func admitMember(ctx context.Context, w *work) error {
	r, err := w.create("Membership", "membership")
	if err != nil {
		return err
	}
	return w.membership(ctx, entered(r))
}

func updateMembership(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Membership", "membership")
	if err != nil {
		return err
	}
	return w.membership(ctx, s)
}

// membership asks the rules of a membership: that its days can be, and that the member is in the network once at a time.
func (w *work) membership(ctx context.Context, s wholeRecord) error {
	network, member := s.singleLink("network"), s.singleLink("member")
	if err := registry.CheckMember(network, member); err != nil {
		return fault.Within("member", err)
	}
	if err := w.checkPeriod(s); err != nil {
		return err
	}
	lifecycle, beside, err := w.membershipsOf(ctx, network, member, s.ID)
	if err != nil {
		return err
	}
	if s.leadsElsewhere("network") {
		if err := registry.CheckOpenToMembers(lifecycle); err != nil {
			return fault.Within("network", err)
		}
	}
	if err := cmp.Or(w.draftEnd(s), w.rests(s)); err != nil {
		return err
	}
	return fault.Within("validFrom", registry.CheckAdmission(period(s.values), beside))
}

// membershipsOf reads how far a network has come, and when the member has been or is in it by other memberships than one: from the member, who
// is in few networks.
func (w *work) membershipsOf(ctx context.Context, network, member, beside string) (string, []registry.Period, error) {
	rows, err := w.readRows(ctx, `
MATCH (n:Record&Network {id: $network})
RETURN {lifecycle: n.lifecycle, periods: COLLECT {
  MATCH (:Record {id: $member})<-[:MEMBER]-(m:Membership)
  WHERE EXISTS { (m)-[:IN_NETWORK]->(n) }
    AND m.id <> $beside
    AND (m.state <> 'ENDED' OR m.validTo IS NOT NULL)
  RETURN {validFrom: m.validFrom, validTo: m.validTo}
}} AS row`, map[string]any{"network": network, "member": member, "beside": beside})
	if err != nil {
		return "", nil, err
	}
	var periods []registry.Period
	existing, _ := rows[0]["periods"].([]any)
	for _, p := range existing {
		days, _ := p.(map[string]any)
		periods = append(periods, period(days))
	}
	return stored.Text(rows[0]["lifecycle"]), periods, nil
}

func endMembership(ctx context.Context, w *work) error {
	return w.endRelation(ctx, "Membership", "membership")
}

// endRelation ends a relation on the day that the input gives, or on one that nobody knows.
func (w *work) endRelation(ctx context.Context, typeName, result string) error {
	r, current, err := w.amendStored(ctx, typeName, result)
	if err != nil {
		return err
	}
	last := stored.Day(r.Values["validTo"])
	if err := (registry.Period{From: stored.Day(current["validFrom"]), To: last}).Check(); err != nil {
		return fault.Within("validTo", err)
	}
	stood := registry.RelationState(stored.Text(current["state"]))
	end := registry.EndRelation(stood, stored.Day(current["validTo"]), last, w.today())
	if end.State == registry.Ended && stood != registry.Ended {
		r.Values["stateBeforeEnd"] = string(stood)
	}
	r.Values["state"], r.Values["endStatus"], r.Values["validTo"] = string(end.State), string(end.Status), orNil(end.Last)
	return nil
}
