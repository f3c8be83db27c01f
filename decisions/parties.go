package decisions

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// A table of the parties of a project has a column with their names, and beside it what each of them costs, is given or is.
var (
	partyName  = vocabulary("partyName")
	partyFacts = vocabulary("partyFacts")
	costHead   = vocabulary("costHead")
	grantHead  = vocabulary("grantHead")
	partyRow   = &rule{Name: "party-row"}
	partySum   = &rule{Name: "party-sum", Rank: 1}
)

// parties gives the names and numbers of organisations in tables of parties, and what their last row adds up.
func (d *draftReader) parties(lines [][]cell, heads []int) []found {
	var all []found
	for n := range lines {
		if heads[n] >= 0 {
			all = append(all, d.partyRows(lines, n, heads[n])...)
		} else if heads := d.partyStack(lines, n); heads > 1 {
			all = append(all, d.partyCells(lines, n, heads)...)
		}
	}
	return all
}

// partyHeads gives for each line what partyTable says of it.
func (d *draftReader) partyHeads(lines [][]cell) []int {
	heads := make([]int, len(lines))
	for n, row := range lines {
		heads[n] = d.partyTable(row)
	}
	return heads
}

// partyTable gives the column of names where a row heads a table of parties; -1 where it does not.
func (d *draftReader) partyTable(row []cell) int {
	head := slices.IndexFunc(row, func(c cell) bool { return partyName().MatchString(d.words(c)) })
	if head < 0 || !slices.ContainsFunc(row, d.isPartyFact) {
		return -1
	}
	return head
}

// isPartyFact says whether a cell heads a column of what a table says of its parties.
func (d *draftReader) isPartyFact(c cell) bool {
	return partyFacts().MatchString(d.words(c)) && !partyName().MatchString(d.words(c))
}

func (d *draftReader) words(c cell) string { return oneLine(d.text[c.from:c.to]) }

// partyRows reads a table of parties row by row. A number that begins a row is that of the party above.
func (d *draftReader) partyRows(lines [][]cell, n, head int) []found {
	var all []found
	name := ""
	for at := n + 1; at < len(lines) && len(lines[at]) > 0; at++ {
		row := lines[at]
		value, isNumber := number(d.words(row[0]))
		switch {
		case isNumber && numberOnly().MatchString(d.words(row[0])):
			if name != "" {
				all = append(all, found{"organisation", map[string]string{"name": name, "number": value}, row[0].from, row[0].to, partyRow})
			}
			continue
		case len(row) == 1:
			return all
		case sumWord().MatchString(strings.TrimRight(d.words(row[0]), ":")):
			return append(all, d.partySums(lines, n, row[1:])...)
		case len(row) == len(lines[n]):
			name = ""
			if party := d.party(row[head], row); party != nil {
				name = party[0].values["value"]
				all = append(all, party...)
			}
		}
	}
	return all
}

// partyStack gives how many lines from one on head a table of parties whose every cell has its own line; 0 where none do.
func (d *draftReader) partyStack(lines [][]cell, n int) int {
	many, names, facts := 0, false, false
	for ; n+many < len(lines) && len(lines[n+many]) == 1; many++ {
		c := lines[n+many][0]
		isName, isFact := partyName().MatchString(d.words(c)), d.isPartyFact(c)
		if !isName && !isFact || many == 0 && !isName {
			break
		}
		names, facts = names || isName, facts || isFact
	}
	if !names || !facts {
		return 0
	}
	return many
}

