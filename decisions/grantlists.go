package decisions

import (
	"regexp"
	"strings"
)

// What a decision grants several recipients stands in some below each other: a line for each, or a short form.
var (
	listHead      = vocabulary("listHead")      // what a sentence ends with that such a list follows
	listRow       = vocabulary("listRow")       // a name with its amount, and what it is for between them
	listName      = vocabulary("listName")      // a name alone, whose amount stands below
	listAmount    = vocabulary("listAmount")    // an amount alone
	receivers     = vocabulary("receivers")     // what organisations that receive are called
	recipientHead = vocabulary("recipientHead") // the first line of a short form
	appliedFor    = vocabulary("appliedFor")    // a field of an amount that is not what is granted
	bareRow       = vocabulary("bareRow")       // a row whose amount has no unit
	bareAmount    = vocabulary("bareAmount")    // such an amount alone
	listColumn    = vocabulary("listColumn")    // what heads a column of such a list
	listOfAll     = vocabulary("listOfAll")     // a head that says no more than that all stand below: what is listed is told before it
	listGroup     = vocabulary("listGroup")     // what heads some of a list
	ofThousands   = vocabulary("ofThousands")   // what a table says whose amounts are not in whole kronor
)

// grantList gives what the lines below a sentence grant that says so of organisations: a name and an amount in each.
func (d *draftReader) grantList() []grant {
	for _, head := range listHead().FindAllStringIndex(d.text, -1) {
		words := d.text[head[0]:head[1]]
		if d.refuses(words) {
			continue
		}
		of := words
		if listOfAll().MatchString(words) {
			of = d.text[max(0, head[0]-reachOfList):head[0]]
		}
		if grants := d.listedGrants(head[1], receivers().MatchString(of)); len(grants) > 1 {
			return grants
		}
	}
	return nil
}

// listRead is a list of grants as far as it has been read.
type listRead struct {
	grants []grant
	name   string // of a recipient whose amount stands below
	begin  int
	beside int  // how many lines since the last grant tell what it is for
	called bool // whether what is no organisation's name by its words is passed over
}

// listedGrants reads such lines from a place on, to the first that is none. An amount may stand below its name, and a line below that tells what it is
// for. Where the text does not say that organisations receive, each must be called as one is.
func (d *draftReader) listedGrants(at int, ofOrganisations bool) []grant {
	l := listRead{called: !ofOrganisations}
	plain := !ofThousands().MatchString(d.text[at:min(len(d.text), at+reachOfList)])
	for line := range strings.SplitAfterSeq(d.text[at:], "\n") {
		from, words := at, strings.TrimRight(line, " \n")
		at += len(line)
		if strings.TrimSpace(words) == "" || listGroup().MatchString(words) || len(l.grants) == 0 && l.name == "" && listColumn().MatchString(words) {
			continue
		}
		if !d.readRow(&l, words, from, at, plain) {
			break
		}
	}
	return l.grants
}

// reachOfList is in how many bytes a list says in what its amounts are.
const reachOfList = 600

// readRow reads one line of a list; false where the list is over.
func (d *draftReader) readRow(l *listRead, words string, from, to int, plain bool) bool {
	if len(l.grants) > 0 && d.overlapsPerson(from, to) {
		return true // what a person receives is left out
	}
	name, amount := l.rowOf(words, from, plain)
	if sumWord().MatchString(strings.TrimRight(strings.TrimSpace(name), " :")) {
		return false
	}
	if amount == "" {
		return l.goesOn(words, from) && !d.refuses(words)
	}
	if plain && bareAmount().MatchString(amount) {
		amount += " " + d.language.Currency
	}
	value, ok := d.value("amount", amount)
	recipient, named := d.nameInCell(strings.TrimSpace(name))
	l.name = ""
	if ok && (l.called && (!named || !isCalledOne(recipient)) || len(l.grants) > 1 && !named) {
		return true
	}
	if !ok || !named {
		return false
	}
	l.grants, l.beside = append(l.grants, grant{recipient: recipient, amount: value, part: span{l.begin, to}}), 0
	return true
}

// rowOf gives the name and the amount that a line tells, or that it and a line before it tell; the amount is "" where none is there.
func (l *listRead) rowOf(words string, from int, plain bool) (name, amount string) {
	row := listRow().FindStringSubmatch(words)
	if row == nil && plain {
		row = bareRow().FindStringSubmatch(words)
	}
	switch {
	case row != nil:
		l.begin = from
		return row[1], row[2]
	case l.name != "" && (listAmount().MatchString(words) || plain && bareAmount().MatchString(words)):
		return l.name, strings.TrimSpace(words)
	}
	return "", ""
}

// goesOn says whether a list may go on after a line without an amount: a name whose amount follows, or what the row above is for.
func (l *listRead) goesOn(words string, from int) bool {
	if l.name == "" && listName().MatchString(words) {
		l.name, l.begin = listName().FindStringSubmatch(words)[1], from
		return true
	}
	l.name = ""
	l.beside++
	return len(l.grants) > 0 && l.beside == 1 && !strings.HasSuffix(words, ":")
}

// isCalledOne says whether a name says that it is an organisation's.
func isCalledOne(name string) bool {
	words := strings.Fields(name)
	if len(words) == 1 && !definite.MatchString(name) { // Fartøyvern is a purpose, and Fyrmuseet a museum
		return wholeName().MatchString(name) || shortForm.MatchString(name)
	}
	return wholeName().MatchString(name) || namedAs().MatchString(words[len(words)-1]) || namedAs().MatchString(words[0])
}

// shortForm matches a name that is only letters: FOI.
var shortForm = regexp.MustCompile(`^\p{Lu}{3,6}$`)
