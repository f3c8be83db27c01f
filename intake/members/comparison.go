package members

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"partnernet/lists"
	"partnernet/registry"
)

// organisationFields are what a row tells of the organisation, but for its name and its numbers.
var organisationFields = []lists.Field{lists.FieldCountry, lists.FieldMunicipality, lists.FieldLegalForm, lists.FieldHomepage, lists.FieldIndustryCodes}

// membershipFields are what a row tells of the membership.
var membershipFields = []lists.Field{lists.FieldRole, lists.FieldCategory, lists.FieldValidFrom, lists.FieldValidTo, lists.FieldEndStatus}

// numberFields give the field of each register's numbers.
var numberFields = map[registry.Scheme]lists.Field{registry.SwedishNumber: lists.FieldNumber, registry.NorwegianNumber: lists.FieldNumber, registry.OtherScheme: lists.FieldNumber,
	registry.LEI: lists.FieldLEI, registry.PIC: lists.FieldPIC}

// compareOrganisation finds what a row adds to an organisation. Another country is a conflict: it may be another organisation. Of other
// fields the registry keeps what it holds.
func (j *Judged) compareOrganisation() {
	o := j.known
	for _, id := range j.Identifiers {
		if !slices.Contains(o.Identifiers, id) {
			j.Adds[numberFields[id.Scheme]] = Addition{Listed: id.Value}
		}
	}
	if name := j.Value(lists.FieldLegalName); name != "" && !slices.Contains(o.names(), name) {
		j.addProblem(lists.FieldLegalName, lists.Problem{Code: lists.KnownDifferently, Case: "name", About: lists.About{"held": o.Name}})
	}
	for _, field := range organisationFields {
		listed, known := j.Value(field), o.Values[field]
		switch {
		case listed == "" || sameValue(field, listed, known):
		case known != "" && field == lists.FieldCountry:
			j.conflictWithKnown(field, known)
		case known != "":
			j.Differs[field] = Addition{Known: known, Listed: listed}
			j.addProblem(field, lists.Problem{Code: lists.KnownDifferently, Case: "stays", About: lists.About{"held": lists.Clipped(known), "field": string(field)}})
		case o.Disputed[field]:
			j.addProblem(field, lists.Problem{Code: lists.NotAdded, Case: "organisation", About: lists.About{"field": string(field)}})
		default:
			j.Adds[field] = Addition{Listed: listed}
		}
	}
}

// sameValue compares values as people do who write them differently.
func sameValue(field lists.Field, a, b string) bool { return valueKey(field, a) == valueKey(field, b) }

// valueKey is what the ways of writing a value have in common.
func valueKey(field lists.Field, value string) string {
	switch field {
	case lists.FieldMunicipality:
		return municipalityKey(value)
	case lists.FieldLegalForm:
		return registry.Fold(value)
	case lists.FieldHomepage:
		return siteKey(value)
	}
	return value
}

// municipalityKey is a municipality's name without the word for what it is: "Östersunds kommun" is Östersund.
func municipalityKey(name string) string {
	words := strings.Fields(registry.NameKey(name))
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "kommun" || w == "kommune" }), " ")
}

// siteKey is a web address without what does not tell sites apart.
func siteKey(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}

// compareMembership finds what the row adds to the membership that it means.
func (h *holdings) compareMembership(j *Judged) {
	m := j.member
	if m == nil {
		h.admit(j)
		return
	}
	j.Membership = m.ID
	for _, field := range membershipFields {
		listed, known := j.Value(field), m.Values[field]
		switch {
		case listed == "" || listed == known, field == lists.FieldEndStatus && h.agreeOnEnd(j, m):
		case known != "":
			j.conflictWithKnown(field, known)
		case m.Disputed[field]:
			j.addProblem(field, lists.Problem{Code: lists.NotAdded, Case: "membership", About: lists.About{"field": string(field)}})
		default:
			j.Adds[field] = Addition{Listed: listed}
		}
	}
	h.compareStanding(j, m)
}

// compareStanding asks that the membership stands as the row says. One that says nothing of it is among the members, or tells of days that are over. Whoever
// is among them without a first day is a member today, and so of no membership that begins only later.
func (h *holdings) compareStanding(j *Judged, m *KnownMembership) {
	stands, told := m.standsOn(h.on), registry.RelationState(j.Value(lists.FieldStatus))
	rests := func(state registry.RelationState) bool { return state == registry.Paused }
	switch {
	case j.Verdict != "", j.isOver(h.on):
	case m.beginsAfter(h.on) && j.Period().From == nil:
		j.conflict("", lists.Problem{Code: lists.KnownDifferently, Case: "later", About: lists.AboutValues(lists.FieldValidFrom, map[string]string{"held": m.Values[lists.FieldValidFrom]})})
	case told == stands:
	case stands == registry.Ended:
		j.conflict("", lists.Problem{Code: lists.MembershipEnded, Case: "since"})
	case told != "" && (!inForce(stands) || !inForce(told) || rests(told) != rests(stands)):
		j.conflictWithKnown(lists.FieldStatus, string(stands))
	case !inForce(stands):
		j.conflict("", lists.Problem{Code: lists.KnownDifferently, Case: "member", About: lists.AboutValues(lists.FieldStatus, map[string]string{"held": string(stands)})})
	}
}

