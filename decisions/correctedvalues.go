package decisions

import (
	"errors"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"partnernet/registry"
)

// readCorrection reads a value that somebody gives: in the form in which the draft has it, or as a decision writes it.
func (d *Draft) readCorrection(kind, field, words string) (string, error) {
	pattern, known := factFields()[kind][field]
	if !known {
		return "", refuse("correction.field", registry.About{"kind": kind, "field": field, "fields": strings.Join(slices.Sorted(maps.Keys(factFields()[kind])), ", ")})
	}
	words = oneLine(words)
	if err := registry.CheckText(words, true, registry.MaxText); err != nil {
		return "", err
	}
	if enumeration := enumerations[kind+"."+field]; enumeration != "" {
		if _, is := registry.ValueLabel("en", enumeration, words); !is {
			return "", refuse("correction.value", registry.About{"value": words, "example": enumeration})
		}
		return words, nil
	}
	example, strict := examples[pattern]
	if !strict {
		return words, nil
	}
	value, err := reader{language: rules().language(d.Language)}.given(pattern, words)
	if errors.Is(err, errNoValue) {
		err = refuse("correction.value", registry.About{"value": words, "example": example})
	}
	return value, err
}

// examples are values as a draft has them, of the patterns whose values have a form.
var examples = map[string]string{"amount": "362060.00 SEK", "percent": "0.5", "date": "2023-05-01", "monthYear": "2023-05-01", "count": "5", "months": "2", "number10": "SE_ON 2021002429"}

// given reads what somebody gives for a pattern whose values have a form. What is none is errNoValue; an amount that breaks a rule is refused by it.
func (r reader) given(pattern, words string) (string, error) {
	switch {
	case pattern == "amount":
		return r.givenAmount(words)
	case pattern == "percent" && !wholePercent().MatchString(words):
		number, err := registry.ParseDecimal(withPoint(words))
		if err != nil {
			return "", errNoValue
		}
		return number.String(), nil
	case canonical(pattern, words):
		return words, nil
	}
	if value, ok := r.value(pattern, words); ok && value != "" {
		return value, nil
	}
	return "", errNoValue
}

// wholePercent finds a text that is a percentage and nothing else. Another number is a share as the registry writes it.
var wholePercent = lazily(func() string { return "^(?:" + loose(rules().expanded("percent")) + ")$" })

// givenAmount reads an amount with its currency, or as a decision writes it. In English a comma may divide thousands.
func (r reader) givenAmount(words string) (string, error) {
	m := registryAmount.FindStringSubmatch(words)
	if grouped := m != nil && r.language.Language == english && commaGroup.MatchString(m[1]); m != nil && !grouped {
		return moneyText(registry.ParseMoney(withPoint(m[1]), m[2]))
	}
	return moneyText(r.money(words))
}

// registryAmount finds a number and a currency as the registry writes them, whatever sign stands before the decimals.
var registryAmount = regexp.MustCompile(`^(-?\d+(?:[.,]\d+)?) (\p{Lu}{3})$`)

// withPoint writes the decimals of a number behind a point: both countries' texts have a comma there.
func withPoint(number string) string { return strings.Replace(number, ",", ".", 1) }

// canonical says whether a value has the form in which a draft has it.
func canonical(pattern, value string) bool {
	var err error
	switch pattern {
	case "date", "monthYear":
		_, err = registry.ParseDate(value)
	case "number10":
		scheme, number, _ := strings.Cut(value, " ")
		_, err = registry.ParseIdentifier(registry.Scheme(scheme), number)
	default:
		_, err = strconv.ParseUint(value, 10, 31)
	}
	return err == nil
}
