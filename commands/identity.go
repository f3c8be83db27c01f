package commands

import (
	"context"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// judgeIdentity records what two organisations are to each other, in place of what was judged of them before. Two that are one become one.
func judgeIdentity(ctx context.Context, w *work) error {
	return w.judge(ctx, "Organisation", "organisation")
}

// judgeNetworkIdentity does the same of two networks.
func judgeNetworkIdentity(ctx context.Context, w *work) error {
	return w.judge(ctx, "Network", "network")
}

// judge records what two records of a type are to each other. The input names the one by the field, the other as other.
func (w *work) judge(ctx context.Context, typeName, field string) error {
	one, other := w.input(field), w.input("other")
	for _, named := range []struct{ field, version string }{{field, "expectedVersion"}, {"other", "expectedOtherVersion"}} {
		w.mustExist(named.field, w.input(named.field), typeName)
		if err := w.checkVersion(ctx, named.version, w.input(named.field)); err != nil {
			return err
		}
	}
	if err := registry.CheckJudged(one, other); err != nil {
		return fault.Within("other", err)
	}
	judgement, err := w.judgement(ctx, one, other)
	if err != nil {
		return err
	}
	w.records = append(w.records, judgement)
	w.results["judgement"], w.results[field] = judgement.ID, one
	if w.input("verdict") == "SAME" {
		w.then = func(ctx context.Context) error { return w.merge(ctx, one, other) }
	}
	return nil
}

// judgement drafts the judgement on two records: the one that there is, or a new one. Who may see it may see both.
func (w *work) judgement(ctx context.Context, one, other string) (ledger.Record, error) {
	rows, err := w.readRows(ctx, `
MATCH (a:Record {id: $one})
MATCH (b:Record {id: $other})
RETURN {audiences: [a.audience, b.audience],
  numbers: [o IN [a, b] | [(o)-[:HAS_IDENTIFIER]->(i:Identifier) | [i.scheme, i.value]]],
  held: head([(a)<-[:JUDGED|JUDGED_AGAINST]-(j:IdentityJudgement)-[:JUDGED|JUDGED_AGAINST]->(b) | j.id])} AS row`, map[string]any{"one": one, "other": other})
	if err != nil {
		return ledger.Record{}, err
	}
	values, err := w.judged(rows[0]["numbers"])
	if err != nil {
		return ledger.Record{}, err
	}
	r, err := w.draftRecord("IdentityJudgement", w.newID(), values)
	if err != nil {
		return r, err
	}
	r.Links = map[string][]string{"organisation": {one}, "other": {other}}
	both, _ := rows[0]["audiences"].([]any)
	if r.Audience, err = w.audienceOf(ctx, both...); err != nil {
		return r, err
	}
	if !w.rights.Sees(r.Audience) {
		return r, fault.New(fault.Conflict, "The two are for members of different networks, so that nobody could see both as one. Make one of them open to both networks first.").At("other")
	}
	w.hide(r.Audience)
	if current := stored.Text(rows[0]["held"]); current != "" {
		r.ID = current
	}
	return r, nil
}

// judged gives what the input says of two, whose numbers these are. That a register has given each of them a number of its own speaks
// against their being one: who says so even so says why.
func (w *work) judged(numbers any) (map[string]any, error) {
	values := map[string]any{"verdict": w.input("verdict"), "reason": w.request.Input["reason"]}
	evenSo, _ := w.request.Input["evenSo"].(map[string]any)
	if w.input("verdict") != "SAME" {
		return values, nil
	}
	pair, _ := numbers.([]any)
	if err := registry.CheckOneNumber(identifiersOf(pair[0]), identifiersOf(pair[1])); err != nil && evenSo == nil {
		return nil, fault.Within("verdict", err)
	}
	values["evenSo"] = evenSo["reason"]
	return values, nil
}

// identifiersOf reads pairs of scheme and value.
func identifiersOf(pairs any) []registry.Identifier {
	lists := stored.Lists(pairs)
	all := make([]registry.Identifier, len(lists))
	for i, pair := range lists {
		all[i] = registry.Identifier{Scheme: registry.Scheme(stored.Text(pair[0])), Value: stored.Text(pair[1])}
	}
	return all
}

func (w *work) merge(ctx context.Context, kept, merged string) error {
	changes, err := w.page.Merge(ctx, kept, merged, w.groundOfRequest())
	if err != nil {
		return w.refused(err, "other")
	}
	w.changed(changes)
	return nil
}

// groundOfRequest says who asks for what on which ground.
func (w *work) groundOfRequest() ledger.Ground {
	g := ledger.Ground{Action: w.request.Name, Source: w.source, Visible: w.rights.Visible}
	if w.rights.Account == "" {
		g.Actor = w.request.Actor
	} else {
		g.Account, g.By = w.rights.Account, w.by
	}
	return g
}

// revertChange takes back a change, once its own ground is recorded.
func revertChange(ctx context.Context, w *work) error {
	id := w.input("id")
	w.mustExist("id", id, "Change")
	rows, err := w.readRows(ctx, `
MATCH (:Record&Change {id: $id})-[:CHANGED]->(subject:Record)
RETURN {subject: subject.id, audience: subject.audience} AS row`, map[string]any{"id": id})
	if err != nil {
		return err
	}
	subject := stored.Text(rows[0]["subject"])
	if err := w.checkVersion(ctx, "expectedVersion", subject); err != nil {
		return err
	}
	if err := w.hideAs(ctx, rows[0]["audience"]); err != nil {
		return err
	}
	w.results["reverted"], w.results["subject"] = id, subject
	w.then = func(ctx context.Context) error {
		done, err := w.page.Revert(ctx, id, w.groundOfRequest())
		if err != nil {
			return w.refused(err, "id")
		}
		w.changed(done.Changes)
		return nil
	}
	return nil
}

// revertCommand takes back all that a command did, once its own ground is recorded. Whoever sees none of it does not know of it.
func revertCommand(ctx context.Context, w *work) error {
	id := w.input("command")
	rows, err := w.readRows(ctx, `
MATCH (c:Change {command: $command})-[:CHANGED]->(subject:Record)
WITH c, subject
ORDER BY c.position
RETURN {id: c.id, audience: subject.audience} AS row`, map[string]any{"command": id})
	if err != nil {
		return err
	}
	changes := make([]string, len(rows))
	sought := make([]Sought, len(rows))
	audiences := make([]any, len(rows))
	for i, row := range rows {
		changes[i] = stored.Text(row["id"])
		sought[i] = Sought{changes[i], []string{"Change"}}
		audiences[i] = row["audience"]
	}
	if there, err := w.exists(ctx, sought...); err != nil {
		return err
	} else if !there {
		return fault.New(fault.NotFound, "there is no command with the id %q. Change.command tells it.", id).In("command")
	}
	if err := w.hideAs(ctx, audiences...); err != nil {
		return err
	}
	w.results["reverted"] = changes
	w.then = func(ctx context.Context) error {
		done, err := w.page.RevertCommand(ctx, id, w.groundOfRequest())
		if err != nil {
			return w.refused(err, "command")
		}
		w.results["left"] = done.Left
		w.changed(done.Changes)
		return nil
	}
	return nil
}
