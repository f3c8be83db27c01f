package intake

import (
	"maps"
	"slices"
	"strings"

	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// numberlessKeys gives what identifies a held application beside its case number: whom it went to, for which project, and whether it has a number.
// Of one without a number nothing says that it is not the one that is told with a number, and the other way round.
func numberlessKeys(to, project, number string) []string {
	if number == "" {
		return []string{naturalKeyOf(to, project, "any number"), naturalKeyOf(to, project, "no number")}
	}
	return []string{naturalKeyOf(to, project, "any number")}
}

// otherNumberKeys gives by what a told application is found that is not found by its number.
func otherNumberKeys(to, project, number string) []string {
	if number == "" {
		return []string{naturalKeyOf(to, project, "any number")}
	}
	return []string{naturalKeyOf(to, project, "no number")}
}

// nameKeys gives what identifies something of a project: what it is called, or else of which kind it is and how much of that there is to be.
func nameKeys(project, name, kind, many string) []string {
	return []string{naturalKeyOf(project, "called", registry.Fold(name)), naturalKeyOf(project, "counted", registry.Fold(kind), many)}
}

// basisKey gives what identifies a legal basis: its kind, with its number and section, or else its title. Rules of delegation have their numbers within one
// authority, so that their title belongs to it.
func basisKey(kind, reference, section, title string) string {
	if reference == "" || kind == "DELEGATION_RULES" {
		return naturalKeyOf(kind, registry.Fold(title)) + "\n" + reference + "\n" + section
	}
	return naturalKeyOf(kind, reference) + "\n" + section
}

// strategyKeys gives what identifies a strategy: a national one its title, any other one that and a project which contributes to it, as regions call theirs alike.
func strategyKeys(title, level string, projects []string) []string {
	if level == "NATIONAL" {
		return []string{naturalKeyOf(level, registry.Fold(title))}
	}
	var keys []string
	for _, project := range projects {
		keys = append(keys, naturalKeyOf(project, registry.Fold(title)))
	}
	return keys
}

// partiesKey gives what identifies a partnership that a project brought about: who carries it.
func partiesKey(project string, parties []string) string {
	return naturalKeyOf(project, strings.Join(slices.Compact(slices.Sorted(slices.Values(parties))), "\n"))
}

// loadPartsOfProjects takes down what identifies areas, legal bases and what belongs to projects.
func (k *Known) loadPartsOfProjects(row map[string]any, add func(rows, typeName string, keys keysOfRow)) {
	add("areas", "Area", func(c func(int) string) []string { return []string{registry.Fold(c(1))} })
	add("legalBases", "LegalBasis", func(c func(int) string) []string { return []string{basisKey(c(1), c(2), c(3), c(4))} })
	for _, name := range []string{"outputs", "indicators"} {
		add(name, map[string]string{"outputs": "Output", "indicators": "Indicator"}[name], func(c func(int) string) []string { return nameKeys(c(1), c(2), c(3), c(4)) })
	}
	add("objectives", "Objective", func(c func(int) string) []string { return nameKeys(c(1), c(2), "", "") })
	add("activities", "Activity", func(c func(int) string) []string { return nameKeys(c(1), c(2), "", "") })
	add("mappings", "NeedsMapping", func(c func(int) string) []string { return nameKeys(c(3), c(1), "", "") })
	add("documentsOf", "Document", func(c func(int) string) []string { return []string{naturalKeyOf(c(1), registry.FoldNumber(c(2)))} })
	add("alignments", "StrategyAlignment", func(c func(int) string) []string { return []string{naturalKeyOf(c(1), c(2))} })
	for _, r := range stored.Lists(row["strategies"]) {
		k.identify("Strategy", stored.Text(r[0]), strategyKeys(stored.Text(r[1]), stored.Text(r[2]), stored.Texts(r[3]))...)
	}
	for _, r := range stored.Lists(row["partnerships"]) {
		positions := map[string]int64{}
		for _, party := range stored.Lists(r[2]) {
			positions[stored.Text(party[0])] = stored.Number(party[1])
		}
		k.positions[stored.Text(r[0])] = positions
		k.identify("Partnership", stored.Text(r[0]), partiesKey(stored.Text(r[1]), slices.Collect(maps.Keys(positions))))
	}
}

// keysOfPart gives what identifies a told area, legal basis or part of a project.
func (r *recognition) keysOfPart(record ledger.Record) []string {
	value := func(name string) string { return textOf(record, name) }
	project := r.linkedID(record, "project")
	switch record.Type {
	case "Area":
		if value("code") != "" {
			return nil
		}
		return []string{registry.Fold(value("name"))}
	case "LegalBasis":
		return []string{basisKey(value("type"), value("reference"), value("section"), value("title"))}
	case "Output":
		return nameKeys(project, value("title"), value("type"), value("plannedCount"))
	case "Indicator":
		return nameKeys(project, value("name"), value("unit"), value("target"))
	case "Objective":
		return nameKeys(project, value("statement"), "", "")
	case "Activity", "NeedsMapping":
		return nameKeys(project, value("title"), "", "")
	case "Strategy":
		return strategyKeys(value("title"), value("level"), r.projectsOf(record.ID))
	case "StrategyAlignment":
		return []string{naturalKeyOf(project, r.linkedID(record, "strategy"))}
	}
	var parties []string
	for _, party := range record.Parts["parties"] {
		for _, id := range party.Links["party"] {
			parties = append(parties, r.id(id))
		}
	}
	return []string{partiesKey(r.linkedID(record, "arisesFrom"), parties)}
}

// ordered gives the parties of a told partnership, which is held under the id, in the places that they have there: these carry no rank.
func (k *Known) ordered(id string, parties []ledger.Part) []ledger.Part {
	for i, party := range parties {
		position, known := k.positions[id][onlyID(party.Links["party"])]
		if !known {
			continue
		}
		parties[i].Key, parties[i].Values = maps.Clone(party.Key), maps.Clone(party.Values)
		parties[i].Key["position"], parties[i].Values["position"] = position, position
	}
	return parties
}

// projectsOf gives the projects that are told to contribute to a strategy.
func (r *recognition) projectsOf(strategy string) []string {
	var projects []string
	for _, record := range r.records {
		if record.Type == "StrategyAlignment" && slices.Contains(record.Links["strategy"], strategy) {
			projects = append(projects, r.linkedID(record, "project"))
		}
	}
	return projects
}
