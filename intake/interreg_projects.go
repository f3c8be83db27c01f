package intake

import (
	"cmp"
	"fmt"
	"slices"

	"partnernet/registry"
)

// placeInProjects finds out which rows of one title tell of one project, adds the projects to the list, and gives the
// entries that take part in one. Rows that may tell of several projects are refused.
func (l *PartnerList) placeInProjects(entries []entry) []entry {
	var placed []entry
	titles := grouped(entries, func(e entry) string { return naturalKey("title", ProgrammeKey(e.programme), e.title) },
		func(_ string, rows []entry) []entry { return rows })
	for _, rows := range titles {
		projects, ambiguous := divide(rows)
		for _, e := range ambiguous {
			if !e.refused {
				l.Refused = append(l.Refused, Refusal{e.row, AmbiguousProject,
					fmt.Sprintf("names the project %q, of which there are %d in different periods, and its dates do not tell which", e.title, len(projects))})
			}
		}
		for _, rows := range projects {
			project := listedProject(rows)
			l.Projects = append(l.Projects, project)
			for _, e := range rows {
				if !e.refused {
					e.project = project.Key
					placed = append(placed, e)
				}
			}
		}
	}
	slices.SortFunc(l.Projects, func(a, b ListedProject) int { return cmp.Compare(a.Key, b.Key) })
	return placed
}

// divide splits the rows of one title into projects: rows whose periods overlap, directly or through others, are of
// one. A row that does not tell a whole period belongs to the one project that its dates do not exclude; with several
// left, or none, nothing tells which project it means.
func divide(rows []entry) (projects [][]entry, ambiguous []entry) {
	whole, partial := splitByPeriod(rows)
	if len(whole) == 0 {
		return [][]entry{partial}, nil
	}
	var hulls []registry.Period
	for _, e := range whole {
		last := len(hulls) - 1
		if last < 0 || !hulls[last].Overlaps(e.period()) {
			hulls = append(hulls, e.period())
			projects = append(projects, []entry{e})
			continue
		}
		projects[last] = append(projects[last], e)
		if e.to.value.After(*hulls[last].To) {
			hulls[last].To = e.to.value
		}
	}
	for _, e := range partial {
		if at, only := onlyOverlap(hulls, e); only {
			projects[at] = append(projects[at], e)
		} else {
			ambiguous = append(ambiguous, e)
		}
	}
	return projects, ambiguous
}

// splitByPeriod parts the rows that tell a whole period, by their first day, from those that do not.
func splitByPeriod(rows []entry) (whole, partial []entry) {
	for _, e := range rows {
		if e.from.value != nil && e.to.value != nil && e.period().Check() == nil {
			whole = append(whole, e)
		} else {
			partial = append(partial, e)
		}
	}
	slices.SortFunc(whole, func(a, b entry) int { return a.from.value.Compare(*b.from.value) })
	return whole, partial
}

// onlyOverlap finds the one period that the row's dates do not exclude. Dates that contradict each other exclude none.
func onlyOverlap(periods []registry.Period, e entry) (at int, only bool) {
	period := e.period()
	if period.Check() != nil {
		period = registry.Period{}
	}
	at = slices.IndexFunc(periods, period.Overlaps)
	return at, at >= 0 && !slices.ContainsFunc(periods[at+1:], period.Overlaps)
}

func listedProject(rows []entry) ListedProject {
	project := ListedProject{
		Programme: ProgrammeKey(rows[0].programme),
		Title:     rows[0].title,
		Type:      combineRows(rows, func(e entry) rowValue[string] { return e.projectType }),
		From:      combineRows(rows, func(e entry) rowValue[registry.Date] { return e.from }),
		To:        combineRows(rows, func(e entry) rowValue[registry.Date] { return e.to }),
		Total:     combineRows(rows, func(e entry) rowValue[registry.Money] { return e.total }),
		Area:      subArea(rows),
		Rows:      rowsOf(rows),
	}
	project.Key = naturalKey("project", project.Programme, project.Title, firstDay(project.From.Readings))
	if (registry.Period{From: project.From.Value, To: project.To.Value}).Check() != nil {
		project.From.withdraw()
		project.To.withdraw()
	}
	return project
}

// firstDay is the earliest of the days told, empty when none is.
func firstDay(readings []Reading[registry.Date]) string {
	first := ""
	for _, reading := range readings {
		if reading.Value != nil && (first == "" || reading.Value.String() < first) {
			first = reading.Value.String()
		}
	}
	return first
}
