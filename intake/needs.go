package intake

import (
	"cmp"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/rules"
)

// urgencies are the words in which people say how pressing a need is, folded.
var urgencies = map[string]string{
	"lag": "LOW", "low": "LOW", "lav": "LOW", "medel": "MEDIUM", "middels": "MEDIUM", "medium": "MEDIUM", "hog": "HIGH", "hoy": "HIGH", "high": "HIGH",
	"bradskande": "HIGH", "haster": "HIGH", "mycket bradskande": "CRITICAL", "kritisk": "CRITICAL", "akut": "CRITICAL", "akutt": "CRITICAL", "critical": "CRITICAL",
}

// JudgedNeed is one need of one answer, judged against what the registry holds.
type JudgedNeed struct {
	Row       int
	Statement string
	Verdict   lists.Verdict
	Repeats   int            // the row that tells the same need, 0 when none does
	Refusal   lists.Remark   // why it is refused or in conflict, and what to do about it
	Doubts    []lists.Remark // what of it could not be read and stays unknown, or was read with doubt
	Adds      []lists.Field  // what it tells of a held need that the registry does not know

	id, stakeholder, group, theme, urgency string // group is the name of a target group that is new
	themed                                 knownTheme
	mapping                                string // the title of the occasion, "" for the file itself
	from, to                               *registry.Date
}

// JudgeAnswers judges the answers to a survey: one row an answer, with one need or several in numbered columns.
func JudgeAnswers(answers *lists.List, known *Known) []JudgedNeed {
	var judged []JudgedNeed
	seen := map[string]*JudgedNeed{}
	for _, row := range answers.Rows {
		judged = append(judged, answer(row).judge(known)...)
	}
	for i := range judged {
		judged[i].compareWithRowsAbove(seen)
	}
	return judged
}

// RepeatedNeeds gives the numbers of the rows that tell a need which a row above tells.
func RepeatedNeeds(judged []JudgedNeed) []int {
	var rows []int
	for _, j := range judged {
		if j.Repeats != 0 {
			rows = append(rows, j.Row)
		}
	}
	return rows
}

// RefusedByRules refuses the needs that break rules of the registry, as a telling of them found out.
func RefusedByRules(judged []JudgedNeed, broken []rules.Violation) {
	for _, v := range broken {
		for i := range judged {
			if judged[i].id == v.ID && judged[i].Taken() {
				judged[i].setVerdict(lists.Refused, lists.Remark{Text: "need.rule", About: lists.AboutRule(v.Rule, v.Field, v.Says)})
			}
		}
	}
}

// Taken tells whether importing the answers writes something for the need.
func (j JudgedNeed) Taken() bool { return j.Verdict == lists.New || j.Verdict == lists.Changed }

// answer is one row of a survey.
type answer lists.Row

// valueOf gives what the answer says of a field for the need of a number, or else for all its needs.
func (a answer) valueOf(field lists.Field, number int) string {
	return cmp.Or(lists.Row(a).Value(field.Numbered(number)), lists.Row(a).Value(field))
}

// judge gives the needs that an answer tells, or why it tells none.
func (a answer) judge(known *Known) []JudgedNeed {
	var needs []JudgedNeed
	for number := range lists.MostNeeds + 1 {
		if statement := lists.Row(a).Value(lists.FieldNeed.Numbered(number)); statement != "" {
			needs = append(needs, a.judgeNeed(statement, number, known))
		}
	}
	if len(needs) == 0 {
		needs = []JudgedNeed{{Row: a.Number, Verdict: lists.New}}
	}
	for _, p := range a.Problems {
		if !p.Refuses {
			needs[0].Doubts = append(needs[0].Doubts, p.Remark())
			continue
		}
		for i := range needs {
			needs[i].refuse(p.Remark())
		}
	}
	if needs[0].Statement == "" {
		needs[0].refuse(lists.Remark{Text: "need.none"})
	}
	return needs
}

