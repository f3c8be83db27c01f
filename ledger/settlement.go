package ledger

import (
	"context"
	"maps"
	"slices"

	"partnernet/registry"
	"partnernet/stored"
)

// Settle finds what follows when applications and awards come to other footings, in all awards that they lead to, whoever may see them. Each row that is
// read is a map, in its only column, row.
func Settle(ctx context.Context, read Run, to registry.Footings) (registry.Settlement, error) {
	changed := slices.Sorted(maps.Keys(to))
	awards, err := Dependents(ctx, read, changed)
	if err != nil {
		return registry.Settlement{}, err
	}
	var dependsOn []string
	for _, a := range awards {
		for _, c := range a.Conditions {
			dependsOn = append(dependsOn, c.DependsOn...)
		}
	}
	footing, err := Footings(ctx, read, dependsOn)
	if err != nil {
		return registry.Settlement{}, err
	}
	maps.Copy(footing, to)
	return registry.Settle(changed, footing, awards), nil
}

// Dependents reads the awards that applications and awards lead to, directly and in turn, other than these.
func Dependents(ctx context.Context, read Run, ids []string) ([]registry.SettledAward, error) {
	rows, err := read(ctx, `
UNWIND $ids AS id
MATCH ANY SHORTEST (:Record&(Application|Award) {id: id}) (()<-[:DEPENDS_ON|DECIDES]-(:Condition|Decision)-[:OF_AWARD|GRANTED_BY]-(:Award))+ (award:Award)
WITH DISTINCT award
WHERE NOT award.id IN $ids
RETURN {id: award.id, state: award.state,
  application: head([(award)-[:GRANTED_BY]->(:Decision)-[:DECIDES]->(a:Application) | a.id]),
  conditions: [(award)<-[:OF_AWARD]-(c:Condition) | {id: c.id, type: c.type, status: c.status, dependsOn: [(c)-[:DEPENDS_ON]->(other) | other.id]}]} AS row`,
		map[string]any{"ids": ids})
	var awards []registry.SettledAward
	for _, row := range rows {
		awards = append(awards, settledAwardOf(row))
	}
	return awards, err
}

func settledAwardOf(row map[string]any) registry.SettledAward {
	a := registry.SettledAward{ID: stored.Text(row["id"]), Application: stored.Text(row["application"]), State: registry.AwardState(stored.Text(row["state"]))}
	for _, item := range stored.List(row["conditions"]) {
		c, _ := item.(map[string]any)
		a.Conditions = append(a.Conditions, registry.SettledCondition{ID: stored.Text(c["id"]), DependsOn: stored.Texts(c["dependsOn"]),
			Condition: registry.Condition{Type: registry.ConditionType(stored.Text(c["type"])), Status: registry.ConditionStatus(stored.Text(c["status"]))}})
	}
	return a
}

// Footings reads the footings of applications and awards.
func Footings(ctx context.Context, read Run, ids []string) (registry.Footings, error) {
	footing := registry.Footings{}
	if len(ids) == 0 {
		return footing, nil
	}
	rows, err := read(ctx, `
UNWIND $ids AS id
MATCH (r:Record&(Application|Award) {id: id})
RETURN {id: r.id, state: r.state, isAward: r:Award} AS row`, map[string]any{"ids": ids})
	for _, row := range rows {
		state := stored.Text(row["state"])
		footing[stored.Text(row["id"])] = registry.ApplicationState(state).Footing()
		if row["isAward"] == true {
			footing[stored.Text(row["id"])] = registry.AwardState(state).Footing()
		}
	}
	return footing, err
}
