package cypher

import (
	"slices"
	"strings"

	"partnernet/model"
)

// This file is the only place that decides what exists for a viewer and what is in force on a day.

// exists gives the conditions under which a node exists for the viewer: its sensitivity is one the viewer may see,
// and so is every record without which it cannot be. The record that it was reached from by the given field has been asked already.
func (b *build) exists(variable string, t *model.Type, reachedBy *model.Field) []string {
	return b.existing(variable, t, reachedBy, nil)
}

// existing does the work of exists. Below a type that is being asked about, the same type is asked for its sensitivity alone:
// a change of a change would otherwise never end.
func (b *build) existing(variable string, t *model.Type, reachedBy *model.Field, within []string) []string {
	var conditions []string
	if b.sensitive(t) {
		conditions = append(conditions, visible(variable))
	}
	if !t.Abstract {
		return append(conditions, b.required(variable, t, reachedBy, within)...)
	}
	for _, name := range t.Possible {
		possible := b.model.Type(name)
		if required := b.required(variable, possible, reachedBy, within); len(required) > 0 {
			conditions = append(conditions, "(NOT "+variable+":"+possible.Label+" OR "+strings.Join(required, " AND ")+")")
		}
	}
	return conditions
}

func visible(variable string) string { return variable + ".sensitivity IN $visible" }

// counted keeps relations that count in what the registry works out: those that nobody has only proposed, and nobody denies.
func counted(variable string) string {
	return "coalesce(NOT " + variable + ".state IN ['PROPOSED', 'DISPUTED'], true)"
}

// underWay keeps projects that run on the day, as far as is known.
func underWay(variable, asOf string) string {
	from := "coalesce(" + variable + ".actualFrom, " + variable + ".plannedFrom)"
	to := "coalesce(" + variable + ".actualTo, " + variable + ".plannedTo)"
	return "coalesce(" + from + " <= " + asOf + ", true) AND coalesce(" + to + " >= " + asOf + ", true)"
}

// predicate gives the condition that a hand-written statement calls by name: visible(x), counted(x), underWay(x) or inForce(x:Type).
func (b *build) predicate(name, variable, typeName string, sc scope) string {
	switch name {
	case "visible":
		return visible(variable)
	case "counted":
		return counted(variable)
	case "underWay":
		return underWay(variable, sc.asOf)
	default:
		return strings.Join(b.inForce(variable, b.model.Type(typeName), sc), " AND ")
	}
}

// sensitive says whether nodes of a type have a sensitivity of their own; parts of a record do not.
// Where only some of the possible types have, those that have none are left out: rather too little is shown than too much.
func (b *build) sensitive(t *model.Type) bool {
	return slices.ContainsFunc(t.Possible, func(name string) bool { return b.model.Type(name).Record })
}

func (b *build) required(variable string, t *model.Type, reachedBy *model.Field, within []string) []string {
	if slices.Contains(within, t.Name) {
		return nil
	}
	within = append(within[:len(within):len(within)], t.Name)
	var conditions []string
	for _, f := range t.Required() {
		if reachedBy != nil && reachedBy.RelType == f.RelType && reachedBy.Direction != f.Direction {
			continue
		}
		src := b.related(variable, f)
		conditions = append(conditions, src.exists(b.existing(src.variable, src.target, f, within)))
	}
	return conditions
}

// inForce gives the condition under which a record holds on the read's day. An unknown end does not exclude it;
// one that is known to have ended, on a day that nobody knows, is not in force.
func (b *build) inForce(variable string, t *model.Type, sc scope) []string {
	if t.Validity == nil {
		return nil
	}
	conditions := []string{
		"coalesce(" + variable + "." + t.Validity.From + " <= " + sc.asOf + ", true)",
		"coalesce(" + variable + "." + t.Validity.To + " >= " + sc.asOf + ", true)",
	}
	if t.Field("endStatus") != nil {
		conditions = append(conditions, "coalesce("+variable+".endStatus <> 'ENDED_DATE_UNKNOWN', true)")
	}
	return conditions
}