func (a answer) judgeNeed(statement string, number int, known *Known) JudgedNeed {
	j := JudgedNeed{Row: a.Number, Statement: statement, Verdict: lists.New, mapping: a.valueOf(lists.FieldMapping, 0)}
	if !lists.Row(a).Refused() {
		j.findStakeholder(a, known)
	}
	if mapping, ok := known.mappings[registry.Fold(j.mapping)]; ok && mapping.state != "HELD" {
		j.refuse(lists.Remark{Text: "need.notHeld", About: lists.About{"mapping": j.mapping}})
	}
	j.findTheme(a.valueOf(lists.FieldTheme, number), known)
	j.readUrgency(a.valueOf(lists.FieldUrgency, number))
	j.from, j.to = lists.DayOf(a.valueOf(lists.FieldAnsweredOn, number)), lists.DayOf(a.valueOf(lists.FieldExpiresOn, number))
	j.findRecorded(known)
	return j
}

// findStakeholder finds out who has answered: an organisation by its number, or else by its name, or a target group by its name.
func (j *JudgedNeed) findStakeholder(a answer, known *Known) {
	name, group := a.valueOf(lists.FieldLegalName, 0), a.valueOf(lists.FieldTargetGroup, 0)
	switch {
	case len(a.Identifiers) > 0:
		if j.stakeholder = known.numbers[a.Identifiers[0]]; j.stakeholder == "" {
			j.refuse(lists.Remark{Text: "need.noSuchNumber", About: lists.About{"number": a.Identifiers[0].Display()}})
		}
	case name != "":
		ids := known.named[registry.Fold(name)]
		if j.stakeholder = onlyID(ids); j.stakeholder == "" {
			j.refuse(lists.Remark{Text: "need.notOneNamed", About: lists.About{"count": strconv.Itoa(len(ids)), "name": name}})
		}
	case group != "":
		if j.stakeholder = onlyID(known.groups[registry.Fold(group)]); j.stakeholder == "" {
			j.group = group
		}
	default:
		j.refuse(lists.Remark{Text: "need.ofNobody"})
	}
}

// findTheme finds the theme by its code or one of its names.
func (j *JudgedNeed) findTheme(text string, known *Known) {
	if text == "" {
		return
	}
	j.theme = known.themeNamed(text)
	j.themed = known.themes[j.theme]
	if j.theme != "" {
		return
	}
	why := "need.theme"
	if known.areThemes(text) {
		why = "need.themes"
	}
	j.Doubts = append(j.Doubts, lists.Remark{Text: why, About: lists.About{"text": text}})
}

// betweenChoices stands between what was ticked in a form.
var betweenChoices = regexp.MustCompile(`\s*[;,]\s*`)

// areThemes tells whether a text names several themes, as a form does in which several were ticked.
func (k *Known) areThemes(text string) bool {
	return !slices.ContainsFunc(betweenChoices.Split(text, -1), func(each string) bool { return k.themeNamed(each) == "" })
}

func (j *JudgedNeed) readUrgency(text string) {
	if j.urgency = urgencies[registry.Fold(text)]; j.urgency == "" && text != "" {
		j.Doubts = append(j.Doubts, lists.Remark{Text: "need.urgency", About: lists.About{"text": text}})
	}
}

// compareWithRowsAbove has a need that a row above tells already be the same as that one's; one that tells something else of it is in conflict.
func (j *JudgedNeed) compareWithRowsAbove(seen map[string]*JudgedNeed) {
	if j.Verdict == lists.Refused || j.id == "" {
		return
	}
	if first := seen[j.id]; first != nil {
		j.repeatOf(first)
		return
	}
	seen[j.id] = j
	if (registry.Period{From: j.from, To: j.to}).Check() != nil {
		j.refuse(lists.Problem{Code: lists.DayOrder, About: lists.About{"from": j.from.String(), "to": j.to.String()}}.Remark())
	}
}

func (j *JudgedNeed) repeatOf(first *JudgedNeed) {
	if j.theme != first.theme || j.urgency != first.urgency || !sameDay(j.from, first.from) || !sameDay(j.to, first.to) {
		j.setVerdict(lists.Conflict, lists.Remark{Text: "need.twice", About: lists.About{"rows": strconv.Itoa(first.Row)}})
		return
	}
	j.Verdict, j.Refusal, j.Adds, j.Doubts, j.Repeats = first.Verdict, first.Refusal, nil, nil, first.Row
	if first.Taken() {
		j.Verdict = lists.Same
	}
}

func (j *JudgedNeed) refuse(why lists.Remark) { j.setVerdict(lists.Refused, why) }

