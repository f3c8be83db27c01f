package commands

import (
	"context"
	"maps"
	"slices"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

func recordSuccession(ctx context.Context, w *work) error {
	r, err := w.create("Succession", "succession")
	if err != nil {
		return err
	}
	joined, err := w.joined(ctx, slices.Concat(r.Links["predecessors"], r.Links["successors"]))
	if err != nil {
		return err
	}
	if err := w.seenByAll(ctx, r, joined); err != nil {
		return err
	}
	for _, id := range r.Links["predecessors"] {
		w.becomesNoMore(id, joined, registry.SuccessionKind(stored.Text(r.Values["kind"])))
	}
	return nil
}

// updateSuccession corrects a succession, and with it where its predecessors stand: one that ended by it alone is again what it was before.
func updateSuccession(ctx context.Context, w *work) error {
	s, err := w.correct(ctx, "Succession", "succession")
	if err != nil {
		return err
	}
	was, is := registry.SuccessionKind(stored.Text(s.current["kind"])), registry.SuccessionKind(stored.Text(s.values["kind"]))
	joined, err := w.joined(ctx, slices.Concat(s.led["predecessors"], s.leads["predecessors"]))
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(joined)) {
		before, ours, err := w.beforeSuccession(ctx, id, joined)
		if err != nil {
			return err
		}
		led, leads := slices.Contains(s.led["predecessors"], id), slices.Contains(s.leads["predecessors"], id)
		switch {
		case leads && !led, leads && was != is && ours:
			w.becomesNoMore(id, joined, is)
		case !leads && ours:
			w.becomes(id, joined, before)
		}
	}
	return nil
}

// joined reads the types of what a succession joins, and who may see it, by their ids.
func (w *work) joined(ctx context.Context, ids []string) (map[string]map[string]any, error) {
	rows, err := w.readRows(ctx, `
MATCH (body:Record&(Organisation|Network))
WHERE body.id IN $ids
RETURN {id: body.id, audience: body.audience, network: body:Network} AS row`, map[string]any{"ids": ids})
	all := map[string]map[string]any{}
	for _, row := range rows {
		all[stored.Text(row["id"])] = row
	}
	return all, err
}

// seenByAll has a succession, and its ground, be seen by those who may see all that it joins, unless the input says by whom.
func (w *work) seenByAll(ctx context.Context, r ledger.Record, joined map[string]map[string]any) error {
	if r.Audience != "" {
		w.hide(r.Audience)
		return nil
	}
	var audiences []any
	for _, row := range joined {
		audiences = append(audiences, row["audience"])
	}
	return w.hideAs(ctx, audiences...)
}

// beforeSuccession gives where a body stood before it was recorded that it is no more; it is not ours where that was told in another way since.
func (w *work) beforeSuccession(ctx context.Context, id string, joined map[string]map[string]any) (before any, ours bool, err error) {
	_, field := standsBy(joined[id])
	text, ours, err := w.page.Before(ctx, id, field, "recordSuccession", "updateSuccession", "confirmProposal", "revertChange", "revertCommand")
	if text == "" {
		return nil, ours, err
	}
	return text, ours, err
}

// becomesNoMore drafts that a predecessor is no more, by a kind of succession.
func (w *work) becomesNoMore(id string, joined map[string]map[string]any, kind registry.SuccessionKind) {
	if joined[id]["network"] == true {
		w.becomes(id, joined, kind.LifecycleAfter())
		return
	}
	w.becomes(id, joined, "DISSOLVED")
}

// becomes drafts where a body stands.
func (w *work) becomes(id string, joined map[string]map[string]any, state any) {
	typeName, field := standsBy(joined[id])
	w.draftValue(typeName, id, field, state)
}

// standsBy gives the type of a body, and the field that tells where it stands.
func standsBy(joined map[string]any) (typeName, field string) {
	if joined["network"] == true {
		return "Network", "lifecycle"
	}
	return "Organisation", "status"
}
