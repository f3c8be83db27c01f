package decisions

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// personRules are how persons are recognised.
type personRules struct {
	Roles  string   `yaml:"roles"`
	Labels []string `yaml:"labels"`
	Given  []string `yaml:"given"`

	Attending []string `yaml:"attending"`
	Parties   string   `yaml:"parties"`

	label     *regexp.Regexp // heads a column with a name below
	attending *regexp.Regexp // heads a list of names
	alone     *regexp.Regexp // a name, and perhaps an office, and nothing else
	patterns  []*search      // the first group is the name
}

// mark stands in quoted words for a person's name.
const mark = "[–]"

func (p *personRules) compile(set *ruleSet) {
	one := set.expanded("person")
	p.label = regexp.MustCompile(`^(?i:(?:vår |deres |er )?(?:` + quoted(p.Labels) + `)(?:(?:/|, )\p{L}+)?)\.?:?$`)
	p.attending = regexp.MustCompile(`^ *(?i:` + quoted(p.Attending) + `)(?:: *| {2,})`)
	p.alone = regexp.MustCompile(`^(` + one + `)(?:(?:, |/)(?:\p{Ll}[\p{L} -]*|[\d ]{8,14}))?$`)
	name := "(" + one + ")"
	role := loose(p.Roles)
	for _, text := range []string{
		`(?i:` + quoted(p.Labels) + `)(?:(?: har)? (?:varit|var|vært|er|är))?\.?,?:? *\n?(?: *\n){0,3} *` + name,
		`\b(?:Att[.:]|Attn[.:]?) *` + name,
		`(?m)^ *` + name + ` *\n *(?:Chef|Leder|Ordförande|Styreleder|VD)\b`,
		role + `[,:]?(?: |\n *)(?:[\p{Ll}]+ )?` + name,                                   // enhetschef Anna Berg
		`(?m)^ *` + name + `(?: *\([a-zæøå.]+\))?(?:[ ]{2,}` + one + `)?,? *\n *` + role, // a name, and the office on the next line
		`(?m)^ *(?:` + one + `)[ ]{2,}` + name + ` *\n *` + role,
		name + `,? *(?:\n *)?(?:\d:[ae] )?(?:` + role + `)\b`,
		name + ` \((?:` + p.Parties + `)\)`,
		`\b((?:` + quoted(p.Given) + `)(?:-\p{Lu}\p{Ll}+)?(?: |\n)(?:\p{Lu}\.|von|af|de|\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?(?: (?:\p{Lu}\.|von|af|de|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)){0,2})`,
		`([\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,})`, // an address
		`(\+4[67][ (]?[\d() –-]{6,14}\d|\b0\d{1,3} ?[-–/] ?\d{2,3}(?: \d{2,3}){1,3}|` + norwegianTelephone + `)`,
		telephoneWord + `((?:\+|00)\d[\d() –-]{6,16}\d|0\d{1,3} ?[-–/]? ?\d{2,3}(?: \d{2,3}){1,3}|0\d{4,9}|[2-9]\d{7}|` + norwegianTelephone + `)`,
	} {
		p.patterns = append(p.patterns, newSearch(text))
	}
}

// How a Norwegian telephone number is divided, as nothing else is: 912 34 567 and 48 12 34 56. And what stands before a number in any form.
const (
	norwegianTelephone = `\b[2-9]\d{2} \d{2} \d{3}\b|\b[2-9]\d \d{2} \d{2} \d{2}\b`
	telephoneWord      = `(?i:telefon|\b(?:tlf|tfn|tel|mobil|mob|phone|cell))(?i:nummer|nr|no)?[.:]* *`
)

// span is a part of the flow, in bytes.
type span struct{ from, to int }

var formAfter = vocabulary("formAfter")

