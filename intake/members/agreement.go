package members

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"partnernet/lists"
	"partnernet/registry"
)

// compareRows puts rows in conflict that do not agree with one another on what an organisation is. Rows of which nothing has settled that yet
// may have a number of the others.
func compareRows(rows, unsettled []*Judged) {
	groups := map[string][]*Judged{}
	numbers := map[string][]*Judged{}
	names := map[string][]*Judged{}
	for _, j := range slices.Concat(rows, unsettled) {
		for _, id := range j.Identifiers {
			key := string(id.Scheme) + " " + id.Value
			numbers[key] = append(numbers[key], j)
		}
		if name := j.Value(lists.FieldLegalName); name != "" {
			for _, key := range slices.Compact([]string{registry.NameKey(name), cmp.Or(registry.AlikeKey(name), registry.NameKey(name))}) {
				names[key] = append(names[key], j)
			}
		}
	}
	for _, j := range rows {
		groups[j.group] = append(groups[j.group], j)
	}
	for _, key := range slices.Sorted(maps.Keys(numbers)) {
		conflictWhereDifferent(numbers[key], func(j *Judged) string { return cmp.Or(j.group, "unsettled") }, "number", lists.FieldNumber)
	}
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		compareOrganisationRows(groups[key])
		conflictOverlapping(groups[key])
	}
	for _, key := range slices.Sorted(maps.Keys(names)) {
		conflictAlikeNames(names[key])
	}
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		refuseUnnamed(groups[key])
	}
}

// refuseUnnamed refuses rows of a new organisation that none of them names, or only one that is in conflict.
func refuseUnnamed(rows []*Judged) {
	if rows[0].known != nil || slices.ContainsFunc(rows, func(j *Judged) bool { return j.Value(lists.FieldLegalName) != "" && j.Verdict == "" }) {
		return
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(j *Judged) bool { return j.Value(lists.FieldLegalName) != "" })
	for _, j := range rows {
		j.refuse(lists.FieldNumber, lists.Problem{Code: lists.NoName})
	}
}

// conflictSharedMemberships puts rows in conflict that mean one membership by days that lie apart, as they may when its own days are not known.
func conflictSharedMemberships(rows []*Judged) {
	meant := map[*KnownMembership][]*Judged{}
	for _, j := range rows {
		if j.member != nil {
			meant[j.member] = append(meant[j.member], j)
		}
	}
	for _, same := range meant {
		if len(same) == 1 {
			continue
		}
		var numbers []int
		for _, j := range same {
			numbers = append(numbers, j.Number)
		}
		for _, j := range same {
			j.conflict("", lists.Problem{Code: lists.SeveralMemberships, Case: "rows", About: lists.About{"rows": rowList(numbers)}})
		}
	}
}

// conflictWhereDifferent puts all rows in conflict that say something, when they say different things of a field. Which names the case of
// TwiceInList.
func conflictWhereDifferent(rows []*Judged, of func(*Judged) string, which string, field lists.Field) {
	first, differ := "", false
	var numbers []int
	for _, j := range rows {
		if value := of(j); value != "" {
			first = cmp.Or(first, value)
			differ = differ || value != first
			numbers = append(numbers, j.Number)
		}
	}
	if !differ {
		return
	}
	p := lists.Problem{Code: lists.TwiceInList, Case: which, About: lists.About{"rows": rowList(numbers), "field": string(field)}}
	for _, j := range rows {
		if of(j) != "" {
			j.conflict("", p)
		}
	}
}

