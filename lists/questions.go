package lists

import (
	"regexp"
	"slices"
	"strings"

	"partnernet/registry"
)

// question is what forms ask where others have a heading: a field is told by words of it, folded, unless others say that it is about something else.
type question struct {
	field       Field
	asks, other *regexp.Regexp
	ofNeed      bool // it is asked of each need
}

// aboutOffers are words of questions about what somebody offers, and about whom an answer may be shown to.
var aboutOffers = regexp.MustCompile(`erbjud|tilby|bidra|\boffer|contribut|\b(?:dela|dele|share|visa|vise)\b`)

// needQuestions are those of surveys of needs. What a need is about and how pressing it is are asked by words that also ask for the need, so they come first.
var needQuestions = []question{
	{field: FieldLegalName, asks: regexp.MustCompile(`^(?:vilken|vilket|hvilken|hvilket|which|namn pa|navn pa|name of) .*(?:organisation|organisasjon|foretag|foretak|virksomhet|verksamhet|verksemd|bedrift|company)`), other: aboutOffers},
	{field: FieldTheme, asks: regexp.MustCompile(`\b(?:omraden?|omradet|omrader|tema(?:e?r|n)?|themes?|areas?)\b`), other: aboutOffers, ofNeed: true},
	{field: FieldUrgency, asks: regexp.MustCompile(`\b(?:bradskande|brattom|haster|h(?:vor|ur) viktigt?|angelage[nt]|urgent)\b`), other: aboutOffers, ofNeed: true},
	{field: FieldNeed, asks: regexp.MustCompile(`\b(?:behov|behovet|behover|trenger|treng|saknar|savner|needs?)\b`), other: aboutOffers, ofNeed: true},
}

// readQuestions finds the columns of a form that has questions for headings, where no heading is that of a need. Needs are counted as they are asked for.
func (m mapping) readQuestions(h *header) {
	if len(m.questions) == 0 || slices.ContainsFunc(h.columns, func(c Column) bool { return slices.Contains(m.about, c.Field) }) {
		return
	}
	needs := 0
	for i, column := range h.columns {
		if column.Note.Text != "column.unknown" {
			continue
		}
		folded := registry.Fold(column.Heading)
		at := slices.IndexFunc(m.questions, func(q question) bool { return q.asks.MatchString(folded) && !q.other.MatchString(folded) })
		if at < 0 {
			continue
		}
		field := m.questions[at].field
		if m.questions[at].ofNeed {
			if field == FieldNeed {
				needs++
			}
			field = field.Numbered(max(needs, 1))
		}
		if m.fieldNamed(field) == nil || !m.giveWay(h, field, column.Column) {
			continue
		}
		h.columns[i].Field, h.columns[i].Note = field, Remark{}
		h.known, h.score = h.known+1, h.score+1
	}
}

// giveWay tells whether no other column has a field. One that only has it by a vague heading, as the name of whoever filled in the form, gives way.
func (m mapping) giveWay(h *header, field Field, column string) bool {
	at := slices.IndexFunc(h.columns, func(c Column) bool { return c.Field == field })
	if at < 0 {
		return true
	}
	means, _ := m.meaning(h.columns[at].Heading)
	if means.vague {
		h.columns[at].Field, h.columns[at].Note = "", Remark{"column.vague", About{"column": column}}
	}
	return means.vague
}

// noNeed are words with which an answer begins that tells no need: Inget just nu.
var noNeed = folded("inget, ingen, inga, ingenting, nej, nei, none, nothing, no")

// need reads a need. A few words that say that there is none tell none.
func (r *rowReader) need(c cell) {
	text, tells := c.tells()
	words := strings.Fields(registry.Fold(text))
	if !tells || registry.NamesNobody(text) || len(words) <= 4 && hasAny(words[:min(1, len(words))], noNeed) {
		return
	}
	r.text(c)
}

// theme reads a theme, as forms end each choice with a semicolon.
func (r *rowReader) theme(c cell) {
	c.Text = strings.TrimRight(c.Text, "; ")
	r.text(c)
}
