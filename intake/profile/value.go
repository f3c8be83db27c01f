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
		return registry.ParseIdentifier(registry.Scheme(f.Scheme), f.shortened(text))
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
		return f.list(text)
	case kind == "String":
		return f.shortened(text), nil
	}
	return f.word(text)
}

// word gives the value of an enumeration that a word of the list means, or each of several.
func (f Field) word(text string) (any, error) {
	if text != "" && text == f.Constant {
		return text, nil
	}
	meant := map[string]bool{}
	if text == "" {
		meant[f.meaning("")] = true
	}
	for _, part := range f.texts(text) {
		meant[f.meaning(part)] = true
	}
	for value := range meant {
		if len(meant) == 1 && value != "" {
			return value, nil
		}
	}
	return nil, fault.New(fault.BadInput, "The profile does not say what %.60q means as %s. Add it to its words.", text, f.def.Name)
}

// meaning gives the value that a word means, "" for one that the profile does not know.
func (f Field) meaning(text string) string {
	for word, value := range f.Words {
		if registry.Fold(word) == registry.Fold(text) {
			return value
		}
	}
	return ""
}

// list gives the several texts of a cell, and codes of industries as they are written here.
func (f Field) list(text string) (any, error) {
	all := f.texts(text)
	if f.def.Name != "industryCodes" {
		return all, nil
	}
	for i := range all {
		code, err := registry.ParseIndustryCode(all[i])
		if err != nil {
			return nil, err
		}
		all[i] = code
	}
	return all, nil
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

// shortened leaves out what a text begins and ends with that is no part of it, such as the language of a name.
func (f Field) shortened(text string) string {
	if _, rest, cut := strings.Cut(text, f.After); f.After != "" && cut {
		text = rest
	}
	if f.Until != "" {
		text, _, _ = strings.Cut(text, f.Until)
	}
	return strings.TrimSpace(text)
}
