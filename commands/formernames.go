package commands

import (
	"context"
	"fmt"
	"maps"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// kinds are the kinds of name that fields hold.
var kinds = map[string]string{"legalName": "LEGAL_NAME", "acronym": "ACRONYM", "name": "NAME"}

// isNameOf says whether a field of a type holds names of a kind.
func isNameOf(t *model.Type, kind string) bool {
	for field, holds := range kinds {
		if holds == kind && t.Field(field) != nil {
			return true
		}
	}
	return false
}

// keepNames keeps the names that a record had before, when it is given others: as former names with the days when they held, and among its
// aliases, so that they find it.
func (w *work) keepNames(ctx context.Context, r ledger.Record, fields ...string) error {
	current, err := w.storedProperties(ctx, r.ID)
	if err != nil {
		return err
	}
	former, err := w.storedFormerNames(ctx, r.ID)
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
		if err := w.replaced(r, kinds[field], was, former); err != nil {
			return err
		}
	}
	if !renamed && w.request.Input["renamedOn"] != nil {
		return fault.New(fault.BadInput, "no name is given in place of another one. Give the new name as well, or leave out the day.").In("renamedOn").Breaking(registry.RuleNameOrder)
	}
	if err := w.formerNames(r); err != nil {
		return err
	}
	for _, row := range former {
		before = append(before, stored.Text(row["name"]))
	}
	findByFormerNames(r, stored.Texts(current["aliases"]), before, after)
	return nil
}

// storedFormerNames reads the former names of a record.
func (w *work) storedFormerNames(ctx context.Context, id string) ([]map[string]any, error) {
	return w.readRows(ctx, `
MATCH (:Record {id: $id})-[:FORMERLY]->(n:FormerName)
RETURN {kind: n.kind, name: n.name, validFrom: n.validFrom, validTo: n.validTo} AS row
ORDER BY n.name`, map[string]any{"id": id})
}

// findByFormerNames has the names that a record went by before be among its aliases, by which it is found, whatever other names it is given.
func findByFormerNames(r ledger.Record, aliases, before, after []string) {
	for _, p := range r.Parts["formerNames"] {
		before = append(before, stored.Text(p.Values["name"]))
	}
	given, isGiven := r.Values["aliases"]
	if isGiven {
		aliases = stored.Texts(given)
	}
	if isGiven || len(r.Parts["formerNames"]) > 0 {
		r.Values["aliases"] = registry.FormerNames(aliases, before, after)
	}
}

// replaced drafts a name that is replaced as a former one, beside those that are stored.
func (w *work) replaced(r ledger.Record, kind, name string, former []map[string]any) error {
	on := stored.Day(w.request.Input["renamedOn"])
	if err := registry.CheckPast(on, w.today()); err != nil {
		return fault.Within("renamedOn", err)
	}
	var earlier []registry.Period
	for _, row := range former {
		if stored.Text(row["kind"]) == kind {
			earlier = append(earlier, period(row))
		}
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

// formerNames asks that the former names of a draft held on days that can be.
func (w *work) formerNames(r ledger.Record) error {
	for i, p := range r.Parts["formerNames"] {
		field, name := fmt.Sprintf("formerNames[%d]", i), stored.Text(p.Values["name"])
		if err := registry.CheckText(name, true, registry.MaxName); err != nil {
			return fault.Within(field+".name", err)
		}
		if kind := stored.Text(p.Values["kind"]); !isNameOf(w.model.Type(r.Type), kind) {
			return fault.New(fault.BadInput, "No %s has a name of the kind %s: an organisation has a LEGAL_NAME, a network a NAME and an ACRONYM.", r.Type, kind).In(field + ".kind")
		}
		if err := period(p.Values).Check(); err != nil {
			return fault.Within(field+".validTo", err)
		}
		if err := registry.CheckPast(stored.Day(p.Values["validTo"]), w.today()); err != nil {
			return fault.Within(field+".validTo", err)
		}
	}
	return nil
}