// partyCells reads a table of parties whose every cell has its own line: a name is what a number stands below.
func (d *draftReader) partyCells(lines [][]cell, n, heads int) []found {
	var all []found
	first := n + heads
	for first < min(n+tableReach, len(lines)) && !d.isStackedParty(lines, first) {
		first++ // what goes on of the head
	}
	for at := first; at+1 < len(lines) && len(lines[at]) == 1 && len(lines[at+1]) == 1; at++ {
		c, below := lines[at][0], lines[at+1][0]
		switch words := d.words(c); {
		case sumWord().MatchString(strings.TrimRight(words, ":")):
			var sums []cell
			for ; at+1 < len(lines) && len(lines[at+1]) == 1 && bareNumber.MatchString(d.words(lines[at+1][0])); at++ {
				sums = append(sums, lines[at+1][0])
			}
			return append(all, d.partySums(lines, n, sums)...)
		case c.label != nil && !d.isPartyFact(c):
			return all
		case numberOnly().MatchString(words):
			all = append(all, d.numberOfLast(all, c)...)
		case d.isStackedParty(lines, at):
			if above := lines[at-1]; len(above) == 1 && strings.HasPrefix(words, d.words(above[0])) {
				c = above[0] // the unit of it that takes part
			}
			all = append(all, d.party(c, []cell{c, below})...)
		}
	}
	return all
}

// isStackedParty says whether a line has a cell that a number stands below.
func (d *draftReader) isStackedParty(lines [][]cell, at int) bool {
	return at+1 < len(lines) && len(lines[at]) == 1 && len(lines[at+1]) == 1 && !startsWithDigit.MatchString(d.words(lines[at][0])) && !noParty().MatchString(d.words(lines[at][0])) && startsWithDigit.MatchString(d.words(lines[at+1][0]))
}

// numberOfLast gives a number to the party that was read last, if it has none.
func (d *draftReader) numberOfLast(all []found, c cell) []found {
	value, is := number(d.words(c))
	if !is || len(all) == 0 || all[len(all)-1].kind != "partner" {
		return nil
	}
	return []found{{"organisation", map[string]string{"name": all[len(all)-1].values["value"], "number": value}, c.from, c.to, partyRow}}
}

var startsWithDigit = regexp.MustCompile(`^\d`)

// party gives the partner in a cell, with the number that stands in its row.
func (d *draftReader) party(c cell, row []cell) []found {
	name, ok := d.nameInCell(d.words(c))
	if !ok || c.label != nil || noParty().MatchString(name) || d.overlapsPerson(c.from, c.to) {
		return nil
	}
	all := []found{{"partner", map[string]string{"value": name}, c.from, c.to, partyRow}}
	for _, other := range row {
		if value, is := number(d.words(other)); is && numberOnly().MatchString(d.words(other)) {
			all = append(all, found{"organisation", map[string]string{"name": name, "number": value}, other.from, other.to, partyRow})
		}
	}
	return all
}

// noParty finds what a table says of the aid of a party, and no name.
var noParty = vocabulary("noParty")

// numberOnly matches an organisation's number and nothing else.
var numberOnly = lazily(func() string { return `^(?:` + loose(rules().expanded("number10")) + `)$` })

// partySums gives what the last row of a table adds up: the costs and the grant, if it has a sum for each column of money.
func (d *draftReader) partySums(lines [][]cell, n int, sums []cell) []found {
	var kinds []string
	for at := n; at < len(lines) && at < n+tableReach && (at == n || len(lines[at]) == 1); at++ {
		for _, c := range lines[at] {
			switch words := d.words(c); {
			case costHead().MatchString(words):
				kinds = append(kinds, "totalBudget")
			case grantHead().MatchString(words):
				kinds = append(kinds, "cap")
			}
		}
		if len(lines[at]) != 1 {
			break
		}
	}
	if len(kinds) != len(sums) {
		return nil
	}
	var all []found
	for i, c := range sums {
		value, ok := d.amount(d.words(c) + " " + cmp.Or(d.unitOfTable(lines, n), d.language.Currency))
		if amount, _, _ := moneyOf(value); ok && bareNumber.MatchString(d.words(c)) && !amount.LessThan(decimal.NewFromInt(leastPlain)) {
			all = append(all, found{kinds[i], map[string]string{"value": value}, c.from, c.to, partySum})
		}
	}
	return all
}
