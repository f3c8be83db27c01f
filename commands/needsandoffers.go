package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// This file is what needs and offers have in common: what they are about, and how they begin, go on and end.

// draftOpening drafts a new need or offer as open, about its theme, with the days on which it holds.
func (w *work) draftOpening(ctx context.Context, r ledger.Record) error {
	if err := w.theme(ctx, r, "theme"); err != nil {
		return err
	}
	_, given := r.Values["expiresOn"]
	_, reasoned := r.Unknown["expiresOn"]
	p := registry.Holding(holding(r.Values), !given && !reasoned, w.today())
	r.Values["state"], r.Values["validFrom"] = string(registry.StandingOpen), *p.From
	if p.To != nil {
		r.Values["expiresOn"] = *p.To
	}
	return fault.Within("expiresOn", p.Check())
}

// draftCorrection drafts what is known better of a need or an offer.
func (w *work) draftCorrection(ctx context.Context, r ledger.Record) error {
	if err := w.theme(ctx, r, "theme"); err != nil {
		return err
	}
	values, err := w.valuesAfter(ctx, r)
	if err != nil {
		return err
	}
	return fault.Within("validFrom", holding(values).Check())
}

// close drafts that a need or an offer is closed. That it holds no longer is told by its last day alone.
func (w *work) close(ctx context.Context, typeName, result string) error {
	r, current, err := w.amendStored(ctx, typeName, result)
	if err != nil {
		return err
	}
	on, outcome := w.dayOr("on", w.today()), registry.Standing(w.input("outcome"))
	if err := registry.CheckClosing(registry.Standing(stored.Text(current["state"])), holding(current), on, w.today()); err != nil {
		return fault.Within("on", err)
	}
	if outcome == registry.StandingExpired {
		last := on.AddDays(-1)
		r.Values["expiresOn"] = last
		return fault.Within("on", registry.CheckLapse(holding(current), last))
	}
	r.Values["state"], r.Values["stateSince"] = string(outcome), on
	return nil
}

// renew drafts that a need or an offer holds until a later day.
func (w *work) renew(ctx context.Context, typeName, result string) error {
	_, current, err := w.amendStored(ctx, typeName, result)
	if err != nil {
		return err
	}
	state, until := registry.Standing(stored.Text(current["state"])), *stored.Day(w.request.Input["expiresOn"])
	return fault.Within("expiresOn", registry.CheckRenewal(state, stored.Day(current["expiresOn"]), until, w.today()))
}

// theme finds the theme that an input field names, and has the drafted record lead to it. The field is that of the record.
func (w *work) theme(ctx context.Context, r ledger.Record, field string) error {
	given, ok := w.request.Input[field].(map[string]any)
	if !ok {
		return nil
	}
	if id, byID := given["id"].(string); byID {
		w.mustExist(field+".id", id, "Theme")
		r.Links[field] = []string{id}
		return nil
	}
	rows, err := w.readRows(ctx, `
MATCH (t:Theme {code: $code})
WHERE t`+stored.Visible+`
RETURN {id: t.id} AS row`, map[string]any{"code": given["code"], "visible": w.rights.Visible})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		at := field + ".code"
		return fault.New(fault.NotFound, "there is no theme %q. The query themes lists what there is; registerTheme adds another.", given["code"]).In(at)
	}
	r.Links[field] = []string{stored.Text(rows[0]["id"])}
	return nil
}

// holding gives the days on which a need or an offer with these values holds.
func holding(values map[string]any) registry.Period {
	return registry.Period{From: stored.Day(values["validFrom"]), To: stored.Day(values["expiresOn"])}
}

// dayOr gives a day of the input, another one when it is not given.
func (w *work) dayOr(field string, otherwise registry.Date) registry.Date {
	if given := stored.Day(w.request.Input[field]); given != nil {
		return *given
	}
	return otherwise
}
