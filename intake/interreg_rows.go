package intake

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"partnernet/fault"
	"partnernet/registry"
)

// The bounds of a partner list. The real one has 1 196 rows in 0.6 MB and no text of more than 166 characters; much
// longer ones do not fit in a database index.
const (
	maxListBytes = 64 << 20
	maxListRows  = 100_000
	maxTextRunes = 500
)

// Refusal is a row that cannot be placed: nothing of its partner is taken. The project that it names still counts.
type Refusal struct {
	Row    int
	Code   RefusalCode
	Reason string // for people
}

// RefusalCode is the kind of a refusal.
type RefusalCode string

// Why a row cannot be placed.
const (
	UnreadableRow    RefusalCode = "UNREADABLE_ROW"
	NoProgramme      RefusalCode = "NO_PROGRAMME"
	NoProject        RefusalCode = "NO_PROJECT"
	NoOrganisation   RefusalCode = "NO_ORGANISATION"
	UnknownRole      RefusalCode = "UNKNOWN_ROLE"
	AmbiguousProject RefusalCode = "AMBIGUOUS_PROJECT"
)

// Doubt is a text that cannot be read as a value. The value stays unknown, the text a claim.
type Doubt struct {
	Row    int
	Field  string // the list's name of the field
	Text   string
	Reason string // for people
}

// entry is a row as far as it can be read. A refused one is kept for the project that it names.
type entry struct {
	row                                  int
	programme, title, organisation, role string
	projectType, sector, county, country rowValue[string]
	from, to                             rowValue[registry.Date]
	budget, total                        rowValue[registry.Money]
	area                                 string
	refused                              bool
	project                              string // the project's key, once it is placed
}

// listRow is a row as the list writes it.
type listRow struct {
	Programme    string          `json:"program"`
	Title        string          `json:"projektnamn"`
	Organisation string          `json:"organisationsnamn"`
	Role         string          `json:"organisationsroll"`
	ProjectType  string          `json:"projekttyp"`
	From         string          `json:"startdatum"`
	To           string          `json:"slutdatum"`
	Sector       string          `json:"organisationstyp"`
	County       string          `json:"nuts3"`
	Country      string          `json:"land"`
	Budget       json.RawMessage `json:"partnerbudget"` // a number or a text, kept as it is written: amounts are exact
}

// readEntries reads row by row, counts and refuses, and gives the entries that name a programme and a project.
func readEntries(file io.Reader, list *PartnerList) ([]entry, error) {
	limited := &io.LimitedReader{R: file, N: maxListBytes + 1}
	text := withoutByteOrderMark(limited)
	read := list.readRows
	if isDelimited(text) {
		read = list.readPairs
	}
	entries, err := read(text)
	if limited.N <= 0 {
		return nil, fault.New(fault.BadInput, "The list is larger than %d MB; divide it.", maxListBytes>>20)
	}
	return entries, err
}

// readRows reads a JSON array of rows.
func (l *PartnerList) readRows(text io.Reader) ([]entry, error) {
	var entries []entry
	err := eachElement(json.NewDecoder(text), func(raw json.RawMessage) error {
		l.RowsRead++
		if l.RowsRead > maxListRows {
			return fault.New(fault.BadInput, "The list has more than %d rows; divide it.", maxListRows)
		}
		if e, named := l.readRow(raw); named {
			entries = append(entries, e)
		}
		return nil
	})
	if err != nil {
		return nil, brokenFile(err, l.RowsRead)
	}
	return entries, nil
}

// withoutByteOrderMark passes over the mark that some editors put before UTF-8. It hands on long reads as they are:
// over short ones the decoder would go through a run of spaces again and again.
func withoutByteOrderMark(file io.Reader) *bufio.Reader {
	const mark = "\ufeff"
	buffered := bufio.NewReader(file)
	if start, err := buffered.Peek(len(mark)); err == nil && string(start) == mark {
		_, _ = buffered.Discard(len(mark)) // cannot fail: just peeked
	}
	return buffered
}

// isDelimited says whether the text begins as a heading does, and not as JSON.
func isDelimited(text *bufio.Reader) bool {
	start, err := text.Peek(1)
	return err == nil && (start[0] >= 'A' && start[0] <= 'Z' || start[0] >= 'a' && start[0] <= 'z')
}

// eachElement gives the elements of a JSON array one at a time and leaves nothing unread.
func eachElement(decoder *json.Decoder, take func(json.RawMessage) error) error {
	if start, err := decoder.Token(); err != nil || start != json.Delim('[') {
		return errors.Join(errors.New("no array at the beginning"), err)
	}
	for decoder.More() {
		var raw json.RawMessage
		if err := decoder.Decode(&raw); err != nil {
			return err
		}
		if err := take(raw); err != nil {
			return err
		}
	}
	if _, err := decoder.Token(); err != nil {
		return err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.Join(errors.New("more after the array"), err)
	}
	return nil
}

