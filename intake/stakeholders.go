package intake

import (
	"slices"
	"strings"

	"partnernet/registry"
	"partnernet/stored"
)

// stakeholders are those who can be asked what they need, as the registry holds them, with what they were asked and said.
type stakeholders struct {
	numbers  map[registry.Identifier]string // the id of the organisation that has it
	named    map[string][]string            // ids of organisations by folded name or alias
	groups   map[string][]string            // ids of target groups by folded name
	mappings map[string]knownMapping        // by folded title
	needs    map[string]knownNeed           // by id
	stated   map[string][]string            // ids of needs by needID, however they were recorded
}

type knownMapping struct{ id, state string }

type knownNeed struct {
	theme, urgency string // the theme's code; "" for what is not known
	from, to       *registry.Date
	disputed       map[string]bool // fields of which sources disagree
}

func noStakeholders() stakeholders {
	return stakeholders{numbers: map[registry.Identifier]string{}, named: map[string][]string{}, groups: map[string][]string{},
		mappings: map[string]knownMapping{}, needs: map[string]knownNeed{}, stated: map[string][]string{}}
}

func (s stakeholders) load(row map[string]any) {
	for _, r := range stored.Lists(row["numbers"]) {
		s.numbers[registry.Identifier{Scheme: registry.Scheme(stored.Text(r[0])), Value: stored.Text(r[1])}] = stored.Text(r[2])
	}
	for _, r := range stored.Lists(row["names"]) {
		for i := range r[1:] {
			name := registry.Fold(stored.Text(r[i+1]))
			if !slices.Contains(s.named[name], stored.Text(r[0])) {
				s.named[name] = append(s.named[name], stored.Text(r[0]))
			}
		}
	}
	for _, r := range stored.Lists(row["groups"]) {
		name := registry.Fold(stored.Text(r[1]))
		s.groups[name] = append(s.groups[name], stored.Text(r[0]))
	}
	for _, r := range stored.Lists(row["mappings"]) {
		s.mappings[registry.Fold(stored.Text(r[1]))] = knownMapping{stored.Text(r[0]), stored.Text(r[2])}
	}
	for _, r := range stored.Lists(row["needs"]) {
		need := knownNeed{theme: stored.Text(r[1]), urgency: stored.Text(r[2]), from: stored.Day(r[7]), to: stored.Day(r[8]), disputed: map[string]bool{}}
		unknown, _ := r[3].([]any)
		for i := range unknown {
			field, reason, _ := strings.Cut(stored.Text(unknown[i]), ":")
			need.disputed[field] = reason == string(registry.SourcesDisagree)
		}
		id, stated := stored.Text(r[0]), needID(stored.Text(r[4]), stored.Text(r[5]), stored.Text(r[6]))
		s.needs[id], s.stated[stated] = need, append(s.stated[stated], id)
	}
}
