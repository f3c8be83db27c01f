package decisions

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
)

// sum gives what a row of a table adds up to, where a label heads it: its only number, or the last one if that is the sum of the others. The currency is
// what the label or the table's head says, or else that of the country.
func (d *draftReader) sum(lines [][]cell, n int) []found {
	row := lines[n]
	if len(row) < 2 || row[0].label == nil || row[0].label.Kind != "totalBudget" || row[0].value != row[0].to {
		return nil
	}
	total, rest := decimal.Decimal{}, decimal.Decimal{}
	for _, c := range row[1:] {
		words := d.text[c.from:c.to]
		amount, err := decimalOf(words)
		if !bareNumber.MatchString(words) || err != nil {
			return nil
		}
		rest, total = rest.Add(total), amount
	}
	unit := d.unitOfTable(lines, n)
	if len(row) > 2 && !rest.Equal(total) || unit == "" && total.LessThan(decimal.NewFromInt(leastPlain)) {
		return nil
	}
	if unit == "" {
		unit = d.language.Currency
	}
	last := row[len(row)-1]
	value, ok := d.amount(oneLine(d.text[last.from:last.to]) + " " + unit)
	if !ok {
		return nil
	}
	return []found{{"totalBudget", map[string]string{"value": value}, row[0].from, last.to, row[0].label.rule}}
}

// balance gives what a project costs where a table of its costs and one of its financing add up to the same.
func (d *draftReader) balance(lines [][]cell) []found {
	known := map[string]cell{}
	var all []found
	for n, row := range lines {
		for i := 0; i+1 < len(row); i++ {
			first, last := row[i], row[i+1]
			words := d.text[last.from:last.to]
			if !sumWord().MatchString(d.text[first.from:first.to]) || !bareNumber.MatchString(words) {
				continue
			}
			unit := cmp.Or(d.unitOfTable(lines, n), d.language.Currency)
			value, ok := d.amount(words + " " + unit)
			before, again := known[value]
			if amount, _, _ := moneyOf(value); !ok || amount.LessThan(decimal.NewFromInt(leastPlain)) {
				continue
			}
			known[value] = last
			if again {
				all = append(all, found{"totalBudget", map[string]string{"value": value}, before.from, last.to, balanced})
			}
		}
	}
	return all
}

// years gives the sum of amounts by year where a table of them is headed as what is granted.
func (d *draftReader) years(lines [][]cell) []found {
	var all []found
	sum, many := decimal.Decimal{}, 0
	for n, row := range lines {
		if len(row) != 2 {
			sum, many = decimal.Decimal{}, 0
			continue
		}
		value, ok := d.amount(d.words(row[1]))
		amount, _, _ := moneyOf(value)
		switch first := d.words(row[0]); {
		case ok && isYear.MatchString(first):
			sum, many = sum.Add(amount), many+1
		case ok && many > 1 && sumWord().MatchString(first) && sum.Equal(amount) && n > many && d.headsGrant(lines[n-many-1]):
			all = append(all, found{"cap", map[string]string{"value": value}, row[0].from, row[1].to, yearSum})
		default:
			sum, many = decimal.Decimal{}, 0
		}
	}
	return all
}

// headsGrant says whether a line heads amounts that are granted.
func (d *draftReader) headsGrant(row []cell) bool {
	return len(row) > 0 && yearHead().MatchString(d.words(row[0]))
}

var (
	isYear   = regexp.MustCompile(`^(?:19|20)\d{2}:?$`)
	yearHead = vocabulary("yearHead")
	yearSum  = &rule{Name: "years-of-grant", Rank: 2}
)

// balanced is the rule of what costs and financing add up to.
var balanced = &rule{Name: "costs-and-financing", Rank: 2}

// sumWord finds the head of a table's last row.
var sumWord = vocabulary("sumWord")

// leastPlain is the least amount that a table may tell without saying in what: less may be in thousands.
const leastPlain = 100_000

// unitOfTable gives in what a table's amounts are, as its first lines or the line above it say; "" where they do not.
func (d *draftReader) unitOfTable(lines [][]cell, n int) string {
	gap := false
	for at := n; at >= 0 && at > n-tableReach; at-- {
		row := lines[at]
		if len(row) == 0 {
			if gap {
				break
			}
			gap = true
			continue
		}
		if unit := tableUnit().FindStringSubmatch(d.text[row[0].from:row[len(row)-1].to]); unit != nil {
			return inThousands(unit[1])
		}
		if gap && at < n {
			break
		}
	}
	return ""
}

// inThousands gives the unit of amounts that a table says are in thousands, and any other as it stands.
func inThousands(unit string) string {
	unit = strings.ToLower(unit)
	if strings.Contains(unit, "000") || strings.Contains(unit, "tusen") {
		return "tkr"
	}
	return unit
}

// tableReach is how many lines a table's head may stand above its last row.
const tableReach = 20

// tableUnit finds in what the amounts of a table are.
var tableUnit = vocabulary("tableUnit")
