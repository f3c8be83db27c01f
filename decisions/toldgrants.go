package decisions

import (
	"regexp"
	"slices"
	"strings"

	"partnernet/registry"
)

// Announcements and newspapers tell in sentences who receives how much: Fyrlaget får 40 000 kronor till en vaktstuga. The name stands before the verb,
// with what tells more of it between them, or after it, and what follows in the same sentence may have no verb: och Vaktlaget 5 000 kronor.
var (
	receiving   = vocabulary("receivesVerb") // a verb of whoever receives
	nameBefore  = vocabulary("nameBefore")   // who receives, at the end of what stands before such a verb
	amountAfter = vocabulary("amountAfter")  // what is received, at the beginning of what stands after it
	nameAfter   = vocabulary("nameAfter")    // who receives, and what, after it
	nextAmount  = vocabulary("nextAmount")   // a further one without a verb
	eachOfThem  = vocabulary("eachOfThem")   // what says that each of two receives as much
	twoNames    = vocabulary("twoNames")     // the first of two, at the end of what stands before the second
	goesTo      = vocabulary("goesTo")       // an amount that goes to somebody
	givesTo     = vocabulary("givesTo")      // an amount that somebody is given
	paidTo      = vocabulary("paidOnRequisition")
	givesName   = vocabulary("givesName")     // somebody who is given an amount
	requisition = vocabulary("onRequisition") // somebody to whom another authority pays out an amount
	appliedOnly = vocabulary("appliedOnly")   // what a sentence says that tells what is asked for or proposed
	pronoun     = vocabulary("pronoun")       // all that stands before the verb where another sentence names who receives
	subject     = vocabulary("subject")       // whom a sentence is about
	calledWhat  = vocabulary("calledWhat")    // a word before a name that says what has it
	notNamed    = vocabulary("notNamed")      // what receives and is no organisation by name
	legalForm   = vocabulary("legalForm")     // what a name begins with that is a part of it
	pluralAlone = vocabulary("pluralAlone")   // one word for several
	plainNumber = vocabulary("plainNumber")   // an amount without its unit
)

// toldGrants gives what sentences grant in this way, each recipient once.
func (d *draftReader) toldGrants() []grant {
	var grants []grant
	begin, last := 0, ""
	for _, end := range d.ends {
		words := d.text[begin:end]
		if !d.refuses(words) && !conditional().MatchString(words) && !appliedOnly().MatchString(words) {
			grants = append(append(grants, d.toldIn(words, begin)...), d.toldOfLast(words, begin, last)...)
		}
		begin, last = end, words
	}
	return unique(grants)
}

// toldOfLast gives what a sentence says that somebody receives whom only the sentence before it names.
func (d *draftReader) toldOfLast(words string, begin int, last string) []grant {
	verb := receiving().FindStringIndex(words)
	if verb == nil || !pronoun().MatchString(words[:verb[0]]) {
		return nil
	}
	name, amount := subject().FindStringSubmatch(last), amountAfter().FindStringSubmatchIndex(words[verb[1]:])
	if name == nil || amount == nil {
		return nil
	}
	from, to := verb[1]+amount[2], verb[1]+amount[3]
	value, ok := d.amountOf(words[from:to])
	recipient, named := d.toldName(name[1])
	if !ok || !named || d.isNoGrant("amount", begin+from, begin+to) {
		return nil
	}
	return []grant{{recipient: recipient, amount: value, part: span{begin, begin + to}}}
}

// toldIn reads one sentence.
func (d *draftReader) toldIn(words string, begin int) []grant {
	var grants []grant
	for _, verb := range receiving().FindAllStringIndex(words, -1) {
		before, after := words[:verb[0]], words[verb[1]:]
		if at := amountAfter().FindStringSubmatchIndex(after); at != nil {
			name := nameBefore().FindStringSubmatchIndex(before)
			if g, ok := d.told(words, begin, name, at, verb[1]); ok {
				grants = append(append(grants, g), d.eachOther(words, begin, name, verb[1]+at[3], g)...)
				grants = append(grants, d.following(words, begin, verb[1]+at[3])...)
			}
			continue
		}
		if at := nameAfter().FindStringSubmatchIndex(after); at != nil {
			if g, ok := d.told(words, begin, moved(slices.Clone(at[:4]), verb[1]), append(at[:2:2], at[4:6]...), verb[1]); ok {
				grants = append(append(grants, g), d.following(words, begin, verb[1]+at[5])...)
			}
		}
	}
	return append(grants, d.givenIn(words, begin)...)
}

