package commands

import (
	"context"

	"partnernet/ledger"
	"partnernet/registry"
)

// judgeIdentity records what two organisations are to each other, in place of what was judged of them before. Two that are one become one.
func judgeIdentity(ctx context.Context, w *work) error {
	one, other := w.input("organisation"), w.input("other")
	for field, version := range map[string]string{"organisation": "expectedVersion", "other": "expectedOtherVersion"} {
		w.mustExist("input."+field, w.input(field), "Organisation")
		if err := w.version(ctx, version, w.input(field)); err != nil {
			return err
		}
	}
	if err := registry.CheckJudged(one, other); err != nil {
		return within("other", err)
	}
	judgement, err := w.judgement(ctx, one, other)
	if err != nil {
		return err
	}
	w.records = append(w.records, judgement)
	w.results["judgement"], w.results["organisation"] = judgement.ID, one
	if w.input("verdict") == "SAME" {
		w.then = func(ctx context.Context) error { return w.merge(ctx, one, other) }
	}
	return nil
}

// judgement drafts the judgement on two organisations: the one that there is, or a new one. Who may see it may see both.
func (w *work) judgement(ctx context.Context, one, other string) (ledger.Record, error) {
	rows, err := w.read(ctx, `
MATCH (a:Record&Organisation {id: $one})
MATCH (b:Record&Organisation {id: $other})
RETURN {one: a.sensitivity, other: b.sensitivity,
  held: head([(a)<-[:JUDGED|JUDGED_AGAINST]-(j:IdentityJudgement)-[:JUDGED|JUDGED_AGAINST]->(b) | j.id])} AS row`, map[string]any{"one": one, "other": other})
	if err != nil {
		return ledger.Record{}, err
	}
	r, err := w.record("IdentityJudgement", w.newID(), map[string]any{"verdict": w.input("verdict"), "reason": w.request.Input["reason"]})
	if err != nil {
		return r, err
	}
	r.Links = map[string][]string{"organisation": {one}, "other": {other}}
	r.Sensitivity = ledger.Stricter(textOf(rows[0]["one"]), textOf(rows[0]["other"]))
	for i := range w.records { // the ground
		if w.records[i].Sensitivity == "" {
			w.records[i].Sensitivity = r.Sensitivity
		}
	}
	if held := textOf(rows[0]["held"]); held != "" {
		r.ID = held
		r.Links = nil
	}
	return r, nil
}

func (w *work) merge(ctx context.Context, kept, merged string) error {
	changes, subjects, err := w.page.Merge(ctx, kept, merged, w.asked())
	if err != nil {
		return err
	}
	w.changed(changes)
	return w.sound(ctx, "other", subjects)
}

// asked says who asks for what on which ground.
func (w *work) asked() ledger.Ground {
	return ledger.Ground{Actor: w.request.Actor, Action: w.request.Name, Source: w.source, Visible: w.request.Visible}
}

// revertChange takes back a change, once its own ground is recorded.
func revertChange(ctx context.Context, w *work) error {
	id := w.input("id")
	w.mustExist("input.id", id, "Change")
	rows, err := w.read(ctx, `
MATCH (:Record&Change {id: $id})-[:CHANGED]->(subject:Record)
RETURN {subject: subject.id, sensitivity: subject.sensitivity} AS row`, map[string]any{"id": id})
	if err != nil {
		return err
	}
	subject := textOf(rows[0]["subject"])
	if err := w.version(ctx, "expectedVersion", subject); err != nil {
		return err
	}
	for i := range w.records { // the ground
		if w.records[i].Sensitivity == "" {
			w.records[i].Sensitivity = textOf(rows[0]["sensitivity"])
		}
	}
	w.results["reverted"], w.results["subject"] = id, subject
	w.then = func(ctx context.Context) error {
		changes, subjects, err := w.page.Revert(ctx, id, w.asked())
		if err != nil {
			return within("id", err)
		}
		w.changed(changes)
		return w.sound(ctx, "id", subjects)
	}
	return nil
}
