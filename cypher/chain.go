package cypher

import (
	"regexp"
	"strings"

	"partnernet/model"
)

// ofChain is the question which relation of a chain a relationship is part of, or in which place among that relation's.
var ofChain = regexp.MustCompile(`\b(relation|place)\((\w+)\)`)

// chained puts what the schema says of chains of relations where a statement names it. What is asked of each relationship is looked up in a
// parameter, $relationOf or $placeOf: planning costs by the length of the statement.
func (b *build) chained(text string) string {
	var ways, links, linked, straight []string
	for _, c := range b.model.Chains() {
		for _, by := range c.By {
			ways = with(ways, by)
			if c.Label != "" {
				linked = with(linked, by)
			}
		}
		if c.Label == "" {
			straight = append(straight, "'"+c.Relation+"'")
		} else {
			links = append(links, c.Label)
		}
	}
	text = strings.NewReplacer("<ways>", strings.Join(ways, "|"), "<links>", strings.Join(links, "|"),
		"<linked>", strings.Join(linked, "|"), "<straight>", strings.Join(straight, ", ")).Replace(text)
	return ofChain.ReplaceAllStringFunc(text, func(call string) string {
		parts := ofChain.FindStringSubmatch(call)
		if parts[1] == "place" {
			return "$placeOf[type(" + parts[2] + ")]"
		}
		return "coalesce($relationOf[type(" + parts[2] + ")], $relationOf[[label IN labels(startNode(" + parts[2] + ")) WHERE label <> 'Record'][0]])"
	})
}

// relationOf gives which relation a relationship is part of: by its type or, where relationships of one type are part of several relations or of
// none, by the label of the record that it begins at.
func relationOf(m *model.Model) map[string]any {
	labels, relations := map[string][]string{}, map[string]any{}
	for _, t := range m.Types() {
		for _, f := range t.Fields() {
			if f.Kind == model.Relationship && f.Direction != "IN" && t.Label != "" {
				labels[f.RelType] = with(labels[f.RelType], t.Label)
			}
		}
	}
	for _, c := range m.Chains() {
		for _, by := range c.By {
			if c.Label != "" && len(labels[by]) > 1 {
				relations[c.Label] = c.Relation
			} else {
				relations[by] = c.Relation
			}
		}
	}
	return relations
}

// placeOf gives each relationship's place in the order in which its relation names it. One that several relations name has the last of its
// places, which leaves the order within each as it is.
func placeOf(m *model.Model) map[string]any {
	places := map[string]any{}
	for _, c := range m.Chains() {
		for i, by := range c.By {
			if known, isKnown := places[by].(int); !isKnown || known < i {
				places[by] = i
			}
		}
	}
	return places
}
