package commands

import (
	"context"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// grant gives an account a role.
func grant(ctx context.Context, w *work) error {
	r, err := w.create("Grant", "grant")
	if err != nil {
		return err
	}
	r.Values["state"] = "ACTIVE"
	if r.Values["validFrom"] == nil {
		r.Values["validFrom"] = w.today()
	}
	if err := period(r.Values).Check(); err != nil {
		return fault.Within("validTo", err)
	}
	w.open(r.ID)
	if w.rights.Account != "" {
		r.Links["grantedBy"] = []string{w.rights.Account}
	}
	return w.mayGrant(ctx, registry.Role(w.input("role")), w.input("over"), "over")
}

// open has a record that the command enters be for coordinators and administrators: who may do what is no secret among them.
func (w *work) open(id string) {
	at := slices.IndexFunc(w.records, func(r ledger.Record) bool { return r.ID == id })
	w.records[at].Audience = registry.ForOrganisers
	w.hide(registry.ForOrganisers)
}

// mayGrant asks whether the actor may give or take a role over a network or an organisation, by its id.
func (w *work) mayGrant(ctx context.Context, role registry.Role, over, field string) error {
	if err := w.checkNeeded(ctx); err != nil {
		return err
	}
	if err := registry.CheckGrantOver(role, over, w.labels[over] == "Network"); err != nil {
		return fault.Within(field, err)
	}
	to, err := w.readBelonging(ctx, idsOf(over))
	if err != nil {
		return err
	}
	may := func(h registry.GrantedRole) bool { return registry.MayGrant(h, role, to[over].Belongs) }
	if slices.ContainsFunc(w.rights.GrantedRoles(), may) {
		return nil
	}
	return fault.New(fault.Forbidden, "you may not give or take this role. It is for %s.", whoMay(registry.GrantedBy(role), to[over])).In(field)
}

// idsOf gives a list of the id, empty for none.
func idsOf(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// endGrant ends a role at once.
func endGrant(ctx context.Context, w *work) error {
	r, current, err := w.amendStored(ctx, "Grant", "grant")
	if err != nil {
		return err
	}
	if current["state"] == "ENDED" {
		return fault.New(fault.Conflict, "this role has been ended already.").In("id")
	}
	rows, err := w.readRows(ctx, `
MATCH (grant:Record&Grant {id: $id})
OPTIONAL MATCH (grant)-[:OVER]->(over:Record)
RETURN {over: over.id, network: over:Network} AS row`, map[string]any{"id": r.ID})
	if err != nil {
		return err
	}
	over := stored.Text(rows[0]["over"])
	if rows[0]["network"] == true {
		w.labels[over] = "Network"
	}
	r.Values["state"] = "ENDED"
	if last := stored.Day(current["validTo"]); last == nil || w.today().Before(*last) {
		r.Values["validTo"] = w.today()
	}
	w.hide(registry.ForOrganisers)
	return w.mayGrant(ctx, registry.Role(stored.Text(current["role"])), over, "id")
}

// updateAccount corrects what is known of an account, suspends it or lets it be used again. Who may take all of its roles may do so.
func updateAccount(ctx context.Context, w *work) error {
	r, err := w.amend(ctx, "Account", "account")
	if err != nil {
		return err
	}
	w.hide(registry.ForOrganisers)
	if administers(w.rights.GrantedRoles()) {
		return nil
	}
	rows, err := w.readRows(ctx, `
MATCH (:Record&Account {id: $id})<-[:GRANTEE]-(grant:Grant {state: 'ACTIVE'})
OPTIONAL MATCH (grant)-[:OVER]->(over:Record)
RETURN {role: grant.role, over: over.id, network: over:Network} AS row
ORDER BY grant.id`, map[string]any{"id": r.ID})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return fault.New(fault.Forbidden, "You may not do this. It is for %s.", whoMay(ruled, belonging{}))
	}
	for _, row := range rows {
		over := stored.Text(row["over"])
		if row["network"] == true {
			w.labels[over] = "Network"
		}
		if err := w.mayGrant(ctx, registry.Role(stored.Text(row["role"])), over, "id"); err != nil {
			return err
		}
	}
	return nil
}

// administers says whether somebody is an administrator.
func administers(roles []registry.GrantedRole) bool {
	return slices.ContainsFunc(roles, func(h registry.GrantedRole) bool { return h.Role == registry.Administrator })
}
