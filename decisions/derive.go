package decisions

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"partnernet/registry"
)

// derivedBy is the rule of what follows from other facts.
func derivedBy(name string) *rule { return &rule{Name: name, Rank: 1} }

// derived adds what follows from what is told: who receives is who applied, less than was asked for is a part, and a day that is told by its
// distance from the project's last day.
func derived(facts []found) []found {
	facts = ofPayment(ofBoard(reported(askedFor(titledProject(withoutOwner(withoutSelf(withoutOwnGift(rejected(plausible(facts))))))))))
	outcome := known(facts, "outcome")
	granted := outcome == "GRANTED"
	for i, f := range facts {
		switch {
		case f.kind == "outcome" && granted && less(grantedInAll(facts), known(facts, "amountAppliedFor")) && !oneOfYears(facts):
			facts[i].values["value"] = "PARTLY_GRANTED"
		case f.kind == "outcome" && granted && (known(facts, "cap") == "" || known(facts, "amountAppliedFor") == ""):
			facts[i].rule = &rule{Name: f.rule.Name, Rank: 1} // it may be granted in part
		case f.kind == "obligation" && f.values["after"] != "":
			if due := monthsAfter(known(facts, "plannedTo"), f.values["after"]); due != "" && f.values["dueOn"] == "" {
				facts[i].values["dueOn"] = due
			}
		}
	}
	for _, f := range facts {
		if f.kind == "applicant" && (granted || outcome == "PARTLY_GRANTED") && known(facts, "recipient") == "" {
			facts = append(facts, found{"recipient", map[string]string{"value": f.values["value"]}, f.from, f.to, derivedBy("recipient-is-applicant")})
		}
	}
	return slices.DeleteFunc(facts, func(f found) bool { return f.kind == "asked" })
}

// grantedInAll gives what all recipients of a decision are granted; "" where the amounts are of several currencies.
func grantedInAll(facts []found) string {
	sum, currency, ok := moneyOf(known(facts, "cap"))
	for _, f := range facts {
		if f.kind == "award" {
			amount, of, there := moneyOf(f.values["cap"])
			ok = ok && there && of == currency
			sum = sum.Add(amount)
		}
	}
	if !ok {
		return ""
	}
	return sum.StringFixed(2) + " " + currency
}

// payment is what a decision that only pays out tells in place of an outcome.
const payment = "PAYMENT"

// ofPayment leaves out of a decision that pays out what was granted before whatever it says of that payment: it grants nothing, and its costs, requests and
// reports are those that have come in, and who applied has asked for the payment.
func ofPayment(facts []found) []found {
	if known(facts, "outcome") != payment {
		return facts
	}
	return slices.DeleteFunc(facts, func(f found) bool {
		return slices.Contains([]string{"outcome", "totalBudget", "amountAppliedFor", "applicant", "submittedOn", "obligation"}, f.kind)
	})
}

// oneOfYears says whether a decision grants what is for one year, and was asked for more of them: the amounts do not tell that it is a part.
func oneOfYears(facts []found) bool {
	told := map[string]bool{}
	for _, f := range facts {
		told[f.values["value"]] = told[f.values["value"]] || f.kind == "asked"
	}
	return told["ONE_YEAR"] && told["SEVERAL_YEARS"]
}

// plausible leaves out days that only words near them tell, where they cannot be: nobody applies on or after the day of the decision, and no project that
// is decided on is over by then.
func plausible(facts []found) []found {
	decided := known(facts, "decidedOn")
	return slices.DeleteFunc(facts, func(f found) bool {
		day := f.values["value"]
		late := f.kind == "submittedOn" && day >= decided
		over := f.kind == "plannedTo" && day < decided
		return decided != "" && f.rule.Rank >= guessed && (late || over)
	})
}

// guessed is the rank from which on a day is told by the words near it alone.
const guessed = 2

// ofBoard leaves out who signs what a board has decided: that office has not.
func ofBoard(facts []found) []found {
	board := known(facts, "mode") == "COLLEGIAL"
	return slices.DeleteFunc(facts, func(f found) bool { return board && f.kind == "decidedByRole" && f.rule.Rank > 0 })
}

