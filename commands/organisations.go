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

func registerOrganisation(ctx context.Context, w *work) error {
	r, err := w.create("Organisation", "organisation")
	if err != nil {
		return err
	}
	if err := checkNamed(r); err != nil {
		return err
	}
	if err := w.formerNames(r); err != nil {
		return err
	}
	findByFormerNames(r, nil, nil, nil)
	if err := w.seat(ctx, r); err != nil {
		return err
	}
	return w.identifiers(ctx, r)
}

func updateOrganisation(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Organisation", "organisation")
	if err != nil {
		return err
	}
	if err := checkNamed(r); err != nil {
		return err
	}
	if err := w.keepNames(ctx, r, "legalName"); err != nil {
		return err
	}
	if err := w.checkSeatKept(); err != nil {
		return err
	}
	if err := w.seat(ctx, r); err != nil {
		return err
	}
	return w.identifiers(ctx, r)
}

// checkNamed asks that the name that an input gives an organisation, if it gives one, is one.
func checkNamed(r ledger.Record) error {
	name, given := r.Values["legalName"].(string)
	if !given {
		return nil
	}
	return fault.Within("legalName", registry.CheckNamed(name))
}

// checkSeatKept refuses to empty a part of a place: a place is told anew as a whole.
func (w *work) checkSeatKept() error {
	location, _ := w.request.Input["location"].(map[string]any)
	for _, field := range slices.Sorted(maps.Keys(location)) {
		if location[field] == nil {
			return fault.New(fault.BadInput, "A part of a place cannot be emptied by itself. Give location as null, and then what is known of it.").In(fault.Join("location", field))
		}
	}
	return nil
}

// seat has the place of an organisation lie in the area that the input refers to.
func (w *work) seat(ctx context.Context, r ledger.Record) error {
	location, _ := w.request.Input["location"].(map[string]any)
	area, given := location["nuts"].(map[string]any)
	if !given {
		return nil
	}
	id, err := w.referred(ctx, r, "Area", "location.nuts", area)
	r.Parts["location"][0].Links["nuts"] = []string{id}
	return err
}

// identifiers brings the numbers of an organisation to their one form, and asks that no other organisation has them, among those that the actor may see.
func (w *work) identifiers(ctx context.Context, r ledger.Record) error {
	for i, p := range r.Parts["identifiers"] {
		field := fmt.Sprintf("identifiers[%d]", i)
		id, err := registry.ParseIdentifier(registry.Scheme(fmt.Sprint(p.Values["scheme"])), fmt.Sprint(p.Values["value"]))
		if err != nil {
			return fault.Within(field, err)
		}
		p.Values["value"], p.Key["value"] = id.Value, id.Value
		rows, err := w.readRows(ctx, `
MATCH (o:Organisation)-[:HAS_IDENTIFIER]->(:Identifier {scheme: $scheme, value: $value})
WHERE o.id <> $id
  AND o`+stored.Visible+`
RETURN {name: o.legalName} AS row`,
			map[string]any{"scheme": string(id.Scheme), "value": id.Value, "id": r.ID, "visible": w.rights.Visible})
		if err != nil {
			return err
		}
		if len(rows) > 0 {
			return numberTaken(field, id, stored.Text(rows[0]["name"]))
		}
	}
	return nil
}

func numberTaken(field string, id registry.Identifier, owner string) error {
	return fault.New(fault.Conflict, "%s belongs to %s. Update that organisation instead, or correct the number.", id.Display(), owner).In(field).Breaking(registry.RuleUnique)
}
