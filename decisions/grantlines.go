package decisions

import "strings"

// Announcements tell what several receive in ways of their own: each amount in brackets after its name, or beside or above who owns the project.
var (
	bracketGrant = vocabulary("bracketGrant") // a name with its amount in brackets
	ownerInLine  = vocabulary("ownerInLine")  // who owns the project that a line tells of
	grantedBelow = vocabulary("grantedBelow") // a line that tells what is granted to whom stands above it
	beforeListed = vocabulary("beforeListed") // what stands before the first name of a list
	nextInList   = vocabulary("nextInList")   // what stands between an amount in brackets and the next name
)

// grantsInBrackets gives what a sentence grants that has each amount in brackets: Fjellfestivalen (20 000 kroner) og Fjordfestivalen (30 000 kroner).
func (d *draftReader) grantsInBrackets() []grant {
	begin := 0
	for _, end := range d.ends {
		words := d.text[begin:end]
		if grantVerb().MatchString(words) && !d.refuses(words) && !conditional().MatchString(words) {
			if grants := d.bracketGrants(begin, words); len(grants) > 1 {
				return grants
			}
		}
		begin = end
	}
	return nil
}

func (d *draftReader) bracketGrants(begin int, words string) []grant {
	var grants []grant
	last := -1
	for _, at := range bracketGrant().FindAllStringSubmatchIndex(words, -1) {
		name := calledWhat().ReplaceAllString(beforeListed().ReplaceAllString(oneLine(words[at[2]:at[3]]), ""), "")
		if last >= 0 && !nextInList().MatchString(words[last:at[2]]) {
			return nil
		}
		recipient, named := d.nameInCell(name)
		amount, ok := d.value("amount", words[at[4]:at[5]])
		if !named || !ok || d.overlapsPerson(begin+at[2], begin+at[3]) {
			return nil
		}
		grants = append(grants, grant{recipient: recipient, amount: amount, part: span{begin + at[0], begin + at[1]}})
		last = at[1]
	}
	return grants
}

// grantsOfOwners gives what lines grant that name who owns the project and one amount, or an amount below who it is for.
func (d *draftReader) grantsOfOwners(places [][]int) []grant {
	var grants []grant
	at, above := 0, span{}
	for line := range strings.SplitAfterSeq(d.text, "\n") {
		here := span{at, at + len(line)}
		at += len(line)
		line = strings.TrimRight(line, "\n")
		if strings.TrimSpace(line) == "" {
			above = span{here.to, here.to}
			continue
		}
		if g, ok := d.grantOfOwner(line, here); ok {
			grants = append(grants, g)
		}
		below := grantedBelow().FindStringSubmatch(line)
		if below == nil {
			above = span{min(above.from, here.from), here.to}
			continue
		}
		amount, ok := d.value("amount", below[1])
		if name, named := d.onlyName(above, places); ok && named {
			grants = append(grants, grant{recipient: name, amount: amount, part: span{above.from, here.to}})
		}
		above = span{here.to, here.to}
	}
	return grants
}

// grantOfOwner reads a line that names who owns a project, with one amount before it.
func (d *draftReader) grantOfOwner(line string, here span) (grant, bool) {
	owner := ownerInLine().FindStringSubmatchIndex(line)
	if owner == nil || appliedFor().MatchString(line[:owner[0]]) {
		return grant{}, false
	}
	found, only := onlyAmount(line)
	name, named := d.nameInCell(strings.TrimSpace(line[owner[2]:owner[3]]))
	if !only || !named {
		return grant{}, false
	}
	amount, ok := d.value("amount", found)
	return grant{recipient: name, amount: amount, part: here}, ok
}

// onlyName gives the one organisation that lines name.
func (d *draftReader) onlyName(lines span, places [][]int) (string, bool) {
	names := d.namesBetween(lines.from, lines.to, nil, places)
	if len(names) != 1 {
		return "", false
	}
	return names[0].name, true
}

// onlyAmount gives the one amount that words tell.
func onlyAmount(words string) (string, bool) {
	amounts := valuePatterns()["amount"].FindAllString(words, 2)
	if len(amounts) != 1 {
		return "", false
	}
	return amounts[0], true
}