// persons finds the names of persons, and how they are reached. What is an organisation's name is none.
func persons(x *index) []span {
	var all []span
	text := x.text
	for _, pattern := range rules().persons.patterns {
		for _, at := range pattern.all(text, x) {
			from, to := at[2], at[3]
			if words := text[from:to]; whole(text, from, to) && !formAfter().MatchString(text[to:]) && !isBody(words) {
				all = append(all, span{from, to})
			}
		}
	}
	all = append(all, personsInColumns(text)...)
	all = append(all, personsBeside(text, all)...)
	all = append(all, again(text, all)...)
	slices.SortFunc(all, func(a, b span) int { return a.from - b.from })
	return all
}

// personsInColumns finds names below what heads their column, and one below the other among those who were there.
func personsInColumns(text string) []span {
	var all []span
	heads := map[int]int{} // the columns that names stand in, with the lines that may still have one
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		bare := strings.TrimRight(line, "\n ")
		next := map[int]int{}
		for column, left := range heads {
			if left > 1 {
				next[column] = left - 1
			}
		}
		for _, c := range columnsOf(bare) {
			words := bare[c.from:c.to]
			if name := rules().persons.alone.FindStringSubmatchIndex(words); name != nil && linesLeft(heads, c.from) > 0 && !isBody(words[:name[3]]) {
				all = append(all, span{at + c.from, at + c.from + name[3]})
				if linesLeft(heads, c.from) <= columnReach { // and no list
					maps.DeleteFunc(next, func(head, _ int) bool { return linesLeft(map[int]int{head: 1}, c.from) > 0 })
				}
			}
			if rules().persons.label.MatchString(words) {
				next[c.from] = columnReach
			}
		}
		if head := rules().persons.attending.FindStringIndex(bare); head != nil {
			next[head[1]] = listReach
		}
		heads = next
		at += len(line)
	}
	return all
}

// personsBeside finds names that stand in the next column to somebody's, and nothing else with them: who else signs or adjusts.
func personsBeside(text string, known []span) []span {
	var all []span
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		row := columnsOf(strings.TrimRight(line, "\n "))
		isKnown := func(c span) bool { return slices.Contains(known, span{at + c.from, at + c.to}) }
		if len(row) > 1 && slices.ContainsFunc(row, isKnown) {
			for _, c := range row {
				if words := line[c.from:c.to]; !isKnown(c) && rules().persons.alone.MatchString(words) && !isBody(words) && !wholeName().MatchString(words) {
					all = append(all, span{at + c.from, at + c.to})
				}
			}
		}
		at += len(line)
	}
	return all
}

// A name stands at most so many lines below what heads its column, and a list of names goes on for as many.
const columnReach, listReach = 3, 40

// columnsOf gives the parts of a line between wide gaps.
func columnsOf(line string) []span {
	var all []span
	begin := 0
	for _, gap := range append(gaps.FindAllStringIndex(line, -1), []int{len(line), len(line)}) {
		if gap[0] > begin {
			all = append(all, span{begin, gap[0]})
		}
		begin = gap[1]
	}
	return all
}

// linesLeft gives for how many lines a name may still stand in a column, which begins about where its head does; 0 where it has none.
func linesLeft(heads map[int]int, column int) int {
	most := 0
	for head, left := range heads {
		if column >= head-3 && column <= head+3 {
			most = max(most, left)
		}
	}
	return most
}

// again finds the other places where somebody is named who is known by one of them.
func again(text string, known []span) []span {
	var all []span
	looked := map[string]bool{}
	for _, one := range known {
		name := text[one.from:one.to]
		if looked[name] || !strings.Contains(name, " ") {
			continue
		}
		looked[name] = true
		for from := 0; ; {
			at := strings.Index(text[from:], name)
			if at < 0 {
				break
			}
			if from += at; whole(text, from, from+len(name)) {
				all = append(all, span{from, from + len(name)})
			}
			from += len(name)
		}
	}
	return all
}

var ofPublicBody = vocabulary("ofPublicBody")

// isBody says whether words that look like a person's name are of something else.
func isBody(words string) bool {
	words = oneLine(words)
	_, listed := rules().authorities.named(words)
	return listed || ofPublicBody().MatchString(words) || strings.Count(words, " ") == 0 && !strings.ContainsAny(words, "@+0123456789")
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
