package cypher

import (
	"strings"

	"partnernet/model"
)

// reasons gives the stored reasons why fields of a record are not known, without those that are true no more: the ledger drops the reason of
// what the record itself comes to be told, but other records may lead to it without its being written. It leaves out fields that lead to
// something the viewer may see, in force or not.
func (b *build) reasons(variable string, t *model.Type) string {
	var names []string
	told := map[string][]string{}
	for _, name := range t.Possible {
		possible := b.model.Type(name)
		for _, f := range possible.Fields() {
			if !f.ToldByOthers() || b.model.Type("Record").Field(f.Name) != nil {
				continue
			}
			if told[f.Name] == nil {
				names = append(names, f.Name)
			}
			told[f.Name] = append(told[f.Name], b.leadsSomewhere(variable, possible, f, t.Abstract))
		}
	}
	stored := "coalesce(" + variable + ".unknown, [])"
	if len(names) == 0 {
		return stored
	}
	cases := make([]string, len(names))
	for i, name := range names {
		cases[i] = "WHEN '" + name + "' THEN " + strings.Join(told[name], " OR ")
	}
	return "[told IN " + stored + " WHERE NOT CASE split(told, ':')[0] " + strings.Join(cases, " ") + " ELSE false END]"
}

// leadsSomewhere gives the condition that a field leads to a record that the viewer may see.
func (b *build) leadsSomewhere(variable string, t *model.Type, f *model.Field, oneOfMany bool) string {
	src := b.related(variable, f)
	condition := src.exists(b.exists(src.variable, src.target, f))
	if oneOfMany {
		return "(" + variable + ":" + t.Label + " AND " + condition + ")"
	}
	return condition
}
