package decisions

import (
	"strings"
	"sync"
	"time"
)

// ranges finds a first and a last day, of which the first may leave to the last what they share: 1 mars–31 december 2024.
var ranges = sync.OnceValue(func() *search {
	end := rangeEnd()
	return newSearch(`(?i)(` + end + `)` + rangeBetween + `(` + end + `)`)
})

var (
	rangeEnd = func() string {
		return loose(`(?:` + rules().expanded("date") + `|` + rules().expanded("monthYear") + `|` + rules().expanded("dayMonth") + `|` + rules().expanded("shortDay") + `|` + rules().expanded("month") + `)`)
	}
	rangeBetween = loose(`(?: ?(?:[-–—]|--) ?| och med |,? t\.? ?o\.? ?m\.? |,? (?:fram |frem )?til[l]?(?: och med| og med)? |,? och | og |,? - )(?:den |utgangen av |utgången av |slutet av |ut )?`)
	isPeriod     = lazily(func() string { return `^(?i:` + rangeEnd() + rangeBetween + rangeEnd() + `)$` })
	isDay        = lazily(func() string { return `^(?i:` + loose(rules().expanded("date")) + `)$` })
	isMonthYear  = lazily(func() string { return `^(?i:` + loose(rules().expanded("monthYear")) + `)$` })
	isDayOfMonth = lazily(func() string { return `^(?i:` + loose(rules().expanded("dayMonth")) + `)$` })
	isShortDay   = lazily(func() string { return `^(?i:` + loose(rules().expanded("shortDay")) + `)$` })
)

// periodIn reads a first and a last day between two places; nothing where one is no day, or the last is before the first.
func (d *draftReader) periodIn(begin, end int, r *rule) []found {
	at := ranges().FindStringSubmatchIndex(d.text[begin:end])
	if at == nil || !whole(d.text, begin+at[0], begin+at[1]) {
		return nil
	}
	words := d.text[begin:end]
	last, ok := dayIn(words[at[4]:at[5]], "", true)
	if !ok {
		return nil
	}
	first, ok := dayIn(words[at[2]:at[3]], last[:4], false)
	if !ok || first > last {
		return nil
	}
	return []found{
		{"plannedFrom", map[string]string{"value": first}, begin + at[0], begin + at[1], r},
		{"plannedTo", map[string]string{"value": last}, begin + at[0], begin + at[1], r},
	}
}

// dayIn reads a day, or the first or last of a month, of a year that the words may leave out.
func dayIn(words, year string, last bool) (string, bool) {
	words = strings.Trim(oneLine(words), " ")
	month := ""
	switch {
	case isDay().MatchString(words):
		return day(words)
	case isMonthYear().MatchString(words):
		month, _ = monthOf(words)
	case year == "":
		return "", false
	case isShortDay().MatchString(words):
		parts := numbers.FindAllString(words, -1)
		return day(parts[0] + "." + parts[1] + "." + year)
	case isDayOfMonth().MatchString(words):
		return day(words + " " + year)
	default:
		month, _ = monthOf(words + " " + year)
	}
	return dayOfMonth(month, last), len(month) == len("2006-01")
}

// ofAPeriod and ofNone say whether the sentence around two days tells when a project goes on.
var (
	ofAPeriod = vocabulary("ofAPeriod")
	ofNone    = vocabulary("ofNone")
	periodOf  = &rule{Name: "period-of-sentence", Rank: 1}
)

// periods gives first and last days that stand together in a sentence on a project.
func (d *draftReader) periods() []found {
	all := d.partsOfPeriod()
	for _, at := range ranges().all(d.text, d.index) {
		if sentence := d.sentence(at[0], at[1]); ofAPeriod().MatchString(sentence) && !ofNone().MatchString(sentence) {
			all = append(all, d.periodIn(at[0], at[1], periodOf)...)
		}
	}
	return all
}

// partsOfPeriod gives the first and the last day of periods that follow each other without a day between: the years of a project.
func (d *draftReader) partsOfPeriod() []found {
	var all []found
	var first, last found
	for _, at := range ranges().all(d.text, d.index) {
		days := d.periodIn(at[0], at[1], yearsOf)
		if len(days) != 2 || !yearOf().MatchString(d.text[strings.LastIndexByte(d.text[:at[0]], '\n')+1:at[0]]) {
			continue
		}
		if last.kind != "" && dayAfterThat(last.values["value"]) == days[0].values["value"] {
			last = days[1]
			all = []found{{first.kind, first.values, first.from, last.to, yearsOf}, {last.kind, last.values, first.from, last.to, yearsOf}}
			continue
		}
		first, last = days[0], days[1]
	}
	return all
}

// yearOf finds a line that tells of one year, or part, of a project.
var yearOf = vocabulary("yearOf")

var yearsOf = &rule{Name: "years-of-period"}

// dayAfterThat gives the day after another one.
func dayAfterThat(day string) string {
	on, _ := time.Parse(time.DateOnly, day)
	return on.AddDate(0, 0, 1).Format(time.DateOnly)
}
