package intake

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"partnernet/ledger"
	"partnernet/registry"
)

// needHeadings are what people write above the columns of a survey's answers.
var needHeadings = headings{
	"organisation": {"organisation", "organisasjon", "företag", "bedrift", "virksomhet", "namn", "navn", "name", "company"},
	"number":       {"organisationsnummer", "organisasjonsnummer", "orgnr", "org nr", "organisation number"},
	"targetGroup":  {"målgrupp", "målgruppe", "target group"},
	"mapping":      {"kartläggning", "behovskartläggning", "kartlegging", "behovskartlegging", "needs mapping"},
	"answeredOn":   {"datum", "svarsdatum", "dato", "svardato", "date"},
	"need":         {"behov", "need"},
	"theme":        {"tema", "theme"},
	"urgency":      {"angelägenhet", "prioritet", "hastegrad", "urgency"},
	"expiresOn":    {"gäller till", "gäller till och med", "gjelder til", "gjelder til og med", "valid until"},
}

// urgencies are the words in which people say how pressing a need is, folded.
var urgencies = map[string]string{
	"lag": "LOW", "low": "LOW", "lav": "LOW", "medel": "MEDIUM", "middels": "MEDIUM", "medium": "MEDIUM", "hog": "HIGH", "hoy": "HIGH", "high": "HIGH",
	"kritisk": "CRITICAL", "akut": "CRITICAL", "akutt": "CRITICAL", "critical": "CRITICAL",
}

// mostNeeds is how many numbered columns of needs a row may have; needs in a column without a number are counted besides.
const mostNeeds = 9

// NeedVerdict says what becomes of a need that an answer tells.
type NeedVerdict string

// What can become of it.
const (
	NeedNew     NeedVerdict = "NEW"     // it is recorded
	NeedHeld    NeedVerdict = "HELD"    // the registry holds it already
	NeedRefused NeedVerdict = "REFUSED" // it cannot be recorded
)

// JudgedNeed is one need of one answer, judged against what the registry holds.
type JudgedNeed struct {
	Row        int
	Statement  string
	Verdict    NeedVerdict
	Reason     string   // why it is refused
	Suggestion string   // what to do about it
	Doubts     []string // what of it could not be read and stays unknown

	id, stakeholder, group, theme, urgency string // group is the name of a target group that is new
	mapping                                string // the title of the occasion, "" for the file itself
	from, to                               *registry.Date
}

// ReadAnswers reads the answers to a survey: one row an answer, with one need or several in numbered columns.
func ReadAnswers(file io.ReaderAt, size int64, known *Known) ([]JudgedNeed, []string, error) {
	t, err := readTable(file, size, needHeadings, "need")
	if err != nil {
		return nil, nil, err
	}
	var judged []JudgedNeed
	seen := map[string]int{}
	for _, row := range t.rows {
		needs := row.judge(known)
		for i := range needs {
			needs[i].once(seen)
		}
		judged = append(judged, needs...)
	}
	return judged, t.ignored, nil
}

// judge gives the needs that a row tells, or why it tells none.
func (r tableRow) judge(known *Known) []JudgedNeed {
	var needs []JudgedNeed
	for group := range mostNeeds + 1 {
		if statement := r.values[column{"need", group}]; statement != "" {
			needs = append(needs, r.need(statement, group, known))
		}
	}
	if len(needs) == 0 {
		return []JudgedNeed{{Row: r.number, Verdict: NeedRefused, Reason: "The row tells no need.", Suggestion: "Write the need in a sentence, or delete the row."}}
	}
	return needs
}

func (r tableRow) need(statement string, group int, known *Known) JudgedNeed {
	j := JudgedNeed{Row: r.number, Statement: statement, Verdict: NeedNew, mapping: r.of("mapping", 0)}
	if err := registry.CheckText(statement, true, registry.MaxName); err != nil {
		j.refuse(err.Error(), "Write it shorter, in a sentence.")
		return j
	}
	j.asked(r, known)
	if held, ok := known.mappings[registry.Fold(j.mapping)]; ok && held.state != "HELD" {
		j.refuse(fmt.Sprintf("The needs mapping %q has not been held.", j.mapping), "Record with holdNeedsMapping that it has been, and import the file again.")
	}
	j.about(r.of("theme", group), known)
	j.presses(r.of("urgency", group))
	j.from, j.to = j.day(r.of("answeredOn", group)), j.day(r.of("expiresOn", group))
	j.id = ledger.DerivedID(strings.Join([]string{"need", registry.Fold(j.mapping), cmp.Or(j.stakeholder, j.group), registry.Fold(statement)}, ": "))
	if j.Verdict == NeedNew && known.needs[j.id] {
		j.Verdict = NeedHeld
	}
	return j
}

