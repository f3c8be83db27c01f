package intake

import (
	"context"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/stored"
)

// Known is what the registry holds already of what a list or a facts file may tell, so that one project or organisation told by two
// sources is one record.
type Known struct {
	ids            map[string]bool     // of all that follows
	programmes     map[string][]string // ids by ProgrammeKey
	organisations  map[string][]string // ids by exact legal name
	sources        map[string]bool     // ids of sources, which are as they were first told
	projects       map[string][]knownProject
	participations map[string][]knownParticipation // by project id and organisation id
	themes         map[string]knownTheme           // by code
	identified     map[string][]string             // ids by type and what identifies it, see naturalkey.go
	areas          map[string][]string             // ids of areas without a code, by folded name
	positions      map[string]map[string]int64     // of the parties of partnerships that projects brought about, by the ids of both
	stakeholders
}

type knownProject struct {
	id        string
	programme string // its programme's id, "" when it has none
	period    registry.Period
}

type knownParticipation struct{ id, role string }

// ReadKnown reads what the registry holds.
func ReadKnown(ctx context.Context, db *store.DB) (*Known, error) {
	return ReadVisible(ctx, func(ctx context.Context, text string, params map[string]any) ([]map[string]any, error) {
		return db.ReadRows(ctx, store.Statement{Text: text, Params: params})
	}, nil)
}

// ReadVisible reads what the registry holds for somebody who may see what is for these audiences: all of it where there are none given.
func ReadVisible(ctx context.Context, run ledger.Run, visible []int64) (*Known, error) {
	k := &Known{areas: map[string][]string{}, positions: map[string]map[string]int64{}, ids: map[string]bool{}, sources: map[string]bool{}, programmes: map[string][]string{}, organisations: map[string][]string{},
		projects: map[string][]knownProject{}, participations: map[string][]knownParticipation{}, themes: map[string]knownTheme{},
		identified: map[string][]string{}, stakeholders: noStakeholders()}
	params := map[string]any{"visible": nil}
	if visible != nil {
		params["visible"] = visible
	}
	rows, err := run(ctx, knownStatement, params)
	if err != nil {
		return nil, err
	}
	k.load(rows[0]["known"])
	return k, nil
}

func (k *Known) load(value any) {
	row, _ := value.(map[string]any)
	for _, r := range stored.Lists(row["programmes"]) {
		key := ProgrammeKey(stored.Text(r[1]))
		k.programmes[key] = append(k.programmes[key], stored.Text(r[0]))
		k.ids[stored.Text(r[0])] = true
	}
	for _, r := range stored.Lists(row["areas"]) {
		name := registry.Fold(stored.Text(r[1]))
		k.areas[name] = append(k.areas[name], stored.Text(r[0]))
	}
	for _, r := range stored.Lists(row["sources"]) {
		k.sources[stored.Text(r[0])] = true
	}
	for _, r := range stored.Lists(row["organisations"]) {
		k.organisations[stored.Text(r[1])] = append(k.organisations[stored.Text(r[1])], stored.Text(r[0]))
		k.ids[stored.Text(r[0])] = true
	}
	for _, r := range stored.Lists(row["projects"]) {
		p := knownProject{id: stored.Text(r[0]), programme: stored.Text(r[3]), period: registry.Period{From: stored.Day(r[4]), To: stored.Day(r[5])}}
		names := map[string]bool{registry.Fold(stored.Text(r[1])): true, registry.Fold(stored.Text(r[2])): true}
		for name := range names {
			k.projects[name] = append(k.projects[name], p)
		}
		k.ids[p.id] = true
	}
	for _, r := range stored.Lists(row["participations"]) {
		key := stored.Text(r[0]) + stored.Text(r[1])
		k.participations[key] = append(k.participations[key], knownParticipation{stored.Text(r[2]), stored.Text(r[3])})
		k.ids[stored.Text(r[2])] = true
	}
	k.loadIdentified(row)
	k.stakeholders.load(row)
	for _, r := range stored.Lists(row["themes"]) {
		k.themes[stored.Text(r[0])] = knownTheme{id: stored.Text(r[1]), broader: stored.Text(r[2]), names: []string{stored.Text(r[3]), stored.Text(r[4]), stored.Text(r[5])}}
	}
}

// onlyID gives the one id of a list, "" when there is none or when nothing tells which of several is meant.
func onlyID(ids []string) string {
	if len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// project gives the project that a title under a programme means: one of that title, of that programme unless one of the two has none,
// whose period may share a day with the told one.
func (k *Known) project(title, programme string, period registry.Period) string {
	var ids []string
	for _, p := range k.projects[registry.Fold(title)] {
		if (p.programme == "" || programme == "" || p.programme == programme) && p.period.Overlaps(period) {
			ids = append(ids, p.id)
		}
	}
	return onlyID(ids)
}

// participation gives the record of an organisation's part in a project: the one in that role, or the only one there is,
// which the source then calls by another role.
func (k *Known) participation(project, organisation, role string, listedOnce bool) string {
	found := k.participations[project+organisation]
	for _, p := range found {
		if p.role == role {
			return p.id
		}
	}
	if len(found) == 1 && listedOnce {
		return found[0].id
	}
	return ""
}
