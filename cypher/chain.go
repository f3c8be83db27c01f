package cypher

import (
	"regexp"
	"strings"

	"partnernet/model"
)

// relation is the question which relation of a chain a relationship is part of.
var relation = regexp.MustCompile(`\brelation\((\w+)\)`)

// chained puts what the schema says of chains of relations where a statement names it.
func (b *build) chained(text string) string {
	chains := b.model.Chains()
	var ways, links, linked, straight []string
	for _, c := range chains {
		ways = append(ways, c.By...)
		if c.Label == "" {
			straight = append(straight, "'"+c.Relation+"'")
			continue
		}
		links, linked = append(links, c.Label), append(linked, c.By...)
	}
	text = strings.NewReplacer("<ways>", strings.Join(ways, "|"), "<links>", strings.Join(links, "|"),
		"<linked>", strings.Join(linked, "|"), "<straight>", strings.Join(straight, ", ")).Replace(text)
	return relation.ReplaceAllStringFunc(text, func(call string) string { return relationOf(chains, relation.FindStringSubmatch(call)[1]) })
}

// relationOf gives the expression of the relation that a relationship is part of, null for none.
func relationOf(chains []model.Chain, r string) string {
	text := "CASE"
	for _, c := range chains {
		if c.Label != "" {
			text += " WHEN startNode(" + r + "):" + c.Label + " OR endNode(" + r + "):" + c.Label + " THEN '" + c.Relation + "'"
		} else {
			text += " WHEN type(" + r + ") IN ['" + strings.Join(c.By, "', '") + "'] THEN '" + c.Relation + "'"
		}
	}
	return text + " END"
}
