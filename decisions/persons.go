package decisions

import (
	"slices"
	"strings"
)

// personRules are how persons are recognised.
type personRules struct {
	Roles  string   `yaml:"roles"`
	Labels []string `yaml:"labels"`
	Given  []string `yaml:"given"`

	patterns []*search // the first group is the name
}

// mark stands in quoted words for a person's name.
const mark = "[–]"

func (p *personRules) compile(set *ruleSet) {
	one := set.expanded("person")
	name := "(" + one + ")"
	role := loose(p.Roles)
	for _, text := range []string{
		`(?i:` + quoted(p.Labels) + `)\.?,?:? *\n?(?: *\n){0,3} *` + name,
		`(?m)^ *` + name + ` *\n *(?:Chef|Leder|Ordförande|Styreleder|VD)\b`,
		role + `,? (?:[\p{Ll}]+ )?` + name,                                               // enhetschef Anna Berg
		`(?m)^ *` + name + `(?: *\([a-zæøå.]+\))?(?:[ ]{2,}` + one + `)?,? *\n *` + role, // a name, and the office on the next line
		`(?m)^ *(?:` + one + `)[ ]{2,}` + name + ` *\n *` + role,
		name + `,? *(?:\n *)?(?:` + role + `)\b`,
		`\b((?:` + quoted(p.Given) + `)(?:-\p{Lu}\p{Ll}+)?(?: |\n)(?:\p{Lu}\.|von|af|de|\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?(?: (?:\p{Lu}\.|von|af|de|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)){0,2})`,
		`([\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,})`,                                   // an address
		`(\+4[67][ (]?[\d() –-]{6,14}\d|\b0\d{1,3} ?[-–/] ?\d{2,3}(?: \d{2,3}){1,3})`, // a telephone number
	} {
		p.patterns = append(p.patterns, newSearch(text))
	}
}

// span is a part of the flow, in bytes.
type span struct{ from, to int }

var formAfter = vocabulary("formAfter")

// persons finds the names of persons, and how they are reached. What is an organisation's name is none.
func persons(x *index) []span {
	var all []span
	text := x.text
	for _, pattern := range rules.persons.patterns {
		for _, at := range pattern.all(text, x) {
			from, to := at[2], at[3]
			if words := text[from:to]; whole(text, from, to) && !formAfter.MatchString(text[to:]) && !isBody(words) {
				all = append(all, span{from, to})
			}
		}
	}
	slices.SortFunc(all, func(a, b span) int { return a.from - b.from })
	return all
}

var ofPublicBody = vocabulary("ofPublicBody")

// isBody says whether words that look like a person's name are of something else.
func isBody(words string) bool {
	words = oneLine(words)
	_, listed := rules.authorities.named(words)
	return listed || ofPublicBody.MatchString(words) || strings.Count(words, " ") == 0 && !strings.ContainsAny(words, "@+0123456789")
}

func (d *draftReader) overlapsPerson(from, to int) bool {
	return slices.ContainsFunc(d.persons, func(p span) bool { return p.from < to && from < p.to })
}

// withoutPersons gives a part of the text on one line, with a mark in place of each person's name.
func (d *draftReader) withoutPersons(from, to int) string {
	var out strings.Builder
	at := from
	for _, p := range d.persons {
		if p.to <= at || p.from >= to {
			continue
		}
		out.WriteString(d.text[at:max(at, p.from)] + mark)
		at = min(p.to, to)
	}
	out.WriteString(d.text[min(at, to):to])
	return oneLine(strings.ReplaceAll(out.String(), mark+mark, mark))
}
