package decisions

import "strings"

// Lists of projects name who owns each: Larm i by (Hamra kommun), 900 000 kr, or Larm i by/Hamra kommun (900 000 kr). What was asked for may stand there, too:
// Fyrlaget, 7 000, ansökt 10 000.
var (
	ownerRow  = vocabulary("ownerRow")  // a project, its owner in brackets, and its amount
	slashRow  = vocabulary("slashRow")  // a project, its owner after a stroke, and its amount in brackets
	askedRow  = vocabulary("askedRow")  // a recipient, what it is granted and what it asked for
	grantsRow = vocabulary("grantsRow") // what a text says before such a list that grants
)

// reachOfRows is how many bytes before the first row a text says that it grants.
const reachOfRows = 700

// grantsInRows gives what the rows of such a list grant.
func (d *draftReader) grantsInRows() []grant {
	for _, read := range []func(line string) (grant, bool){d.ownerInRow, d.ownerAfterStroke, d.askedInRow} {
		if grants := d.rowsRead(read); len(grants) > 1 {
			return grants
		}
	}
	return nil
}

// rowsRead gives what the lines grant that are read in one way, below words that grant.
func (d *draftReader) rowsRead(read func(line string) (grant, bool)) []grant {
	var grants []grant
	at := 0
	for line := range strings.SplitAfterSeq(d.text, "\n") {
		here := span{at, at + len(line)}
		at += len(line)
		g, ok := read(strings.TrimRight(line, " \n"))
		if !ok || len(grants) == 0 && !d.grantsAbove(here.from) {
			continue
		}
		g.part = here
		grants = append(grants, g)
	}
	return grants
}

// grantsAbove says whether the words before a list grant.
func (d *draftReader) grantsAbove(at int) bool {
	return grantsRow().MatchString(d.text[max(0, at-reachOfRows):at])
}

func (d *draftReader) ownerInRow(line string) (grant, bool) {
	row := ownerRow().FindStringSubmatch(line)
	if row == nil || !isCalledOne(row[2]) && isCalledOne(row[1]) || shortForm.MatchString(row[1]) {
		return grant{}, false // a recipient with its place, or with its long name
	}
	return d.ownedGrant(row[2], row[3])
}

func (d *draftReader) ownerAfterStroke(line string) (grant, bool) {
	row := slashRow().FindStringSubmatch(line)
	if row == nil {
		return grant{}, false
	}
	return d.ownedGrant(row[1], row[2])
}

// ownedGrant gives what the owner of a project receives for it: somebody may own several.
func (d *draftReader) ownedGrant(owner, amount string) (grant, bool) {
	name, named := d.nameInCell(strings.TrimSpace(owner))
	value, ok := d.value("amount", amount)
	return grant{recipient: name, amount: value, own: true}, named && ok && !notNamed().MatchString(name)
}

func (d *draftReader) askedInRow(line string) (grant, bool) {
	row := askedRow().FindStringSubmatch(line)
	if row == nil {
		return grant{}, false
	}
	name, named := d.nameInCell(strings.TrimSpace(row[1]))
	value, ok := d.amountOf(row[2])
	asked, told := d.amountOf(row[3])
	return grant{recipient: name, amount: value, asked: asked}, named && ok && told
}