// givenIn reads what a sentence says that somebody gives.
func (d *draftReader) givenIn(words string, begin int) []grant {
	var grants []grant
	add := func(name, amount []int) {
		if g, ok := d.told(words, begin, append([]int{0, 0}, name...), append([]int{0, 0}, amount...), 0); ok {
			grants = append(grants, g)
		}
	}
	for _, pattern := range []func() *regexp.Regexp{givesName, requisition} {
		for _, at := range pattern().FindAllStringSubmatchIndex(words, -1) {
			if _, gives := rules().authorities.named(words[at[2]:at[3]]); gives {
				continue // Totalt gir Miljødirektoratet 147 millioner
			}
			add(at[2:4], at[4:6])
		}
	}
	for _, pattern := range []func() *regexp.Regexp{givesTo, paidTo} {
		for _, at := range pattern().FindAllStringSubmatchIndex(words, -1) {
			add(at[4:6], at[2:4])
		}
	}
	for _, at := range goesTo().FindAllStringSubmatchIndex(words, -1) {
		if at[2] < 0 { // it stands between strokes, without its unit
			at[2], at[3] = at[4], at[5]
		}
		add(at[6:8], at[2:4])
	}
	return grants
}

// told gives one grant of a sentence: its name is the first group of one match, its amount that of another, which begins so many bytes further on.
func (d *draftReader) told(words string, begin int, name, amount []int, further int) (grant, bool) {
	if name == nil || amount == nil {
		return grant{}, false
	}
	from, to := amount[2]+further, amount[3]+further
	value, ok := d.amountOf(words[from:to])
	recipient, named := d.toldName(words[name[2]:name[3]])
	if !ok || !named || d.isNoGrant("amount", begin+from, begin+to) || d.overlapsPerson(begin+name[2], begin+name[3]) {
		return grant{}, false
	}
	return grant{recipient: recipient, amount: value, part: span{begin + min(name[2], from), begin + max(name[3], to)}}, true
}

// toldName reads whom a sentence says to receive. What is called by no name of its own is nobody.
func (d *draftReader) toldName(words string) (string, bool) {
	words = oneLine(words)
	called := calledWhat().FindString(words)
	if legalForm().MatchString(called) {
		called = ""
	}
	words = words[len(called):]
	if notNamed().MatchString(words) || called == "" && (pluralAlone().MatchString(words) || !strings.Contains(words, " ") && !isCalledOne(words)) {
		return "", false
	}
	name, ok := d.nameOnLine(words)
	return name, ok && !notNamed().MatchString(name)
}

// amountOf reads an amount, also one without its unit where the text counts in one currency.
func (d *draftReader) amountOf(words string) (string, bool) {
	if !plainNumber().MatchString(words) {
		return d.value("amount", words)
	}
	currency := d.onlyCurrency()
	return d.value("amount", numbersAlone.FindString(words)+" "+currency)
}

// onlyCurrency gives the currency of all amounts of a text; "" where there are several or none.
func (d *draftReader) onlyCurrency() string {
	only := ""
	for _, at := range valuePatterns()["amount"].all(d.text, d.index) {
		value, ok := d.value("amount", d.text[at[0]:at[1]])
		_, currency, there := moneyOf(value)
		if !ok || !there || only != "" && only != currency {
			return ""
		}
		only = currency
	}
	return only
}

// eachOther gives the first of two recipients who each receive what is told of the second.
func (d *draftReader) eachOther(words string, begin int, name []int, end int, second grant) []grant {
	if !eachOfThem().MatchString(words[end:]) {
		return nil
	}
	at := twoNames().FindStringSubmatchIndex(words[:name[2]])
	if at == nil {
		return nil
	}
	recipient, named := d.toldName(words[at[2]:at[3]])
	if !named || d.overlapsPerson(begin+at[2], begin+at[3]) {
		return nil
	}
	return []grant{{recipient: recipient, amount: second.amount, part: span{begin + at[2], second.part.to}}}
}