// agreeOnEnd tells whether a row that says that a membership is over agrees with what is held of its end: it tells no day of one that is held as over, or the
// day of an end that was on an unknown one.
func (h *holdings) agreeOnEnd(j *Judged, m *KnownMembership) bool {
	return j.saysOver() && m.endedBefore(h.on) || m.Values[lists.FieldEndStatus] == string(registry.EndDateUnknown) && j.isOver(h.on)
}

// admit asks what a new membership must keep, by the rules of every admission.
func (h *holdings) admit(j *Judged) {
	if registry.CheckOpenToMembers(h.Network.Lifecycle) != nil {
		j.refuse("", lists.Problem{Code: lists.NetworkClosed, Case: h.Network.Lifecycle})
		return
	}
	var beside []registry.MembershipDays
	for _, m := range h.memberships[j.Organisation] {
		if m.counts() {
			beside = append(beside, registry.MembershipDays{Period: m.period()})
		}
	}
	if registry.CheckAdmission(registry.MembershipDays{Period: j.Period()}, beside) != nil {
		j.conflict("", lists.Problem{Code: lists.AdmittedAlready})
	}
}

// conflictWithKnown puts a row in conflict with a value that is held.
func (j *Judged) conflictWithKnown(field lists.Field, known string) {
	j.Differs[field] = Addition{Known: known, Listed: j.Value(field)}
	about := lists.AboutValues(field, map[string]string{"held": known, "told": j.Value(field)})
	about["field"] = string(field)
	j.conflict(field, lists.Problem{Code: lists.KnownDifferently, Case: "conflict", About: about})
}

// findMembership finds the held membership that shares days with the row's, nil when there is none. A row without days tells of a
// membership of today, or of one that is over. When nothing decides, the row is in conflict.
func (h *holdings) findMembership(j *Judged) *KnownMembership {
	if j.known == nil {
		return nil
	}
	listed := j.Period()
	var meant []*KnownMembership
	ended := false
	for _, m := range h.memberships[j.known.ID] {
		switch {
		case listed.From != nil && m.Values[lists.FieldValidFrom] == listed.From.String():
			return m
		case listed.From == nil && listed.To == nil && m.endedBefore(h.on) && !j.saysOver():
			ended = true
		case listed.From == nil && m.beginsAfter(h.on) && j.isOver(h.on): // what is over is another one
		case m.period().Overlaps(listed) && (m.counts() || j.isOver(h.on) && (listed.From == nil || m.period().From == nil)):
			meant = append(meant, m)
		}
	}
	goesOn := func(m *KnownMembership) bool { return !m.endedBefore(h.on) }
	switch {
	case len(meant) == 1:
		return meant[0]
	case len(meant) > 1 && j.saysOver() && listed.From == nil && !slices.ContainsFunc(meant, goesOn): // whoever has left more than once has left
		return slices.MaxFunc(meant, func(a, b *KnownMembership) int {
			return cmp.Or(cmp.Compare(a.Values[lists.FieldValidFrom], b.Values[lists.FieldValidFrom]), cmp.Compare(b.ID, a.ID))
		})
	case len(meant) > 1:
		j.conflict("", lists.Problem{Code: lists.SeveralMemberships, Case: "period"})
	case ended:
		j.conflict("", lists.Problem{Code: lists.MembershipEnded, Case: "again"})
	}
	return nil
}

// saysOver tells whether the row says that the membership is over, and not since when.
func (j *Judged) saysOver() bool {
	return j.Value(lists.FieldEndStatus) == string(registry.EndDateUnknown)
}

// isOver tells whether the row says that the membership is over, since a day or not.
func (j *Judged) isOver(on registry.Date) bool {
	to := j.Period().To
	return to != nil && to.Before(on) || j.saysOver()
}

// readEnd tells of a row whose last day is only known by its year that the membership is over, where that year is.
func (j *Judged) readEnd(on registry.Date) {
	end := j.Values[lists.FieldValidTo]
	years := anyYear.FindAllString(end.Text, -1)
	if end.Value != "" || len(years) == 0 {
		return
	}
	if year, _ := strconv.Atoi(years[len(years)-1]); year < on.Year {
		j.Values = maps.Clone(j.Values)
		j.Values[lists.FieldEndStatus] = lists.Value{Cell: end.Cell, Text: end.Text, Value: string(registry.EndDateUnknown)}
	}
}

var anyYear = regexp.MustCompile(`\b(?:19|20)[0-9]{2}\b`)

// endedBefore tells whether the membership is known to be over on a day.
func (m *KnownMembership) endedBefore(on registry.Date) bool {
	if to := m.period().To; to != nil {
		return to.Before(on)
	}
	return m.State == string(registry.Ended) || m.Values[lists.FieldEndStatus] == string(registry.EndDateUnknown)
}

// beginsAfter tells whether the membership is known to begin only after a day.
func (m *KnownMembership) beginsAfter(on registry.Date) bool {
	from := m.period().From
	return from != nil && from.After(on)
}

// standsOn gives where the membership stands on a day, as a read of that day has it.
func (m *KnownMembership) standsOn(on registry.Date) registry.RelationState {
	stands := registry.RelationState(m.State)
	switch {
	case !inForce(stands):
		return stands
	case m.endedBefore(on):
		return registry.Ended
	case stands == registry.Ended: // its last day is not over
		return m.BeforeEnd
	}
	return stands
}

// inForce tells whether one that stands so is in force on its days.
func inForce(stands registry.RelationState) bool {
	return stands != registry.Proposed && stands != registry.Disputed
}
