package commands

import (
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

// membership asks of a membership that the network takes members. That its days can be, and that the member is in it once at a time, the guard asks.
func (w *work) membership(ctx context.Context, s wholeRecord) error {
	network, member := s.singleLink("network"), s.singleLink("member")
	if err := registry.CheckMember(network, member); err != nil {
		return fault.Within("member", err)
	}
	if s.leadsElsewhere("network") {
		if err := w.openToMembers(ctx, network); err != nil {
			return err
		}
	}
	return w.restates(s)
}

// openToMembers asks that a network takes members.
func (w *work) openToMembers(ctx context.Context, network string) error {
	rows, err := w.readRows(ctx, `
MATCH (n:Record&Network {id: $network})
RETURN {lifecycle: n.lifecycle} AS row`, map[string]any{"network": network})
	if err != nil {
		return err
	}
	return fault.Within("network", registry.CheckOpenToMembers(stored.Text(rows[0]["lifecycle"])))
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
	w.about["state"], w.about["lastConfirmedOn"] = "validTo", "validTo" // all that is told of its end is its last day
	stood := registry.RelationState(stored.Text(current["state"]))
	end := registry.EndRelation(stood, stored.Day(current["validTo"]), stored.Day(r.Values["validTo"]), w.today())
	if end.State == registry.Ended && stood != registry.Ended {
		r.Values["stateBeforeEnd"] = string(stood)
	}
	r.Values["state"], r.Values["endStatus"], r.Values["validTo"] = string(end.State), string(end.Status), orNil(end.Last)
	return nil
}