// reported tells which report is meant where a text only says report: one before the project's last day is on the way, and one from that day on the
// last, if no other is called so. Where the last day is not known, the only report is the last, and of several neither is told.
func reported(facts []found) []found {
	end, final := known(facts, "plannedTo"), isDated(facts, "FINAL_REPORT")
	alone := !final && !isDated(facts, "INTERIM_REPORT") && many(facts, "REPORT") == 1
	for i, f := range facts {
		switch due := f.values["dueOn"]; {
		case f.kind != "obligation" || f.values["type"] != "REPORT" || end == "" && !alone:
		case due < end:
			facts[i].values["type"] = "INTERIM_REPORT"
		case !final:
			facts[i].values["type"] = "FINAL_REPORT"
		}
	}
	var told []string
	return slices.DeleteFunc(facts, func(f found) bool {
		again := f.kind == "obligation" && slices.Contains(told, f.identity())
		told = append(told, f.identity())
		return again || f.kind == "obligation" && f.values["type"] == "REPORT"
	})
}

// many counts the obligations of a type.
func many(facts []found, kind string) int {
	n := 0
	for _, f := range facts {
		if f.kind == "obligation" && f.values["type"] == kind {
			n++
		}
	}
	return n
}

// askedFor adds what follows where a text says that its receiver has applied (ni sökte, søknaden deres), or for as much as is granted.
func askedFor(facts []found) []found {
	for _, f := range facts {
		of := map[string]string{"RECIPIENT": "recipient", "GRANTED": "cap"}[f.values["value"]]
		kind := map[string]string{"recipient": "applicant", "cap": "amountAppliedFor"}[of]
		if f.kind == "asked" && known(facts, of) != "" && known(facts, kind) == "" {
			facts = append(facts, found{kind, map[string]string{"value": known(facts, of)}, f.from, f.to, derivedBy(kind + "-is-" + of)})
		}
		if f.kind == "asked" && of == "cap" && known(facts, "cap") == "" && known(facts, "amountAppliedFor") != "" && known(facts, "outcome") == "GRANTED" {
			facts = append(facts, found{"cap", map[string]string{"value": known(facts, "amountAppliedFor")}, f.from, f.to, derivedBy("cap-is-amountAppliedFor")})
		}
	}
	return facts
}

// withoutOwner leaves out of a project's name whose it is, where a heading puts that before it: Fjordcruise ANS - kjøp av slip. That alone is no project.
func withoutOwner(facts []found) []found {
	owners := []string{known(facts, "applicant"), known(facts, "recipient")}
	isOwner := func(name string) bool {
		return slices.ContainsFunc(owners, func(owner string) bool { return registry.Fold(owner) == registry.Fold(name) })
	}
	for i, f := range facts {
		for _, owner := range owners {
			rest, of := strings.CutPrefix(f.values["value"], owner)
			name := ownerBefore.ReplaceAllString(rest, "")
			if f.kind == "project" && owner != "" && of && name != rest && len(name) > leastName {
				facts[i].values["value"] = name
			}
		}
	}
	return slices.DeleteFunc(facts, func(f found) bool { return f.kind == "project" && isOwner(f.values["value"]) })
}

// ownerBefore finds the sign between whose a project is and its name.
var ownerBefore = regexp.MustCompile(`^(?: [-–] |[:,] )`)

// leastName is how many letters the rest of a name has at least.
const leastName = 3

// titledProject tells a project's short name from its title: where only a title is told it is the name, and a name that stands before a dash and
// alone elsewhere is the short one.
func titledProject(facts []found) []found {
	facts = withAcronym(facts)
	name, title := known(facts, "project"), known(facts, "projectTitle")
	for i, f := range facts {
		if f.kind == "projectTitle" && (name == "" || registry.Fold(name) == registry.Fold(title)) {
			facts[i].kind = "project"
		}
	}
	if name == "" || registry.Fold(name) != registry.Fold(title) {
		return facts
	}
	many := 0
	return slices.DeleteFunc(facts, func(f found) bool {
		if f.kind == "project" {
			many++
		}
		return f.kind == "project" && many > 1
	})
}

