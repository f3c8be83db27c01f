package decisions

import (
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"partnernet/registry"
)

// grant is what a decision grants one recipient, in a part of the text that names it and its amount.
type grant struct {
	recipient, amount, asked, rate, costs, number, country, funder string

	own  bool // of a project of its own: its owner may be granted money for several
	part span
}

var (
	jointAward = &rule{Name: "joint-award"}
	jointFirst = &rule{Name: "joint-award-first", Rank: -1} // its recipient and amount go before those that other rules read
)

// joint gives the facts of a decision that grants money to several recipients, each its own amount: the first is recipient and cap, and each other is a
// further award. What other rules read of those others' amounts is left out. A decision that grants to one recipient is left as it is.
func (d *draftReader) joint(all []found) []found {
	grants := d.grantSections()
	for _, other := range []func() []grant{d.grantList, d.grantsInBrackets, func() []grant { return d.grantsInSentences(all) }, func() []grant { return d.grantsOfOwners(d.places(nil)) }, d.grantsInRows} {
		if !areJoint(grants) {
			grants = other()
		}
	}
	grants = withTold(grants, d.toldGrants())
	if len(grants) == 1 {
		return d.single(all, grants[0])
	}
	if !areJoint(grants) || isDivided(all, grants) {
		return all
	}
	first, rest := grants[0], []grant(nil)
	for _, g := range grants[1:] {
		if g.own || registry.Fold(g.recipient) != registry.Fold(first.recipient) {
			rest = append(rest, g)
		}
	}
	all = slices.DeleteFunc(all, func(f found) bool {
		return f.kind == "outcome" && (f.values["value"] == "REJECTED" || f.rule.Rank > 1 && f.values["value"] != outcomeOf(grants)) || f.kind == "cap" && isSum(f.values["value"], grants) || slices.ContainsFunc(rest, func(g grant) bool { return f.isOfOther(g) })
	})
	all = d.withoutProjectsOf(all, first, rest)
	for _, g := range rest {
		all = append(all, g.award())
		if g.country != "" {
			all = append(all, found{"partner", map[string]string{"value": g.recipient, "country": g.country}, g.part.from, g.part.to, jointAward})
		}
	}
	for _, g := range grants {
		if g.number != "" {
			all = append(all, found{"organisation", map[string]string{"name": g.recipient, "number": g.number}, g.part.from, g.part.to, jointAward})
		}
	}
	if !slices.ContainsFunc(all, func(f found) bool { return f.kind == "outcome" }) {
		all = append(all, found{"outcome", map[string]string{"value": outcomeOf(grants)}, first.part.from, first.part.to, jointAward})
	}
	return append(all, first.facts()...)
}

// withoutProjectsOf leaves out the project where the first and another of several recipients are granted money for one each: none of them is the project.
func (d *draftReader) withoutProjectsOf(all []found, first grant, rest []grant) []found {
	hasOwn := func(g grant) bool { return ofProject().MatchString(d.text[g.part.from:g.part.to]) }
	if !hasOwn(first) || !slices.ContainsFunc(rest, hasOwn) {
		return all
	}
	return slices.DeleteFunc(all, func(f found) bool { return slices.Contains([]string{"project", "projectTitle", "projectType"}, f.kind) })
}

// ofProject finds where a part of the text names a project.
var ofProject = vocabulary("ofProject")

// outcomeOf tells whether somebody is granted less than was asked for.
func outcomeOf(grants []grant) string {
	if slices.ContainsFunc(grants, func(g grant) bool { return less(g.amount, g.asked) }) {
		return "PARTLY_GRANTED"
	}
	return "GRANTED"
}

// areJoint says whether there is more than one recipient, and none of them is granted two amounts.
func areJoint(grants []grant) bool {
	amounts := map[string]string{}
	for _, g := range grants {
		name := registry.Fold(g.recipient)
		if known, there := amounts[name]; there && known != g.amount && !g.own {
			return false
		}
		amounts[name] = g.amount
	}
	return len(amounts) > 1
}

// isDivided says whether one recipient is granted the sum of it all, and divides that among others.
func isDivided(all []found, grants []grant) bool {
	outside := func(f found) bool {
		return f.rule.Rank <= 1 && !slices.ContainsFunc(grants, func(g grant) bool { return g.part.from <= f.from && f.from < g.part.to })
	}
	return slices.ContainsFunc(all, func(f found) bool { return f.kind == "cap" && isSum(f.values["value"], grants) && outside(f) }) &&
		slices.ContainsFunc(all, func(f found) bool { return f.kind == "recipient" && outside(f) })
}

// isSum says whether an amount is what all grants come to. Those of several currencies have no sum.
func isSum(value string, grants []grant) bool {
	amount, currency, ok := moneyOf(value)
	sum := decimal.Zero
	for _, g := range grants {
		part, of, there := moneyOf(g.amount)
		ok = ok && there && of == currency
		sum = sum.Add(part)
	}
	return ok && len(grants) > 1 && sum.Equal(amount)
}

// isOfOther says whether a fact that there is one of is read in the part of the text that grants to somebody else.
func (f found) isOfOther(g grant) bool {
	within := g.part.from <= f.from && f.from < g.part.to
	return within && slices.Contains([]string{"recipient", "applicant", "cap", "aidRate", "totalBudget", "madeBy"}, f.kind)
}

