// Package profile reads lists by a mapping profile: YAML that says which column tells which field of which record. It is pure: a profile
// and rows give a telling, with what is doubtful and where that stands.
package profile

import (
	"embed"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/model"
)

//go:embed *.yaml
var delivered embed.FS

// Delivered gives the text of a profile that comes with the program, by its name: bolagsverket, forskningsradet, interreg, keep.eu, ror, scb.
func Delivered(name string) ([]byte, bool) {
	text, err := delivered.ReadFile(name + ".yaml")
	return text, err == nil
}

// Profile says what the columns of a list mean.
type Profile struct {
	Title    string   `yaml:"title"`    // of the list, as a document
	Language string   `yaml:"language"` // of the list, "" where nothing tells it
	Nothing  []string `yaml:"nothing"`  // texts of cells that say nothing, such as 0 or -
	Records  []Record `yaml:"records"`  // each after those that it leads to

	name  string
	text  []byte
	model *model.Model
}

// Record says which record a row tells, and of what.
type Record struct {
	Type   string           `yaml:"record"` // a type of the schema
	As     string           `yaml:"as"`     // what the profile calls it; the type where it is left out
	Key    []string         `yaml:"key"`    // the columns that tell it from others of the list; none for one that is the same in all rows
	Only   map[string][]any `yaml:"only"`   // columns, and the texts with which a row tells it
	Fields map[string]Field `yaml:"fields"`

	kind *model.Type
}

// Field says where a field's value stands. A column is named by its heading; "a | b" is the first of two that has a text.
type Field struct {
	Column         string            `yaml:"column"`
	Constant       string            `yaml:"constant"`
	Of             string            `yaml:"of"`       // the record of the same row that the field leads to, by what the profile calls it
	Form           []string          `yaml:"form"`     // of days, as in DD.MM.YYYY; YYYY alone tells no day and is kept as a claim
	Decimal        string            `yaml:"decimal"`  // comma, where an amount is written 1.234,50
	Currency       string            `yaml:"currency"` // of amounts
	CurrencyColumn string            `yaml:"currencyColumn"`
	Scheme         string            `yaml:"scheme"` // of a number of a register
	Words          map[string]string `yaml:"words"`  // values of the enumeration, by the words of the list; "" is a cell without any
	Also           []string          `yaml:"also"`   // columns that say more of the same list
	Split          string            `yaml:"split"`  // what divides several texts in one cell
	After          string            `yaml:"after"`  // what a text begins with that is left out, up to and with this
	Until          string            `yaml:"until"`  // what a text ends with that is left out, from this on

	def *model.Field
}

// dayForms puts days as people write their form into words that the time package knows.
var dayForms = strings.NewReplacer("YYYY", "2006", "MM", "01", "DD", "02", "hh", "15", "mm", "04", "ss", "05")