// namedShort finds a title with the short name that stands in brackets or after a dash at its end: Samverkande farkoster i fjällmiljö (SAMFARK).
var namedShort = vocabulary("namedShort")

// namedFirst finds a title that begins with the short name: SNOWREADY - Reindeer herding in extreme weather.
var namedFirst = vocabulary("namedFirst")

// withAcronym tells the short name that a project's title begins or ends with, where no other name is told. One at its end is no part of the title.
func withAcronym(facts []found) []found {
	ofProject := func(f found) bool { return f.kind == "project" || f.kind == "projectTitle" }
	for _, f := range facts {
		if !ofProject(f) {
			continue
		}
		value := f.values["value"]
		title, short := "", ""
		if parts := namedShort().FindStringSubmatch(value); parts != nil {
			title, short = parts[1], parts[2]+parts[3]
		} else if parts := namedFirst().FindStringSubmatch(value); parts != nil {
			title, short = value, parts[1]
		}
		if name := known(facts, "project"); short == "" || name != "" && name != value && name != short {
			continue
		}
		rest := slices.DeleteFunc(slices.Clone(facts), ofProject)
		return append(rest, found{"project", map[string]string{"value": short}, f.from, f.to, f.rule}, found{"projectTitle", map[string]string{"value": title}, f.from, f.to, f.rule})
	}
	return facts
}

// rejected gives the facts of a decision that turns down: whom it is addressed to has applied and receives nothing.
func rejected(facts []found) []found {
	if known(facts, "outcome") != "REJECTED" {
		return facts
	}
	applied := known(facts, "applicant") != ""
	for i, f := range facts {
		if f.kind == "recipient" && !applied {
			facts[i].kind = "applicant"
		}
	}
	return slices.DeleteFunc(facts, func(f found) bool { return slices.Contains(ofGrants, f.kind) })
}

// ofGrants are the kinds of fact that a decision which turns down has none of: what it says of them is why, or of others.
var ofGrants = []string{"recipient", "cap", "condition", "generalTerms", "obligation", "costBasis"}

// withoutSelf leaves out of the partners whoever receives, applies or decides.
func withoutSelf(facts []found) []found {
	var selves []string
	for _, kind := range []string{"recipient", "applicant", "madeBy"} {
		selves = append(selves, registry.Fold(known(facts, kind)))
	}
	return slices.DeleteFunc(facts, func(f found) bool {
		return f.kind == "partner" && slices.Contains(selves, registry.Fold(f.values["value"]))
	})
}

// withoutOwnGift leaves out who decides where only its place in the letter tells that, and it receives the money: that is whom the letter is to.
func withoutOwnGift(facts []found) []found {
	return slices.DeleteFunc(facts, func(f found) bool {
		return f.kind == "madeBy" && f.rule.Rank >= guessed && registry.Fold(f.values["value"]) == registry.Fold(known(facts, "recipient"))
	})
}

// monthsAfter gives the day so many months, or weeks (6w), after another one: of months the day of the same number, or the month's last where it has none. So the laws of
// both countries count (lag 1930:173 § 1, domstolloven § 148).
func monthsAfter(from, many string) string {
	begin, err := time.Parse(time.DateOnly, from)
	number, inWeeks := strings.CutSuffix(many, "w")
	months, bad := strconv.Atoi(number)
	if err != nil || bad != nil {
		return ""
	}
	if inWeeks {
		return begin.AddDate(0, 0, 7*months).Format(time.DateOnly)
	}
	first := time.Date(begin.Year(), begin.Month(), 1, 0, 0, 0, 0, time.UTC).AddDate(0, months, 0)
	last := first.AddDate(0, 1, -1).Day()
	return first.AddDate(0, 0, min(begin.Day(), last)-1).Format(time.DateOnly)
}
