package lists

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"partnernet/registry"
)

// Field is what a column of a list can tell, by the schema's name where it has one.
type Field string

// listKind is a kind of list: what its columns can tell, and how.
type listKind struct {
	fields    []knownField     // in the order in which a row is read
	about     []Field          // of which a list has at least one: they tell what a row is about
	example   string           // the name of a text, under example in texts.yaml: headings of such a list
	whole     func(*rowReader) // looks at a row when its cells have been read
	questions []question       // that forms have for headings
	meanings  func() map[string]meaning
}

// knownField is a field that columns of a kind of list can have.
type knownField struct {
	field    Field
	read     func(*rowReader, cell)
	headings []string // that mean it, as people write them; capitals, accents and punctuation are forgiven
	spared   bool     // a row can be taken without it, when its cell cannot be read
	again    bool     // it is one that may stand several times, in a column with a number
	vague    []string // that mean it only when no other column says it better: beside an organisation, a name is a person's
}

// newListKind makes a kind of list. Its headings are folded when the first list is read.
func newListKind(about []Field, example string, whole func(*rowReader), fields ...knownField) *listKind {
	k := &listKind{fields: fields, about: about, example: example, whole: whole}
	k.meanings = sync.OnceValue(k.meaningsByHeading)
	return k
}

// asking gives the kind with questions that forms have for headings.
func (k *listKind) asking(questions []question) *listKind {
	k.questions = questions
	return k
}

// meaning is what a heading means.
type meaning struct {
	field    Field
	vague    bool
	personal bool
}

// meaningsByHeading gives the meaning of each known heading by its folded text.
func (k *listKind) meaningsByHeading() map[string]meaning {
	meanings := map[string]meaning{}
	add := func(headings []string, m meaning) {
		for _, heading := range headings {
			meanings[foldHeading(heading)] = m
		}
	}
	add(personalHeadings, meaning{personal: true})
	for _, f := range k.fields {
		add(f.vague, meaning{field: f.field, vague: true})
	}
	for _, f := range k.fields {
		add(f.headings, meaning{field: f.field})
	}
	return meanings
}

// Headings of data about persons, which are not read at all.
var personalHeadings = []string{
	"E-post", "Epost", "E-postadress", "E-postadresse", "E-mail", "Email", "Email address", "Mejl", "Mail", "Mailadress", "Mailadresse",
	"Telefon", "Telefonnummer", "Telefonnr", "Tel", "Tfn", "Tlf", "Mobil", "Mobiltelefon", "Mobilnummer", "Phone", "Phone number", "Mobile",
	"Kontakt", "Kontaktperson", "Kontaktpersoner", "Contact", "Contact person", "Contact name", "Ansvarig", "Ansvarlig", "VD", "Daglig leder", "CEO",
	"Förnamn", "Efternamn", "Fornavn", "Etternavn", "First name", "Last name", "Surname", "Personnummer", "Fødselsnummer", "Personal number",
	"Födelsedatum", "Fødselsdato", "Date of birth",
}

// foldHeading forgives what registry.Fold does, and the American spelling.
func foldHeading(heading string) string {
	return strings.ReplaceAll(registry.Fold(heading), "organiz", "organis")
}

// inBrackets is what explains a heading: "Org.nr (10 siffror)".
var inBrackets = regexp.MustCompile(`[(\[][^)\]]*[)\]]`)

// fieldNamed gives a field of the kind, nil when it has no such field.
func (k *listKind) fieldNamed(field Field) *knownField {
	at := k.fieldOrder(field)
	if at < 0 {
		return nil
	}
	return &k.fields[at]
}

// fieldOrder is where a field stands among those of the kind, -1 for one that it does not have.
func (k *listKind) fieldOrder(field Field) int {
	return slices.IndexFunc(k.fields, func(f knownField) bool { return f.field == field })
}

// fieldNames lists the fields that a column can have, for people.
func (k *listKind) fieldNames() string {
	var names []string
	for _, f := range k.fields {
		if !f.again {
			names = append(names, string(f.field))
		}
	}
	return strings.Join(slices.Sorted(slices.Values(names)), ", ")
}