// following gives those who are named with an amount and no verb after one that has one.
func (d *draftReader) following(words string, begin, at int) []grant {
	var grants []grant
	for {
		next := nextAmount().FindStringSubmatchIndex(words[at:])
		if next == nil {
			return grants
		}
		g, ok := d.told(words, begin, moved(slices.Clone(next[:4]), at), append(next[:2:2], next[4:6]...), at)
		if !ok {
			return grants
		}
		grants = append(grants, g)
		at += next[5]
	}
}

// unique gives grants in the order of the text, each recipient once. Of one that is told two amounts of neither is sure.
func unique(grants []grant) []grant {
	slices.SortStableFunc(grants, func(a, b grant) int { return a.part.from - b.part.from })
	amounts, twice := map[string]string{}, map[string]bool{}
	for _, g := range grants {
		name := registry.Fold(g.recipient)
		twice[name] = twice[name] || amounts[name] != "" && amounts[name] != g.amount
		amounts[name] = g.amount
	}
	var once []grant
	for _, g := range grants {
		name := registry.Fold(g.recipient)
		if amounts[name] != "" && !twice[name] {
			once = append(once, g)
		}
		amounts[name] = ""
	}
	return once
}

// withTold adds whom sentences name as a recipient to those whom a list or a form has.
func withTold(grants, told []grant) []grant {
	if !areJoint(grants) {
		return told
	}
	for i, known := range grants {
		at := slices.IndexFunc(told, func(g grant) bool {
			return g.amount == known.amount && strings.HasPrefix(registry.Fold(g.recipient), registry.Fold(known.recipient))
		})
		if at >= 0 {
			grants[i].recipient = told[at].recipient // the longer form of its name
		}
	}
	for _, g := range told {
		if !slices.ContainsFunc(grants, func(known grant) bool { return sharesWord(known.recipient, g.recipient) }) {
			grants = append(grants, g)
		}
	}
	slices.SortStableFunc(grants, func(a, b grant) int { return a.part.from - b.part.from })
	return grants
}

// sharesWord says whether two names have a longer word in common: they may be of the same.
func sharesWord(a, b string) bool {
	return slices.ContainsFunc(longerWord.FindAllString(registry.Fold(a), -1), func(word string) bool { return strings.Contains(registry.Fold(b), word) })
}

var numbersAlone = regexp.MustCompile(`^[\d .]*\d`)

var longerWord = regexp.MustCompile(`\p{L}{5,}`)

var (
	toldAmount    = &rule{Name: "told-grant", Rank: 1}     // as sure as what is read of an amount next to a word that grants
	toldRecipient = &rule{Name: "told-recipient", Rank: 1} // the same, of who receives it
)

// othersReceive says whether the text tells that another amount than this one is received, by somebody whom it does not name so that it could be read.
func (d *draftReader) othersReceive(g grant) bool {
	for _, verb := range receiving().FindAllStringIndex(d.text, -1) {
		at := amountAfter().FindStringSubmatchIndex(d.text[verb[1]:])
		if at == nil || d.isNoGrant("amount", verb[1]+at[2], verb[1]+at[3]) {
			continue
		}
		if value, ok := d.amountOf(d.text[verb[1]+at[2] : verb[1]+at[3]]); ok && value != g.amount {
			return true
		}
	}
	return false
}

// single adds the one recipient whom a sentence names, and what it receives, where no surer words tell of another.
func (d *draftReader) single(all []found, g grant) []found {
	surer := slices.DeleteFunc(slices.Clone(all), func(f found) bool { return f.kind != "recipient" || f.rule.Rank >= toldRecipient.Rank })
	if slices.ContainsFunc(surer, func(f found) bool { return registry.Fold(f.values["value"]) != registry.Fold(g.recipient) }) {
		return all
	}
	if d.othersReceive(g) {
		return all
	}
	if len(surer) > 0 {
		return append(all, g.facts()[1:]...) // of several amounts that of whom the text names is granted
	}
	all = append(all, found{"recipient", map[string]string{"value": g.recipient}, g.part.from, g.part.to, toldRecipient},
		found{"cap", map[string]string{"value": g.amount}, g.part.from, g.part.to, toldAmount})
	if !slices.ContainsFunc(all, func(f found) bool { return f.kind == "outcome" }) {
		all = append(all, found{"outcome", map[string]string{"value": "GRANTED"}, g.part.from, g.part.to, toldAmount})
	}
	return all
}