func brokenFile(err error, rowsRead int) error {
	if known, ok := errors.AsType[*fault.Fault](err); ok {
		return known
	}
	return fault.Wrap(fault.BadInput, err, "The file is not a partner list: after %d rows it cannot be read as a JSON array of rows. Nothing was taken from it.", rowsRead)
}

// readRow reads one row. Named is false when it does not even tell a programme and a project.
func (l *PartnerList) readRow(raw json.RawMessage) (e entry, named bool) {
	var row listRow
	err := json.Unmarshal(raw, &row)
	if reason := unreadable(raw, row); reason != "" {
		l.refuse(UnreadableRow, reason)
		return entry{}, false
	}
	e = l.entry(row)
	switch {
	case err != nil:
		l.refuse(UnreadableRow, misfit(err))
	case e.programme == "":
		l.refuse(NoProgramme, "names no programme")
	case e.title == "":
		l.refuse(NoProject, "names no project")
	case registry.NamesNobody(e.organisation):
		l.refuse(NoOrganisation, "names no organisation")
	case e.role == "":
		l.refuse(UnknownRole, fmt.Sprintf("has %.20q as the partner's role; LP, PP and AP are known", row.Role))
	default:
		return e, true
	}
	e.refused = true
	return e, e.programme != "" && e.title != ""
}

func (l *PartnerList) refuse(code RefusalCode, reason string) {
	l.Refused = append(l.Refused, Refusal{Row: l.RowsRead, Code: code, Reason: reason})
}

// unreadable says why the texts of a row cannot be trusted; empty when they can.
func unreadable(raw json.RawMessage, row listRow) string {
	return unreadableTexts(raw, []string{row.Programme, row.Title, row.Organisation, row.Role, row.ProjectType, row.From,
		row.To, row.Sector, row.County, row.Country, string(row.Budget)})
}

func unreadableTexts(raw []byte, texts []string) string {
	if !utf8.Valid(raw) {
		return "is not UTF-8 text"
	}
	for _, text := range texts {
		if utf8.RuneCountInString(text) > maxTextRunes {
			return fmt.Sprintf("has a text of more than %d characters: %.40q …", maxTextRunes, text)
		}
	}
	return ""
}

// misfit says which field of a row is not of its kind.
func misfit(err error) string {
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) && mismatch.Field != "" {
		return fmt.Sprintf("has a %s for a text in %s", mismatch.Value, mismatch.Field)
	}
	return "is not an object"
}

// entry reads the values of a row and notes what cannot be read.
func (l *PartnerList) entry(row listRow) entry {
	e := entry{
		row:          l.RowsRead,
		programme:    registry.Plain(row.Programme),
		title:        registry.Plain(row.Title),
		organisation: registry.Plain(row.Organisation),
		role:         roles[registry.Fold(row.Role)],
		projectType:  word(l, "projekttyp", row.ProjectType, projectTypes),
		sector:       l.sectorType(row.Sector, row.Organisation),
		county:       word(l, "nuts3", row.County, swedishCounties()),
		country:      readValue(l, "land", row.Country, registry.CountryNamed),
		from:         readValue(l, "startdatum", row.From, registry.ParseDate),
		to:           readValue(l, "slutdatum", row.To, registry.ParseDate),
		budget:       readValue(l, "partnerbudget", amount(row.Budget), euros),
	}
	if err := e.period().Check(); err != nil {
		l.doubt("slutdatum", e.to.text, err.Error())
	}
	return e
}

// readValue reads a text by a rule of the registry; one that breaks the rule is noted.
func readValue[T comparable](l *PartnerList, field, text string, parse func(string) (T, error)) rowValue[T] {
	text = registry.Plain(text)
	if text == "" {
		return rowValue[T]{}
	}
	parsed, err := parse(text)
	if err != nil {
		l.doubt(field, text, err.Error())
		return rowValue[T]{text: text}
	}
	return rowValue[T]{text: text, value: &parsed}
}

func (l *PartnerList) doubt(field, text, reason string) {
	l.Doubts = append(l.Doubts, Doubt{Row: l.RowsRead, Field: field, Text: text, Reason: reason})
}

func euros(amount string) (registry.Money, error) { return registry.ParseMoney(amount, "EUR") }

// period is what the row tells of the project's period.
func (e entry) period() registry.Period {
	return registry.Period{From: e.from.value, To: e.to.value}
}

// amount is the text of a JSON number, null or text.
func amount(raw json.RawMessage) string {
	if string(raw) == "null" {
		return ""
	}
	return strings.Trim(string(raw), `"`)
}
