package intake

import (
	"slices"

	"partnernet/fault"
	"partnernet/registry"
)

// stakeholders are those who can be asked what they need, as the registry holds them, with what they were asked and said.
type stakeholders struct {
	numbers  map[registry.Identifier]string // the id of the organisation that has it
	named    map[string][]string            // ids of organisations by folded name or alias
	groups   map[string][]string            // ids of target groups by folded name
	mappings map[string]knownMapping        // by folded title
	needs    map[string]bool                // ids
}

type knownMapping struct{ id, state string }

func noStakeholders() stakeholders {
	return stakeholders{numbers: map[registry.Identifier]string{}, named: map[string][]string{}, groups: map[string][]string{},
		mappings: map[string]knownMapping{}, needs: map[string]bool{}}
}

func (s stakeholders) take(held map[string]any) {
	for _, r := range rowsIn(held["numbers"]) {
		s.numbers[registry.Identifier{Scheme: registry.Scheme(textIn(r, 0)), Value: textIn(r, 1)}] = textIn(r, 2)
	}
	for _, r := range rowsIn(held["names"]) {
		for i := range r[1:] {
			name := registry.Fold(textIn(r, i+1))
			if !slices.Contains(s.named[name], textIn(r, 0)) {
				s.named[name] = append(s.named[name], textIn(r, 0))
			}
		}
	}
	for _, r := range rowsIn(held["groups"]) {
		name := registry.Fold(textIn(r, 1))
		s.groups[name] = append(s.groups[name], textIn(r, 0))
	}
	for _, r := range rowsIn(held["mappings"]) {
		s.mappings[registry.Fold(textIn(r, 1))] = knownMapping{textIn(r, 0), textIn(r, 2)}
	}
	for _, r := range rowsIn(held["needs"]) {
		s.needs[textIn(r, 0)] = true
	}
}

// numbered gives the id of the organisation that has a Swedish or Norwegian number, "" when none has. What is no such number is a fault.
func (s stakeholders) numbered(text string) (string, error) {
	var faults []error
	for _, scheme := range []registry.Scheme{registry.SwedishNumber, registry.NorwegianNumber} {
		id, err := registry.ParseIdentifier(scheme, text)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if owner := s.numbers[id]; owner != "" {
			return owner, nil
		}
	}
	if len(faults) == 2 {
		return "", fault.Wrap(fault.BadInput, faults[0], "%.40q is neither a Swedish nor a Norwegian organisation number.", text)
	}
	return "", nil
}
