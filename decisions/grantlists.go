package decisions

import "strings"

// What a decision grants several recipients stands in some below each other: a line for each, or a short form.
var (
	listHead      = vocabulary("listHead")      // what a sentence ends with that such a list follows
	listRow       = vocabulary("listRow")       // a name with its amount, and what it is for between them
	listName      = vocabulary("listName")      // a name alone, whose amount stands below
	listAmount    = vocabulary("listAmount")    // an amount alone
	receivers     = vocabulary("receivers")     // what organisations that receive are called
	recipientHead = vocabulary("recipientHead") // the first line of a short form
	appliedFor    = vocabulary("appliedFor")    // a field of an amount that is not what is granted
)

// grantList gives what the lines below a sentence grant that says so of organisations: a name and an amount in each.
func (d *draftReader) grantList() []grant {
	for _, head := range listHead().FindAllStringIndex(d.text, -1) {
		if d.refuses(d.text[head[0]:head[1]]) {
			continue
		}
		ofOrganisations := receivers().MatchString(d.text[head[0]:head[1]])
		if grants := d.listedGrants(head[1], !ofOrganisations); len(grants) > 1 {
			return grants
		}
	}
	return nil
}

// listedGrants reads such lines from a place on, to the first that is none. An amount may stand below its name. Where the text does not say
// that organisations receive, each must be called as one is.
func (d *draftReader) listedGrants(at int, called bool) []grant {
	var grants []grant
	name, begin := "", at
	for line := range strings.SplitAfterSeq(d.text[at:], "\n") {
		from, words := at, strings.TrimRight(line, " \n")
		at += len(line)
		amount := ""
		switch row := listRow().FindStringSubmatch(words); {
		case words == "":
			continue
		case row != nil:
			name, begin, amount = row[1], from, row[2]
		case name != "" && listAmount().MatchString(words):
			amount = strings.TrimSpace(words)
		case name == "" && listName().MatchString(words):
			name, begin = listName().FindStringSubmatch(words)[1], from
			continue
		default:
			return grants
		}
		value, ok := d.value("amount", amount)
		recipient, named := d.nameInCell(strings.TrimSpace(name))
		if !ok || !named || called && !isCalledOne(recipient) {
			return grants
		}
		grants = append(grants, grant{recipient: recipient, amount: value, part: span{begin, at}})
		name = ""
	}
	return grants
}

// isCalledOne says whether a name says that it is an organisation's.
func isCalledOne(name string) bool {
	words := strings.Fields(name)
	return wholeName().MatchString(name) || namedAs().MatchString(words[len(words)-1])
}