// setVerdict keeps the first reason, but for one that refuses.
func (j *JudgedNeed) setVerdict(verdict lists.Verdict, why lists.Remark) {
	if j.Refusal.Text == "" || verdict == lists.Refused && j.Verdict != lists.Refused {
		j.Verdict, j.Refusal = verdict, why
	}
}

// NeedsTelling gives the needs of answers that are taken as one entry for the ledger, each with the occasion on which it was found. It tells
// nothing when none is.
func NeedsTelling(judged []JudgedNeed, file SourceFile, known *Known) ledger.Telling {
	if !slices.ContainsFunc(judged, JudgedNeed.Taken) {
		return ledger.Telling{}
	}
	document, source := file.records("needs", "Svar om behov", "", known)
	t := ledger.Telling{Source: source.ID, Records: []ledger.Record{document, source}, Apart: true, Places: map[string]string{}}
	seen := map[string]bool{}
	add := func(r ledger.Record, row int) {
		if !seen[r.ID] {
			seen[r.ID], t.Places[r.ID] = true, Rows{row}.Locator()
			t.Records = append(t.Records, r)
		}
	}
	title := strings.TrimSuffix(filepath.Base(file.Path), filepath.Ext(file.Path))
	for _, j := range judged {
		switch j.Verdict {
		case lists.New:
		case lists.Changed:
			add(j.addition(known), j.Row)
			continue
		default:
			continue
		}
		if j.group != "" {
			j.stakeholder = ledger.DerivedID("target group: " + registry.Fold(j.group))
			add(ledger.Record{Type: "TargetGroup", ID: j.stakeholder, Values: map[string]any{"name": j.group}}, j.Row)
		}
		mapping := ledger.DerivedID("needs mapping: " + registry.Fold(cmp.Or(j.mapping, title)))
		if recorded, ok := known.mappings[registry.Fold(cmp.Or(j.mapping, title))]; ok {
			mapping = recorded.id
		} else {
			add(ledger.Record{Type: "NeedsMapping", ID: mapping, Values: map[string]any{"title": cmp.Or(j.mapping, title), "state": "HELD", "method": "SURVEY"},
				Unknown: map[string]registry.Reason{"heldOn": registry.NotInSource}}, j.Row)
		}
		add(j.record(mapping, registry.Today(file.ReadAt), known), j.Row)
	}
	return t
}

// addition gives what an answer tells of a need that is held.
func (j JudgedNeed) addition(known *Known) ledger.Record {
	r := ledger.Record{Type: "Need", ID: j.id, Values: map[string]any{}, Links: map[string][]string{}, Locators: map[string]string{}}
	for _, field := range j.Adds {
		r.Locators[string(field)] = Rows{j.Row}.Locator()
		if field == lists.FieldTheme {
			r.Links["theme"] = []string{known.theme(j.theme)}
		} else {
			r.Values[string(field)] = j.urgency
		}
	}
	return r
}

// record gives a need as its answer tells it.
func (j JudgedNeed) record(mapping string, today registry.Date, known *Known) ledger.Record {
	locator := Rows{j.Row}.Locator()
	r := ledger.Record{Type: "Need", ID: j.id, Values: map[string]any{"statement": j.Statement}, Unknown: map[string]registry.Reason{},
		Links: map[string][]string{"stakeholder": {j.stakeholder}}, Locators: map[string]string{"statement": locator}}
	r.Links["foundIn"] = []string{mapping}
	holds := registry.Holding(registry.Period{From: j.from, To: j.to}, true, today)
	r.Values["state"], r.Values["validFrom"], r.Values["expiresOn"] = string(registry.StandingOpen), *holds.From, *holds.To
	if j.theme != "" {
		r.Links["theme"] = []string{known.theme(j.theme)}
	} else {
		r.Unknown["theme"] = registry.NotInSource
	}
	if j.urgency != "" {
		r.Values["urgency"] = j.urgency
	} else {
		r.Unknown["urgency"] = registry.NotInSource
	}
	r.Locators["theme"], r.Locators["urgency"] = locator, locator
	return r
}

// AddedValue says in a language what the answer tells of a field that is among Adds.
func (j JudgedNeed) AddedValue(language string, field lists.Field) string {
	if field == lists.FieldTheme {
		return j.themed.name(language, j.theme)
	}
	return lists.ValueIn(language, field, j.urgency)
}
