package commands

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// kinds are the kinds of name that fields hold.
var kinds = map[string]string{"legalName": "LEGAL_NAME", "acronym": "ACRONYM", "name": "NAME"}

// keepNames keeps the names that a record had before, when it is given others: among its aliases, so that they find it, and as former names
// with the days when they held.
func (w *work) keepNames(ctx context.Context, r ledger.Record, fields ...string) error {
	current, err := w.storedProperties(ctx, r.ID)
	if err != nil {
		return err
	}
	var before, after []string
	renamed := false
	for _, field := range fields {
		was := stored.Text(current[field])
		is := was
		if given, ok := r.Values[field]; ok {
			is = stored.Text(given)
		}
		before, after = append(before, was), append(after, is)
		if was == is || was == "" {
			continue
		}
		renamed = true
		if err := w.replaced(ctx, r, kinds[field], was); err != nil {
			return err
		}
	}
	if !renamed && w.request.Input["renamedOn"] != nil {
		return fault.New(fault.BadInput, "no name is given in place of another one. Give the new name as well, or leave out the day.").In("renamedOn").Breaking(registry.RuleNameOrder)
	}
	aliases, given := r.Values["aliases"]
	if !given {
		aliases = current["aliases"]
	}
	if names := registry.FormerNames(stored.Texts(aliases), before, after); renamed || given {
		r.Values["aliases"] = names
	}
	return w.formerNames(r, stored.Texts(current["aliases"]))
}

// replaced drafts a name that is replaced as a former one.
func (w *work) replaced(ctx context.Context, r ledger.Record, kind, name string) error {
	on := stored.Day(w.request.Input["renamedOn"])
	if err := registry.CheckPast(on, w.today()); err != nil {
		return fault.Within("renamedOn", err)
	}
	rows, err := w.readRows(ctx, `
MATCH (:Record {id: $id})-[:FORMERLY]->(n:FormerName {kind: $kind})
RETURN {validFrom: n.validFrom, validTo: n.validTo} AS row`, map[string]any{"id": r.ID, "kind": kind})
	if err != nil {
		return err
	}
	var earlier []registry.Period
	for _, row := range rows {
		earlier = append(earlier, period(row))
	}
	until, err := registry.NamePeriod(earlier, on)
	if err != nil {
		return fault.Within("renamedOn", err)
	}
	key := map[string]any{"kind": kind, "name": name}
	values := maps.Clone(key)
	if until.From != nil {
		key["validFrom"], values["validFrom"] = *until.From, *until.From
	}
	if until.To != nil {
		values["validTo"] = *until.To
	}
	r.Parts["formerNames"] = append(r.Parts["formerNames"], ledger.Part{Key: key, Values: values})
	return nil
}

// formerNames asks that the former names of a draft held on days that can be, and has them be among the aliases: they find it too.
func (w *work) formerNames(r ledger.Record, aliases []string) error {
	if drafted, given := r.Values["aliases"]; given {
		aliases = stored.Texts(drafted)
	}
	for i, p := range r.Parts["formerNames"] {
		field, name := fmt.Sprintf("formerNames[%d]", i), stored.Text(p.Values["name"])
		if err := registry.CheckText(name, true, registry.MaxName); err != nil {
			return fault.Within(field+".name", err)
		}
		if err := period(p.Values).Check(); err != nil {
			return fault.Within(field+".validTo", err)
		}
		if err := registry.CheckPast(stored.Day(p.Values["validTo"]), w.today()); err != nil {
			return fault.Within(field+".validTo", err)
		}
		if !slices.Contains(aliases, name) {
			aliases = append(slices.Clip(aliases), name)
			r.Values["aliases"] = aliases
		}
	}
	return nil
}