// asked finds out who has answered: an organisation by its number, or else by its name, or a target group by its name.
func (j *JudgedNeed) asked(r tableRow, known *Known) {
	number, name, group := r.of("number", 0), r.of("organisation", 0), r.of("targetGroup", 0)
	switch {
	case number != "":
		id, err := known.numbered(number)
		j.stakeholder = id
		if err != nil {
			j.refuse(err.Error(), "Correct the number.")
		} else if id == "" {
			j.refuse(fmt.Sprintf("No organisation has the number %s.", number), "Register the organisation first, or correct the number.")
		}
	case name != "":
		ids := known.named[registry.Fold(name)]
		if j.stakeholder = only(ids); j.stakeholder == "" {
			j.refuse(fmt.Sprintf("%d organisations are called %q.", len(ids), name), "Give the organisation's number, or register it first.")
		}
	case group != "":
		if j.stakeholder = only(known.groups[registry.Fold(group)]); j.stakeholder == "" {
			j.group = group
		}
	default:
		j.refuse("The row does not tell who answers.", "Give an organisation, its number or a target group.")
	}
}

// about finds the theme by its code or one of its names.
func (j *JudgedNeed) about(text string, known *Known) {
	if text == "" {
		return
	}
	if j.theme = known.themeNamed(text); j.theme == "" {
		j.doubt("there is no theme %q; use the code or name of one of the vocabulary", text)
	}
}

func (j *JudgedNeed) presses(text string) {
	folded := registry.Fold(text)
	if j.urgency = urgencies[folded]; j.urgency == "" && text != "" {
		j.doubt("%q does not say how pressing it is; write low, medium, high or critical", text)
	}
}

func (j *JudgedNeed) day(text string) *registry.Date {
	if text == "" {
		return nil
	}
	day, err := registry.ParseDate(text)
	if err != nil {
		j.doubt("%s", err)
		return nil
	}
	return &day
}

// once refuses a need that a row above tells already.
func (j *JudgedNeed) once(seen map[string]int) {
	if j.Verdict == NeedRefused {
		return
	}
	if first := seen[j.id]; first != 0 {
		j.refuse(fmt.Sprintf("Row %d tells it already.", first), "Delete one of them.")
		return
	}
	seen[j.id] = j.Row
	if (registry.Period{From: j.from, To: j.to}).Check() != nil {
		j.refuse("It would hold no longer before it holds.", "Correct the days.")
	}
}

// refuse keeps the first reason.
func (j *JudgedNeed) refuse(reason, suggestion string) {
	if j.Verdict != NeedRefused {
		j.Verdict, j.Reason, j.Suggestion = NeedRefused, reason, suggestion
	}
}

func (j *JudgedNeed) doubt(text string, values ...any) {
	j.Doubts = append(j.Doubts, fmt.Sprintf(text, values...))
}

// NeedsTelling gives the needs of answers that are not refused as one entry for the ledger, each with the occasion on which it was found.
func NeedsTelling(judged []JudgedNeed, file SourceFile, known *Known) ledger.Telling {
	document, source := file.records("needs", "Svar om behov", "", known)
	t := ledger.Telling{Source: source.ID, Records: []ledger.Record{document, source}}
	told := map[string]bool{}
	add := func(r ledger.Record) {
		if !told[r.ID] {
			told[r.ID] = true
			t.Records = append(t.Records, r)
		}
	}
	title := strings.TrimSuffix(filepath.Base(file.Path), filepath.Ext(file.Path))
	for _, j := range judged {
		if j.Verdict == NeedRefused {
			continue
		}
		if j.group != "" {
			j.stakeholder = ledger.DerivedID("target group: " + registry.Fold(j.group))
			add(ledger.Record{Type: "TargetGroup", ID: j.stakeholder, Values: map[string]any{"name": j.group}})
		}
		mapping := ledger.DerivedID("needs mapping: " + registry.Fold(cmp.Or(j.mapping, title)))
		if held, ok := known.mappings[registry.Fold(cmp.Or(j.mapping, title))]; ok {
			mapping = held.id
		} else {
			add(ledger.Record{Type: "NeedsMapping", ID: mapping, Values: map[string]any{"title": cmp.Or(j.mapping, title), "state": "HELD", "method": "SURVEY"},
				Unknown: map[string]registry.Reason{"heldOn": registry.NotInSource}})
		}
		add(j.record(mapping, registry.Date{Year: file.ReadAt.Year(), Month: file.ReadAt.Month(), Day: file.ReadAt.Day()}, known))
	}
	return t
}

// record gives a need as its answer tells it. One that is held goes on as it stands there.
func (j JudgedNeed) record(mapping string, today registry.Date, known *Known) ledger.Record {
	locator := Rows{j.Row}.Locator()
	r := ledger.Record{Type: "Need", ID: j.id, Values: map[string]any{"statement": j.Statement}, Unknown: map[string]registry.Reason{},
		Links: map[string][]string{"stakeholder": {j.stakeholder}}, Locators: map[string]string{"statement": locator}}
	if j.Verdict == NeedHeld {
		return r
	}
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
