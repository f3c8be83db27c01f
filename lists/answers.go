package lists

import (
	"io"
	"slices"
	"strconv"
)

// What an answer to a survey of needs can tell besides who answers: an organisation by FieldLegalName or FieldNumber, or a target group.
const (
	FieldTargetGroup Field = "targetGroup"
	FieldMapping     Field = "mapping" // the occasion on which it was answered, by its title
	FieldAnsweredOn  Field = "answeredOn"
	FieldNeed        Field = "need"
	FieldTheme       Field = "theme"
	FieldUrgency     Field = "urgency"
	FieldExpiresOn   Field = "expiresOn"
)

// MostNeeds is how many numbered columns of needs an answer may have; a need in a column without a number is counted besides.
const MostNeeds = 9

// Numbered gives the field of the need of a number: need2 for the second. What has no number is the field itself.
func (f Field) Numbered(number int) Field {
	if number == 0 {
		return f
	}
	return f + Field(strconv.Itoa(number))
}

// ReadAnswers reads the answers to a survey of needs, as ReadMembers reads members. One row may tell several needs, in columns whose
// headings end in a number.
func ReadAnswers(file io.ReaderAt, size int64, headings map[string]string) (*List, error) {
	return answerList.readList(file, size, headings)
}

var answerList = newListKind(numberedFields(FieldNeed), "answers", noRowCheck, slices.Concat([]knownField{
	{field: FieldLegalName, read: (*rowReader).name, headings: organisationHeadings, vague: nameHeadings},
	{field: FieldNumber, read: (*rowReader).number, headings: numberHeadings},
	{field: FieldTargetGroup, read: (*rowReader).text, headings: []string{"Målgrupp", "Målgruppe", "Target group"}},
	{field: FieldMapping, read: (*rowReader).text, headings: []string{"Kartläggning", "Behovskartläggning", "Kartlegging", "Behovskartlegging", "Needs mapping", "Mapping of needs"}},
	{field: FieldAnsweredOn, spared: true, read: (*rowReader).dayOrUnknown, headings: []string{"Datum", "Svarsdatum", "Dato", "Svardato", "Date", "Första dag", "Første dag", "First day"}},
},
	numberedColumns(knownField{field: FieldNeed, read: (*rowReader).need, headings: []string{"Behov", "Need"}}),
	numberedColumns(knownField{field: FieldTheme, spared: true, read: (*rowReader).theme, headings: []string{"Tema", "Theme"}}),
	numberedColumns(knownField{field: FieldUrgency, spared: true, read: (*rowReader).text, headings: []string{"Angelägenhet", "Angelägenhetsgrad", "Prioritet", "Hastegrad", "Urgency"}}),
	numberedColumns(knownField{field: FieldExpiresOn, spared: true, read: (*rowReader).dayOrUnknown, headings: []string{
		"Gäller till", "Gäller till och med", "Gjelder til", "Gjelder til og med", "Valid until", "Sista dag", "Siste dag", "Last day",
	}}),
)...).asking(needQuestions)

// numberedFields gives the fields of a name, without a number and with each.
func numberedFields(f Field) []Field {
	var all []Field
	for n := range MostNeeds + 1 {
		all = append(all, f.Numbered(n))
	}
	return all
}

// numberedColumns gives a field that may stand several times.
func numberedColumns(f knownField) []knownField {
	all := []knownField{f}
	for n := 1; n <= MostNeeds; n++ {
		each := knownField{field: f.field.Numbered(n), read: f.read, spared: f.spared, again: true}
		for _, heading := range f.headings {
			each.headings = append(each.headings, heading+" "+strconv.Itoa(n))
		}
		all = append(all, each)
	}
	return all
}

// dayOrUnknown reads a day without which the row can be taken.
func (r *rowReader) dayOrUnknown(c cell) {
	r.validFrom(c)
	for i := range r.row.Problems {
		if p := &r.row.Problems[i]; p.Cell == c.reference {
			p.Refuses = false
		}
	}
}

func noRowCheck(*rowReader) {}
