package commands

import (
	"context"
	"maps"
	"slices"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// What a file tells that is new gets its id from the source that the file is, whose own is by chance, and from what the file calls it. So the file that is given
// again finds what it has told, as far as whoever gives it sees that; and no id tells whether something of the kind is there that they do not see.

// toldID gives the id of what a source tells, by the key that the file has for it.
func toldID(source, key string) string { return ledger.DerivedID(source + "\x1f" + key) }

// sourceOfFile gives the source that a file has become by an earlier command of the same name, for an audience where one is named; "" for none that the actor sees.
func (w *work) sourceOfFile(ctx context.Context, digest string, audience ...registry.Audience) (string, error) {
	keys, err := w.documentKeys(ctx, digest)
	if err != nil {
		return "", err
	}
	var numbers []int64
	for _, a := range audience {
		number, err := w.page.Number(ctx, a)
		if err != nil {
			return "", err
		}
		numbers = append(numbers, number)
	}
	rows, err := w.page.Run(ctx, `
MATCH (d:Document)<-[:FROM_DOCUMENT]-(s:Record&Source)
WHERE d.naturalKey IN $keys
  AND d`+stored.Visible+`
  AND s`+stored.Visible+`
  AND (size($audiences) = 0 OR s.audience IN $audiences)
  AND EXISTS { (s)<-[:CHANGED]-(:Change {action: $action}) }
RETURN s.id AS id
ORDER BY s.createdAt, id
LIMIT 1`, map[string]any{"keys": keys, "visible": w.rights.Visible, "audiences": append([]int64{}, numbers...), "action": w.request.Name})
	if err != nil || len(rows) == 0 {
		return "", err
	}
	return stored.Text(rows[0]["id"]), nil
}

// held gives those of some ids that are of records which the actor sees.
func (w *work) held(ctx context.Context, ids []string) (map[string]bool, error) {
	rows, err := w.page.Run(ctx, `
MATCH (r:Record)
WHERE r.id IN $ids
  AND r`+stored.Visible+`
RETURN r.id AS id`, map[string]any{"ids": ids, "visible": w.rights.Visible})
	held := map[string]bool{}
	for _, row := range rows {
		held[stored.Text(row["id"])] = true
	}
	return held, err
}

// toldBefore gives a file's telling with the ids of what the file has told before. What is held under the telling's own ids keeps these.
func (w *work) toldBefore(ctx context.Context, digest string, t ledger.Telling) (ledger.Telling, error) {
	source, err := w.sourceOfFile(ctx, digest)
	if err != nil || source == "" {
		return t, err
	}
	ids := map[string]string{}
	for _, r := range t.Records {
		ids[r.ID] = toldID(source, r.ID)
	}
	ids[t.Source] = source
	held, err := w.held(ctx, slices.AppendSeq(slices.Collect(maps.Keys(ids)), maps.Values(ids)))
	maps.DeleteFunc(ids, func(own, told string) bool { return held[own] || !held[told] })
	return t.Renamed(ids), err
}

// newIDs gives the ids of what a telling tells that is not held, by those that it has there. What comes to a source that is held has them by chance: one under the
// source's own id for it may be hidden.
func (w *work) newIDs(t ledger.Telling, held map[string]bool) map[string]string {
	ids := map[string]string{}
	if !held[t.Source] {
		ids[t.Source] = w.newID()
	}
	for _, r := range t.Records {
		switch {
		case held[r.ID] || r.ID == t.Source:
		case held[t.Source]:
			ids[r.ID] = w.newID()
		default:
			ids[r.ID] = toldID(ids[t.Source], r.ID)
		}
	}
	return ids
}