// Read reads a profile and checks it by the schema. What is wrong is BAD_INPUT and says the line.
func Read(m *model.Model, name string, text []byte) (*Profile, error) {
	p := &Profile{name: name, text: text, model: m}
	if err := yaml.UnmarshalWithOptions(text, p, yaml.Strict()); err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "The profile %s cannot be read: %s", name, yaml.FormatError(err, false, false))
	}
	if len(p.Records) == 0 || p.Title == "" {
		return nil, fault.New(fault.BadInput, "The profile %s needs a title, and records. Add them.", name)
	}
	for i := range p.Records {
		if err := p.checkRecord(i); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// tellable are the types whose records a list can tell.
var tellable = []string{"Organisation", "Programme", "Project", "Participation", "Application", "Decision", "Award"}

func (p *Profile) checkRecord(at int) error {
	r, path := &p.Records[at], index("$.records", at)
	if !slices.Contains(tellable, r.Type) {
		return fault.New(fault.BadInput, "%s, line %d: %q is no record that a list can tell. Write one of %s.", p.name, p.line(path), r.Type, strings.Join(tellable, ", "))
	}
	r.kind = p.model.Type(r.Type)
	if r.As == "" {
		r.As = r.Type
	}
	for _, name := range sortedFields(*r) {
		field := r.Fields[name]
		if err := p.checkField(at, name, &field); err != nil {
			return err
		}
		r.Fields[name] = field
	}
	for _, f := range r.kind.Fields() {
		_, told := r.Fields[f.Name]
		if !told && required(f) && p.tells(f) {
			return p.needs(path, r.As, f.Name)
		}
	}
	return nil
}

// required says whether a record cannot do without the field.
func required(f *model.Field) bool { return f.Def.Type.NonNull && f.Def.Type.Elem == nil }

func (p *Profile) needs(path, what, needed string) error {
	return fault.New(fault.BadInput, "%s, line %d: %s needs %s. Add it.", p.name, p.line(path), what, needed)
}

func (p *Profile) checkField(at int, name string, f *Field) error {
	r, path := p.Records[at], index("$.records", at)+".fields."+name
	f.def = r.kind.Field(name)
	if f.def == nil || !p.tells(f.def) {
		return fault.New(fault.BadInput, "%s, line %d: %s has no field %q that a list can tell. Look for its name in the schema.", p.name, p.line(path), r.Type, name)
	}
	if f.def.Kind == model.Relationship && name != "identifiers" {
		return p.checkRelation(at, path, f)
	}
	return p.checkValue(path, name, f)
}

// checkRelation asks that a relation leads to a record that the profile names earlier.
func (p *Profile) checkRelation(at int, path string, f *Field) error {
	if !slices.ContainsFunc(p.Records[:at], func(r Record) bool { return r.As == f.Of }) {
		return fault.New(fault.BadInput, "%s, line %d: no record before this one is called %q. Name one with of.", p.name, p.line(path), f.Of)
	}
	return nil
}

// checkValue asks that all is said that a value is read by.
func (p *Profile) checkValue(path, name string, f *Field) error {
	kind := f.def.Def.Type.Name()
	values := p.model.Schema.Types[kind].EnumValues
	if name == "identifiers" {
		values = p.model.Schema.Types["IdentifierScheme"].EnumValues
	}
	switch {
	case (f.Column == "") == (f.Constant == ""):
		return p.needs(path, name, "a column or a constant")
	case len(f.Also) > 0 && (f.def.Def.Type.Elem == nil || f.Split == ""):
		return p.needs(path, name, "split, which divides the texts of a list, for also")
	case name == "identifiers" && f.Scheme == "":
		return p.needs(path, name, "a scheme")
	case kind == "Money" && f.Currency == "" && f.CurrencyColumn == "":
		return p.needs(path, name, "a currency")
	}
	for _, form := range f.Form {
		if form != "YYYY" && !(strings.Contains(form, "YYYY") && strings.Contains(form, "MM") && strings.Contains(form, "DD")) {
			return fault.New(fault.BadInput, "%s, line %d: %q is no form of a day. Write it with YYYY, MM and DD, as in DD.MM.YYYY.", p.name, p.line(path), form)
		}
	}
	return p.checkWords(path, name, f, values)
}

// checkWords asks that all values of an enumeration are its own.
func (p *Profile) checkWords(path, name string, f *Field, values ast.EnumValueList) error {
	words := []string{f.Scheme}
	if name != "identifiers" {
		words = []string{f.Constant}
	}
	for _, word := range f.Words {
		words = append(words, word)
	}
	slices.Sort(words)
	for _, word := range words {
		if len(values) > 0 && word != "" && values.ForName(word) == nil {
			return fault.New(fault.BadInput, "%s, line %d: %q is no value of %s. Write one of %s.", p.name, p.line(path), word, name, names(values))
		}
	}
	return nil
}

func names(values ast.EnumValueList) string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = v.Name
	}
	return strings.Join(all, ", ")
}

// tells says whether a list can tell a field.
func (p *Profile) tells(f *model.Field) bool {
	switch {
	case p.model.Type("Record").Field(f.Name) != nil:
		return false
	case f.Name == "identifiers":
		return true
	case f.Kind == model.Relationship:
		return !f.List && !f.Connection
	case f.Kind != model.Property && f.Kind != model.Embedded:
		return false
	}
	kind := f.Def.Type.Name()
	return slices.Contains([]string{"String", "Date", "Money", "CountryCode", "URL"}, kind) || p.model.Schema.Types[kind].Kind == ast.Enum
}
