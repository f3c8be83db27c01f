package decisions

import "regexp"

// addressed is the rule of whom a letter is addressed to.
var addressed = &rule{Name: "addressee", Rank: 3}

// postcode finds the last line of a postal address.
var postcode = vocabulary("postcode")

// addressRows is how many lines a postal address has at most.
const addressRows = 6

// addressees gives whom a letter is addressed to: who stands first in the postal addresses among its first lines, in whichever column they are.
func (d *draftReader) addressees(lines [][]cell) []found {
	var all []found
	for n := range min(addressLines, len(lines)) {
		for _, c := range lines[n] {
			if !postcode().MatchString(d.words(c)) {
				continue
			}
			first, there := d.firstOfAddress(lines, n, c.column)
			if !there || first.label != nil || d.overlapsPerson(first.from, first.to) {
				continue
			}
			if name, ok := d.nameInCell(d.words(first)); ok && !address().MatchString(name) && !contact().MatchString(name) {
				all = append(all, found{"recipient", map[string]string{"value": name}, first.from, first.to, addressed})
			}
		}
	}
	return all
}

// beginsNoName finds a line above an address that is none of it: a day, a number, what stands in brackets.
var beginsNoName = regexp.MustCompile(`^\(|^(?:19|20)\d{2}-\d{2}-\d{2}$`)

// firstOfAddress gives the first line of the address that ends in a line and a column: the one below an empty line, or below the letter's other fields.
func (d *draftReader) firstOfAddress(lines [][]cell, n, column int) (first cell, there bool) {
	for at := n - 1; at >= 0 && at >= n-addressRows; at-- {
		c, is := inColumn(lines[at], column)
		if !is || c.label != nil || first.from > 0 && beginsNoName.MatchString(d.words(c)) {
			break
		}
		first, there = c, true
	}
	return first, there
}