// rowList names rows, not all of very many.
func rowList(rows []int) string {
	const enough = 10
	rows = slices.Compact(slices.Sorted(slices.Values(rows)))
	names := make([]string, 0, enough)
	for _, row := range rows[:min(enough, len(rows))] {
		names = append(names, strconv.Itoa(row))
	}
	if len(rows) > enough {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

// compareOrganisationRows asks that rows of one organisation tell the same of it.
func compareOrganisationRows(rows []*Judged) {
	if len(rows) == 1 {
		return
	}
	for _, field := range append([]lists.Field{lists.FieldNumber, lists.FieldLEI, lists.FieldPIC}, organisationFields...) {
		conflictWhereDifferent(rows, func(j *Judged) string { return valueKey(field, j.Value(field)) }, "field", field)
	}
	if rows[0].known == nil {
		conflictWhereDifferent(rows, func(j *Judged) string { return registry.Fold(j.Value(lists.FieldLegalName)) }, "name", lists.FieldLegalName)
	}
}

// conflictOverlapping asks that rows of one organisation tell of memberships that lie apart in time.
func conflictOverlapping(rows []*Judged) {
	slices.SortStableFunc(rows, func(a, b *Judged) int {
		return cmp.Compare(a.Value(lists.FieldValidFrom), b.Value(lists.FieldValidFrom))
	})
	var longest *Judged
	for _, j := range rows {
		if longest != nil && longest.Period().Overlaps(j.Period()) {
			j.conflictWithRow(longest)
			longest.conflictWithRow(j)
		}
		if longest == nil || endsLater(j, longest) {
			longest = j
		}
	}
}

// endsLater tells whether a row's period goes on beyond another's; a period without an end goes on beyond all.
func endsLater(a, b *Judged) bool {
	to, other := a.Value(lists.FieldValidTo), b.Value(lists.FieldValidTo)
	return other != "" && (to == "" || to > other)
}

// conflictWithRow puts a row in conflict with another of the same organisation, once.
func (j *Judged) conflictWithRow(other *Judged) {
	if slices.ContainsFunc(j.Problems, func(p lists.Problem) bool { return p.Code == lists.TwiceInList }) {
		return
	}
	j.conflict("", lists.Problem{Code: lists.TwiceInList, Case: "days", About: lists.About{"rows": rowList([]int{j.Number, other.Number})}})
}

// conflictAlikeNames looks at rows whose names are alike. One of exactly the same name may be the same organisation, unless its number is
// held, or is another number of one register than the other's; one of a new organisation without a number may be any of the others.
func conflictAlikeNames(rows []*Judged) {
	alike, named := otherRows{}, map[string]otherRows{}
	for _, j := range rows {
		name := registry.Fold(j.Value(lists.FieldLegalName))
		if named[name] == nil {
			named[name] = otherRows{}
		}
		alike.add(j)
		named[name].add(j)
	}
	for _, j := range rows {
		var other *Judged
		if numberless := len(j.Identifiers) == 0; j.group != "" && (numberless || j.known == nil) {
			other = named[registry.Fold(j.Value(lists.FieldLegalName))].otherThan(j)
			if other == nil && numberless && j.known == nil {
				other = alike.otherThan(j)
			}
		}
		if other != nil && !j.isPossiblySame("row") {
			j.conflict(lists.FieldLegalName, lists.Problem{Code: lists.PossiblySame, Case: "row", About: lists.About{"rows": rowList([]int{other.Number})}})
		}
	}
}

// isPossiblySame says whether the row may be of the same organisation as something else already, by a case.
func (j *Judged) isPossiblySame(which string) bool {
	return slices.ContainsFunc(j.Problems, func(p lists.Problem) bool { return p.Code == lists.PossiblySame && p.Case == which })
}

// otherRows are rows of at most two organisations in each country that have numbers of the same registers: enough to find one of another
// organisation than any row's.
type otherRows map[bearer][]*Judged

// bearer is what numbers tell apart: the registers of a row's numbers, in a country.
type bearer struct{ country, registers string }

func bearerOf(j *Judged) bearer {
	var registers []string
	for _, id := range j.Identifiers {
		registers = append(registers, string(id.Scheme))
	}
	slices.Sort(registers)
	return bearer{j.Value(lists.FieldCountry), strings.Join(registers, " ")}
}

func (o otherRows) add(j *Judged) {
	b := bearerOf(j)
	if others := o[b]; len(others) == 0 || len(others) == 1 && others[0].group != j.group {
		o[b] = append(others, j)
	}
}

// otherThan gives a row of another organisation that neither its country nor a register is known to tell from the row's, nil when there is none.
func (o otherRows) otherThan(j *Judged) *Judged {
	country := j.Value(lists.FieldCountry)
	for _, b := range slices.SortedFunc(maps.Keys(o), compareBearers) {
		if b.country != "" && country != "" && b.country != country {
			continue
		}
		for _, other := range o[b] {
			if other.group != j.group && registry.CheckOneNumber(j.Identifiers, other.Identifiers) == nil {
				return other
			}
		}
	}
	return nil
}

func compareBearers(a, b bearer) int {
	return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.registers, b.registers))
}
