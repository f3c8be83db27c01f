package decisions

import (
	"regexp"
	"strings"
)

// Forms of both countries have a part for the recipient of each, with what it is granted and of which costs.
var (
	sectionHead   = vocabulary("sectionHead")
	sectionName   = vocabulary("sectionName")
	sectionGrant  = vocabulary("sectionGrant")
	sectionShare  = vocabulary("sectionShare")
	sectionCosts  = vocabulary("sectionCosts")
	sectionNumber = vocabulary("numberHead")

	// sectionField finds a field of such a part: words, and what stands beside them.
	sectionField = regexp.MustCompile(`^ *(\p{L}[^:\n]{1,50}?)(?:: *| {2,})(\S[^\n]*)$`)
)

// sectionLines is how many lines such a part has at most.
const sectionLines = 12

// grantSections gives what the parts of such a form grant: none where a part lacks its name or its amount.
func (d *draftReader) grantSections() []grant {
	lines := d.language.cells(d.text)
	var grants []grant
	for n, row := range lines {
		if len(row) == 0 {
			continue
		}
		head := headOfSection(d.text[row[0].from:row[len(row)-1].to])
		if head == nil || len(row) > 1 && row[0].label == nil {
			continue
		}
		if g := d.grantSection(lines, n, head); g.recipient != "" && g.amount != "" {
			grants = append(grants, g)
		}
	}
	return grants
}

// headOfSection gives the country's letter and the name that the head of such a part tells; the country is "" where it is told of neither side. nil of another line.
func headOfSection(line string) []string {
	if head := sectionHead().FindStringSubmatch(line); head != nil {
		return head
	}
	if head := recipientHead().FindStringSubmatch(line); head != nil {
		return []string{head[0], "", head[1]}
	}
	return nil
}

// grantSection reads one part, from its head on: to the next head, or where no field follows.
func (d *draftReader) grantSection(lines [][]cell, n int, head []string) grant {
	g := grant{country: map[string]string{"n": "NO", "s": "SE"}[strings.ToLower(head[1])], part: span{lines[n][0].from, lines[n][len(lines[n])-1].to}}
	if name, ok := d.nameInCell(head[2]); ok {
		g.recipient = name
	}
	for _, row := range lines[n+1 : min(n+1+sectionLines, len(lines))] {
		if len(row) == 0 {
			if g.amount != "" {
				break
			}
			continue
		}
		line := span{row[0].from, row[len(row)-1].to}
		words := d.text[line.from:line.to]
		field := sectionField.FindStringSubmatch(words)
		if field == nil && g.recipient != "" && g.amount == "" && d.saysAmount(&g, words) {
			g.part.to = line.to
			continue
		}
		if headOfSection(words) != nil || field == nil && g.recipient != "" {
			break
		}
		d.sectionValue(&g, field, words)
		g.part.to = line.to
	}
	return g
}

// sectionValue reads one field of a part, by the words that head it. A line below the head that is no field is the name.
func (d *draftReader) sectionValue(g *grant, field []string, words string) {
	if field == nil {
		g.recipient, _ = d.nameInCell(words)
		return
	}
	label, value := field[1], field[2]
	at := valuePatterns()["amount"].FindString(value)
	amount, isAmount := d.value("amount", at)
	switch share := valuePatterns()["percent"].FindString(value); {
	case sectionName().MatchString(label):
		g.recipient, _ = d.nameInCell(value)
	case sectionNumber().MatchString(label):
		if id, ok := number(value); ok && numberOnly().MatchString(value) {
			g.number = id
		}
	case sectionShare().MatchString(label) && share != "":
		g.rate, _ = rate(share)
	case at != "" && isAmount && sectionCosts().MatchString(label):
		g.costs = amount
	case at != "" && isAmount && appliedFor().MatchString(label):
		g.asked = amount
	case at != "" && isAmount && sectionGrant().MatchString(label) && g.amount == "":
		g.amount = amount
	}
}

// saysAmount reads a line of a part that grants its amount in a sentence: Projektet beviljas med högst 500 000 kronor.
func (d *draftReader) saysAmount(g *grant, words string) bool {
	amount, only := onlyAmount(words)
	if !only || !grantVerb().MatchString(words) || d.refuses(words) || conditional().MatchString(words) {
		return false
	}
	value, ok := d.value("amount", amount)
	g.amount = value
	return ok
}
