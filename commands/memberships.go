package commands

import (
	"context"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/registry"
)

func admitMember(ctx context.Context, w *work) error {
	r, err := w.create(ctx, "Membership", "membership")
	if err != nil {
		return err
	}
	period := registry.Period{From: day(r.Values["validFrom"]), To: day(r.Values["validTo"])}
	if err := period.Check(); err != nil {
		return within("validTo", err)
	}
	lifecycle, held, err := w.membershipsOf(ctx, r.Links["network"][0], r.Links["member"][0])
	if err != nil {
		return err
	}
	if err := registry.CheckOpenToMembers(lifecycle); err != nil {
		return within("network", err)
	}
	return within("validFrom", registry.CheckAdmission(period, held))
}

// membershipsOf reads how far a network has come, and when the member has been or is in it.
func (w *work) membershipsOf(ctx context.Context, network, member string) (string, []registry.Period, error) {
	rows, err := w.page.Run(ctx, `
MATCH (n:Network {id: $network})
RETURN n.lifecycle AS lifecycle, COLLECT {
  MATCH (n)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(:Record {id: $member})
  WHERE m.state <> 'ENDED' OR m.validTo IS NOT NULL
  RETURN [m.validFrom, m.validTo]
} AS periods`, map[string]any{"network": network, "member": member})
	if err != nil {
		return "", nil, err
	}
	lifecycle, _ := rows[0]["lifecycle"].(string)
	var periods []registry.Period
	held, _ := rows[0]["periods"].([]any)
	for _, p := range held {
		pair, _ := p.([]any)
		periods = append(periods, registry.Period{From: day(pair[0]), To: day(pair[1])})
	}
	return lifecycle, periods, nil
}

func endMembership(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Membership", "membership")
	if err != nil {
		return err
	}
	rows, err := w.page.Run(ctx, "MATCH (m:Membership {id: $id})\nRETURN m.validFrom AS validFrom", map[string]any{"id": r.ID})
	if err != nil {
		return err
	}
	period := registry.Period{From: day(rows[0]["validFrom"]), To: day(r.Values["validTo"])}
	r.Values["state"], r.Values["endStatus"] = "ENDED", "KNOWN"
	if period.To == nil {
		r.Values["endStatus"] = "ENDED_DATE_UNKNOWN"
	}
	return within("validTo", period.Check())
}

// day gives a stored date as a day, nil when there is none.
func day(v any) *registry.Date {
	stored, known := v.(dbtype.Date)
	if !known {
		return nil
	}
	d := civil.DateOf(time.Time(stored))
	return &d
}
