package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
)

// findRecorded finds out which need that the registry holds a row tells, if any, and judges the row beside it. A stakeholder may have several
// of one statement: where it cannot be told which of them is meant, people decide, and the row has no id.
func (j *JudgedNeed) findRecorded(known *Known) {
	j.id = needID(j.mapping, cmp.Or(j.stakeholder, j.group), j.Statement)
	candidates := slices.Sorted(slices.Values(known.stated[j.id]))
	if _, is := known.needs[j.id]; is && len(candidates) == 0 {
		candidates = []string{j.id}
	}
	if j.Verdict != lists.New || len(candidates) == 0 {
		return
	}
	if j.id = j.meant(candidates, known); j.id == "" {
		j.setVerdict(lists.Conflict, lists.Remark{Text: "need.oneOfSeveral", About: known.aboutNeeds(candidates)})
		return
	}
	j.compareWithKnown(known.needs[j.id], known)
}

// needID gives the id of a need that answers tell: of what somebody said on an occasion, by its title.
func needID(mapping, stakeholder, statement string) string {
	return ledger.DerivedID(strings.Join([]string{"need", registry.Fold(mapping), stakeholder, registry.Fold(statement)}, ": "))
}

// meant gives which of several needs of one statement the row tells: the one that is as the row in all, or in theme and days, or in what the row
// tells of these; "" where that is none, or several that are not alike.
func (j *JudgedNeed) meant(candidates []string, known *Known) string {
	if len(candidates) == 1 {
		return candidates[0]
	}
	inAll := func(n knownNeed) bool { return j.hasThemeAndDaysOf(n) && j.urgency == n.urgency }
	if id := slices.IndexFunc(candidates, func(id string) bool { return inAll(known.needs[id]) }); id >= 0 {
		return candidates[id]
	}
	for _, agrees := range []func(knownNeed) bool{j.hasThemeAndDaysOf, j.tellsNoOtherThemeOrDays} {
		found := slices.DeleteFunc(slices.Clone(candidates), func(id string) bool { return !agrees(known.needs[id]) })
		if len(found) > 0 {
			return onlyID(found)
		}
	}
	return ""
}

func (j *JudgedNeed) hasThemeAndDaysOf(n knownNeed) bool {
	return j.theme == n.theme && sameDay(j.from, n.from) && sameDay(j.to, n.to)
}

func (j *JudgedNeed) tellsNoOtherThemeOrDays(n knownNeed) bool {
	return (j.theme == "" || j.theme == n.theme) && (j.from == nil || sameDay(j.from, n.from)) && (j.to == nil || sameDay(j.to, n.to))
}

func sameDay(a, b *registry.Date) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

// aboutNeeds tells of needs how many they are, and the theme and days of each.
func (k *Known) aboutNeeds(ids []string) lists.About {
	about := lists.About{"count": strconv.Itoa(len(ids))}
	for _, language := range registry.Languages {
		needs := make([]string, len(ids))
		for i, id := range ids {
			n := k.needs[id]
			parts := []string{k.themes[n.theme].name(language, n.theme), strings.TrimSpace(dayText(n.from) + " – " + dayText(n.to))}
			needs[i] = strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" || part == "–" }), ", ")
		}
		slices.Sort(needs)
		about["needs."+language] = strings.Join(needs, "; ")
	}
	about["needs"] = about["needs.en"]
	return about
}

func dayText(day *registry.Date) string {
	if day == nil {
		return ""
	}
	return day.String()
}

// compareWithKnown judges a need beside the one that the registry holds. Its days are not compared: a need is renewed there.
func (j *JudgedNeed) compareWithKnown(recorded knownNeed, known *Known) {
	j.Verdict = lists.Same
	for _, each := range []struct {
		field         lists.Field
		listed, known string
	}{{lists.FieldTheme, j.theme, recorded.theme}, {lists.FieldUrgency, j.urgency, recorded.urgency}} {
		switch {
		case each.listed == "" || each.listed == each.known:
		case each.known != "":
			about := lists.AboutValues(each.field, map[string]string{"held": each.known, "told": each.listed})
			if about["field"] = string(each.field); each.field == lists.FieldTheme {
				for _, language := range registry.Languages {
					about["held."+language], about["told."+language] = known.themes[each.known].name(language, each.known), j.themed.name(language, each.listed)
				}
			}
			j.setVerdict(lists.Conflict, lists.Remark{Text: "need.heldDifferently", About: about})
		case recorded.disputed[string(each.field)]:
			j.Doubts = append(j.Doubts, lists.Remark{Text: "need.disputed", About: lists.About{"field": string(each.field)}})
		default:
			j.Adds = append(j.Adds, each.field)
		}
	}
	if j.Verdict == lists.Same && len(j.Adds) > 0 {
		j.Verdict = lists.Changed
	}
}
