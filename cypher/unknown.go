package cypher

import (
	"slices"
	"strings"

	"partnernet/model"
)

// reasons gives the stored reasons why fields of a record are not known, each as a map of field and reason, without those that are true no
// more: the ledger drops the reason of what the record itself comes to be told, but other records may lead to it without its being written.
// It leaves out fields that lead to something the viewer may see, in force or not.
func (b *build) reasons(variable string, t *model.Type) string {
	reason, field, where := b.variable("told"), b.variable("field"), ""
	if ways := b.statedByOthers(t); len(ways.byField) > 0 {
		where = "WHERE NOT " + b.leads(variable, field, ways)
	}
	return collect("UNWIND "+variable+".unknown AS "+reason, "WITH "+reason+", split("+reason+", ':')[0] AS "+field, where,
		"RETURN {field: "+field+", reason: split("+reason+", ':')[1]}")
}

// leads gives the condition that a field leads to a record which the viewer may see. Which field leads where is in
// the parameter $toldBy: planning costs by the length of the statement.
func (b *build) leads(variable, field string, ways ways) string {
	link, other := b.variable("r"), b.variable("n")
	pattern := "(" + variable + ")-[" + link + ":" + strings.Join(ways.relTypes, "|") + "]-"
	if len(ways.beyond) > 0 {
		pattern += "()-[:" + strings.Join(ways.beyond, "|") + "]-{0,1}"
	}
	isOne := "any(way IN $toldBy[" + field + "] WHERE way.owner IN labels(" + variable + ") AND way.by = type(" + link +
		") AND way.label IN labels(" + other + ") AND (way.either OR endNode(" + link + ") = " + variable + "))"
	return "EXISTS { MATCH " + pattern + "(" + other + ") " + whereClause(append([]string{isOne}, b.exists(other, ways.targets, nil)...)) + " }"
}

// ways lead from a record to what others tell of it.
type ways struct {
	byField          map[string]any // the ways of each field, one for each type that has it and each that it leads to
	relTypes, beyond []string       // the relationships at the record, and those beyond a part that stands between
	targets          *model.Type    // any of those that they lead to
}

// statedByOthers gives the ways of the fields that other records tell. What any record has, such as its history, is nothing that is known of it.
func (b *build) statedByOthers(t *model.Type) ways {
	all := ways{byField: map[string]any{}, targets: &model.Type{Abstract: true}}
	for _, name := range t.Possible {
		owner := b.model.Type(name)
		for _, f := range owner.Fields() {
			if f.StatedByOthers() && b.model.Type("Record").Field(f.Name) == nil {
				all.add(owner, f, b.model)
			}
		}
	}
	return all
}

func (w *ways) add(owner *model.Type, f *model.Field, m *model.Model) {
	w.relTypes = with(w.relTypes, f.RelType)
	if f.Through != "" {
		w.beyond = with(w.beyond, f.ThroughType)
	}
	for _, name := range m.Type(f.Target).Possible {
		w.targets.Possible = with(w.targets.Possible, name)
		ofField, _ := w.byField[f.Name].([]any)
		w.byField[f.Name] = append(ofField, map[string]any{
			"owner": owner.Label, "by": f.RelType, "label": m.Type(name).Label, "either": f.Direction == "BOTH",
		})
	}
}

// with adds a name that is not among others yet.
func with(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}
