package cypher

import (
	"maps"
	"slices"
	"strings"

	"partnernet/model"
)

// reasons gives the stored reasons why fields of a record are not known, without those that are true no more: the ledger drops the reason of
// what the record itself comes to be told, but other records may lead to it without its being written. It leaves out fields that lead to
// something the viewer may see, in force or not. Fields that are one relationship away are asked in one subquery,
// because planning costs by the number of subqueries.
func (b *build) reasons(variable string, t *model.Type) string {
	near, far := told{}, told{}
	for _, name := range t.Possible {
		possible := b.model.Type(name)
		for _, f := range possible.Fields() {
			switch {
			case !f.ToldByOthers() || b.model.Type("Record").Field(f.Name) != nil:
			case f.Through == "" && b.sensitive(b.model.Type(f.Target)):
				near[f.Name] = append(near[f.Name], way{possible, f})
			default:
				far[f.Name] = append(far[f.Name], way{possible, f})
			}
		}
	}
	stored := "coalesce(" + variable + ".unknown, [])"
	if len(near)+len(far) == 0 {
		return stored
	}
	return "[told IN " + stored + " WHERE NOT (" + b.leadsNear(variable, t, near) + " OR " + b.leadsFar(variable, t, far) + ")]"
}

// told are the ways to what others tell of a record, by the fields that they are.
type told map[string][]way

// way is a field of a type that leads to records which say so themselves.
type way struct {
	owner *model.Type
	field *model.Field
}

// theField is the expression of the field that a reason is about.
const theField = "split(told, ':')[0]"

// cases gives the condition that holds for the field that a reason is about.
func (ts told) cases(condition func(way) string) string {
	var cases strings.Builder
	for _, name := range slices.Sorted(maps.Keys(ts)) {
		conditions := make([]string, len(ts[name]))
		for i, w := range ts[name] {
			conditions[i] = condition(w)
		}
		cases.WriteString(" WHEN '" + name + "' THEN " + strings.Join(conditions, " OR "))
	}
	return "CASE " + theField + cases.String() + " ELSE false END"
}

// leadsNear gives the condition that the field is one that leads to a record which the viewer may see, by a relationship.
func (b *build) leadsNear(variable string, t *model.Type, ts told) string {
	if len(ts) == 0 {
		return "false"
	}
	r, other, relTypes, targets := b.variable("r"), b.variable("n"), map[string]bool{}, map[string]bool{}
	isTheWay := ts.cases(func(w way) string {
		relTypes[w.field.RelType], targets[w.field.Target] = true, true
		pattern := strings.TrimPrefix(b.pattern(other, w.field.Target), "(")
		conditions := []string{"type(" + r + ") = '" + w.field.RelType + "'", "(" + pattern}
		if w.field.Direction == "IN" {
			conditions = append(conditions, "startNode("+r+") = "+other)
		}
		if t.Abstract {
			conditions = append(conditions, "("+variable+":"+w.owner.Label+")")
		}
		return all(conditions)
	})
	anyOf := &model.Type{Abstract: true}
	for _, target := range slices.Sorted(maps.Keys(targets)) {
		anyOf.Possible = append(anyOf.Possible, b.model.Type(target).Possible...)
	}
	where := whereClause(append([]string{isTheWay}, b.exists(other, anyOf, nil)...))
	names := "['" + strings.Join(slices.Sorted(maps.Keys(ts)), "', '") + "']"
	return "CASE WHEN " + theField + " IN " + names + " THEN EXISTS { MATCH (" + variable + ")-[" + r + ":" +
		strings.Join(slices.Sorted(maps.Keys(relTypes)), "|") + "]-(" + other + ") " + where + " } ELSE false END"
}

// leadsFar gives the condition that the field is one that leads to something which the viewer may see, over a part.
func (b *build) leadsFar(variable string, t *model.Type, ts told) string {
	if len(ts) == 0 {
		return "false"
	}
	return ts.cases(func(w way) string {
		src := b.related(variable, w.field)
		condition := src.exists(b.exists(src.variable, src.target, w.field))
		if t.Abstract {
			return "(" + variable + ":" + w.owner.Label + " AND " + condition + ")"
		}
		return condition
	})
}
