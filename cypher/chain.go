package cypher

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"partnernet/model"
)

// ofChain is the question which relation of a chain a relationship is part of, or in which place among that relation's.
var ofChain = regexp.MustCompile(`\b(relation|place)\((\w+)\)`)

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
	return ofChain.ReplaceAllStringFunc(text, func(call string) string {
		parts := ofChain.FindStringSubmatch(call)
		if parts[1] == "place" {
			return placeOf(chains, parts[2])
		}
		return relationOf(chains, parts[2])
	})
}

// placeOf gives the expression of a relationship's place in the order in which its relation names it. One that several relations name has
// the last of its places, which leaves the order within each as it is.
func placeOf(chains []model.Chain, r string) string {
	places := map[string]int{}
	for _, c := range chains {
		for i, by := range c.By {
			places[by] = max(places[by], i)
		}
	}
	var cases strings.Builder
	for _, by := range slices.Sorted(maps.Keys(places)) {
		cases.WriteString(" WHEN '" + by + "' THEN " + strconv.Itoa(places[by]))
	}
	return "CASE type(" + r + ")" + cases.String() + " END"
}

// relationOf gives the expression of the relation that a relationship is part of, null for none.
func relationOf(chains []model.Chain, r string) string {
	var cases strings.Builder
	for _, c := range chains {
		condition := "type(" + r + ") IN ['" + strings.Join(c.By, "', '") + "']"
		if c.Label != "" {
			condition = "startNode(" + r + "):" + c.Label + " OR endNode(" + r + "):" + c.Label
		}
		cases.WriteString(" WHEN " + condition + " THEN '" + c.Relation + "'")
	}
	return "CASE" + cases.String() + " END"
}