func (g grant) award() found {
	values := map[string]string{"recipient": g.recipient, "cap": g.amount}
	for field, value := range map[string]string{"aidRate": g.rate, "funder": g.funder} {
		if value != "" {
			values[field] = value
		}
	}
	return found{"award", values, g.part.from, g.part.to, jointAward}
}

// facts gives what is told of the first of several recipients.
func (g grant) facts() []found {
	var all []found
	for _, each := range [][2]string{{"recipient", g.recipient}, {"cap", g.amount}, {"aidRate", g.rate}, {"totalBudget", g.costs}} {
		if each[1] != "" {
			all = append(all, found{each[0], map[string]string{"value": each[1]}, g.part.from, g.part.to, jointFirst})
		}
	}
	return all
}

var (
	grantVerb   = vocabulary("grantVerb")   // what a sentence says that grants
	giverBefore = vocabulary("giverBefore") // what follows the name of whoever grants
	otherAmount = vocabulary("otherAmount") // what stands before an amount that is not granted
	itsAmount   = vocabulary("itsAmount")   // how a sentence begins that tells the amount of the grant before it
	toRecipient = regexp.MustCompile(`^(?:[ \n]+\p{Ll}+){0,4}?[ \n]+till?[ \n]+$`)
)

// token is a name or an amount in a sentence that grants.
type token struct {
	span
	amount string // "" of a name
	name   string
}

// grantsInSentences gives what sentences grant that name each recipient with its amount.
func (d *draftReader) grantsInSentences(all []found) []grant {
	amounts, names := valuePatterns()["amount"].all(d.text, d.index), d.places(nil)
	var grants []grant
	var named []token // who is granted what the next sentence tells
	begin, giver := 0, ""
	for _, end := range d.ends {
		words := d.text[begin:end]
		tokens, funder := d.tokens(begin, end, d.namesBetween(begin, end, all, names), amounts)
		switch {
		case conditional().MatchString(words) || d.refuses(words):
			named = nil
		case len(named) == 1 && len(tokens) == 1 && itsAmount().MatchString(words):
			grants = append(grants, d.paired(append(named, tokens...), giver, end)...)
			named = nil
		case grantVerb().MatchString(words):
			grants = append(grants, d.paired(tokens, funder, end)...)
			named, giver = tokens, funder
		default:
			named = nil
		}
		begin = end
	}
	return grants
}

// tokens gives the names and the amounts that a sentence grants, in their order, and who grants them.
func (d *draftReader) tokens(begin, end int, names []token, amounts [][]int) (tokens []token, funder string) {
	for _, name := range names {
		if giverBefore().MatchString(d.text[name.to:end]) {
			funder = name.name
			continue
		}
		tokens = append(tokens, name)
	}
	for _, at := range amounts {
		if at[0] < begin || at[1] > end || !whole(d.text, at[0], at[1]) || d.isNoGrant("amount", at[0], at[1]) || otherAmount().MatchString(d.text[begin:at[0]]) {
			continue
		}
		if value, ok := d.value("amount", d.text[at[0]:at[1]]); ok {
			tokens = append(tokens, token{span: span{at[0], at[1]}, amount: value})
		}
	}
	slices.SortFunc(tokens, func(a, b token) int { return a.from - b.from })
	return tokens, funder
}

// namesBetween gives the names of organisations in a part of the text: those that look like one, and whom a rule has read as a recipient.
func (d *draftReader) namesBetween(begin, end int, all []found, places [][]int) []token {
	var names []token
	add := func(from, to int) {
		value, ok := d.organisation(oneLine(d.text[from:to]))
		taken := slices.ContainsFunc(names, func(n token) bool { return n.from < to && from < n.to })
		if ok && !taken && !d.overlapsPerson(from, to) {
			names = append(names, token{span: span{from, to}, name: value})
		}
	}
	for _, f := range all {
		if at := strings.Index(d.text[f.from:min(f.to, len(d.text))], f.values["value"]); f.kind == "recipient" && f.rule != addressed && at >= 0 && begin <= f.from && f.to <= end {
			add(f.from+at, f.from+at+len(f.values["value"]))
		}
	}
	for _, at := range places {
		if begin <= at[0] && at[1] <= end {
			add(at[0], at[1])
		}
	}
	return names
}

// paired gives the grants of a sentence in which each name stands before its amount, or each amount before its name. Where that is not clear it gives none.
func (d *draftReader) paired(tokens []token, funder string, end int) []grant {
	var grants []grant
	for at := 0; at+1 < len(tokens); at += 2 {
		name, amount := tokens[at], tokens[at+1]
		if name.name == "" {
			name, amount = amount, name
		}
		reversed := name.from > amount.from
		if name.name == "" || amount.amount == "" || reversed && !toRecipient.MatchString(d.text[amount.to:name.from]) || at > 0 && reversed != (tokens[0].name == "") {
			return nil
		}
		until := end
		if at+2 < len(tokens) {
			until = tokens[at+2].from
		}
		g := grant{recipient: name.name, amount: amount.amount, funder: funder, part: span{tokens[at].from, until}}
		if share := valuePatterns()["percent"].FindString(d.text[g.part.from:until]); share != "" {
			g.rate, _ = rate(share)
		}
		grants = append(grants, g)
	}
	return grants
}
