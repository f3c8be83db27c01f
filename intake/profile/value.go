package profile

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"partnernet/fault"
	"partnernet/registry"
)

// cell gives the text of the first of the named columns that says anything in a row.
func (p *Profile) cell(t Table, cells []string, column string) string {
	for _, heading := range alternatives(column) {
		if at, there := t.columns[heading]; there && at < len(cells) && cells[at] != "" && !slices.Contains(p.Nothing, cells[at]) {
			return cells[at]
		}
	}
	return ""
}

// onlyYear says that a text is a year and the profile expects that: it tells no day, and nobody need look at it.
func (f Field) onlyYear(text string) bool {
	_, err := time.Parse("2006", text)
	return err == nil && slices.Contains(f.Form, "YYYY")
}

// value reads a text as a value of the field; currency is what the row tells of that.
func (f Field) value(text, currency string) (any, error) {
	if f.def.Name == "identifiers" {
		return registry.ParseIdentifier(registry.Scheme(f.Scheme), text)
	}
	switch kind := f.def.Def.Type.Name(); {
	case kind == "Date":
		return f.day(text)
	case kind == "Money":
		return registry.ParseMoney(f.decimal(text), cmp.Or(currency, f.Currency))
	case kind == "CountryCode":
		return registry.CountryNamed(text)
	case kind == "URL":
		return registry.ParseURL(text)
	case kind == "String" && f.def.Def.Type.Elem != nil:
		return f.texts(text), nil
	case kind == "String":
		return f.shortened(text), nil
	}
	return f.word(text)
}

// word gives the value of an enumeration that a word of the list means.
func (f Field) word(text string) (any, error) {
	if text == f.Constant {
		return text, nil
	}
	for word, value := range f.Words {
		if registry.Fold(word) == registry.Fold(text) {
			return value, nil
		}
	}
	return nil, fault.New(fault.BadInput, "The profile does not say what %.60q means as %s. Add it to its words.", text, f.def.Name)
}

func (f Field) day(text string) (any, error) {
	for _, form := range f.Form {
		if day, err := time.Parse(dayForms.Replace(form), text); err == nil && form != "YYYY" {
			return registry.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}, nil
		}
	}
	return registry.ParseDate(text)
}

func (f Field) decimal(text string) string {
	text = strings.Join(strings.Fields(text), "")
	if f.Decimal == "comma" {
		text = strings.ReplaceAll(strings.ReplaceAll(text, ".", ""), ",", ".")
	}
	return text
}

// texts gives the several texts of a cell.
func (f Field) texts(text string) []string {
	var all []string
	parts := []string{text}
	if f.Split != "" {
		parts = strings.Split(text, f.Split)
	}
	for _, part := range parts {
		if part = f.shortened(strings.TrimSpace(part)); part != "" && !slices.Contains(all, part) {
			all = append(all, part)
		}
	}
	return all
}

// shortened leaves out what a text begins with that is no part of it, such as the language of a name.
func (f Field) shortened(text string) string {
	if _, rest, cut := strings.Cut(text, f.After); f.After != "" && cut {
		return strings.TrimSpace(rest)
	}
	return text
}
