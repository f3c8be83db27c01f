package reports

import (
	_ "embed" // the words of the reports
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
	"golang.org/x/text/number"

	"partnernet/fault"
	"partnernet/registry"
)

// wordsText has each text of the reports in each language, side by side.
//
//go:embed words.yaml
var wordsText []byte

// texts are the words by key.
var texts = registry.ReadPhrases(wordsText)

var wordCatalog = newCatalog()

func newCatalog() catalog.Catalog {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	for key, each := range texts {
		for i, text := range each {
			if err := b.SetString(language.Make(registry.Languages[i]), key, text); err != nil {
				panic(err) // the words are part of the binary
			}
		}
	}
	return b
}

// words writes texts, numbers and names in one language.
type words struct {
	language string
	printer  *message.Printer
	regions  display.Namer
}

// CheckLanguage is BAD_INPUT when no report is written in a language.
func CheckLanguage(lang string) error {
	if slices.Contains(registry.Languages, lang) {
		return nil
	}
	return fault.New(fault.BadInput, "Reports are not written in %.20q. The languages are %s.", lang, fault.Listed(registry.Languages)).At("language")
}

func wordsIn(lang string) (words, error) {
	if err := CheckLanguage(lang); err != nil {
		return words{}, err
	}
	tag := language.Make(lang)
	return words{language: lang, printer: message.NewPrinter(tag, message.Catalog(wordCatalog)), regions: display.Regions(tag)}, nil
}

// say gives a text of the reports' own. Its gaps are filled with Markdown, numbers, or texts, which are escaped.
func (w words) say(key string, gaps ...any) markdown {
	for i, gap := range gaps {
		switch gap := gap.(type) {
		case string:
			gaps[i] = escape(gap)
		case json.Number:
			gaps[i] = w.number(gap)
		}
	}
	return markdown(w.printer.Sprintf(message.Key(key, key), gaps...))
}

func (w words) unknown() markdown { return w.say("unknown") }

// label gives the word for a value of an enumeration, or of a section of NACE. A value that has none is given
// as the API names it.
func (w words) label(enumeration string, value any) markdown {
	text, ok := value.(string)
	if !ok {
		return w.unknown()
	}
	if key := enumeration + "." + text; texts[key] != nil {
		return w.say(key)
	}
	label, _ := registry.ValueLabel(w.language, enumeration, text)
	return escape(label)
}

// typeLabel gives the word for a record of a type.
func (w words) typeLabel(typeName string) markdown {
	label, _ := registry.TypeLabel(w.language, typeName)
	return escape(label)
}

// country gives the name of the country with a code.
func (w words) country(value any) markdown {
	code, _ := value.(string)
	region, err := language.ParseRegion(code)
	if err != nil {
		return w.unknown()
	}
	return escape(w.regions.Name(region))
}

// truth gives yes, no or unknown.
func (w words) truth(value any) markdown {
	known, ok := value.(bool)
	switch {
	case !ok:
		return w.unknown()
	case known:
		return w.say("yes")
	default:
		return w.say("no")
	}
}

// number gives a number as the language writes it, with no more than three decimals.
func (w words) number(value any) markdown {
	n, ok := value.(json.Number)
	if !ok {
		return w.unknown()
	}
	d, err := decimal.NewFromString(n.String())
	if err != nil {
		return w.unknown()
	}
	return markdown(w.printer.Sprint(number.Decimal(d.InexactFloat64(), number.MaxFractionDigits(3))))
}

// percent gives a part of one, told as a decimal or a number, in per cent.
func (w words) percent(value any) markdown {
	var text string
	switch value := value.(type) {
	case string:
		text = value
	case json.Number:
		text = value.String()
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		return w.unknown()
	}
	return markdown(w.printer.Sprint(number.Percent(d.InexactFloat64(), number.MaxFractionDigits(2))))
}

// money gives an amount with its currency, to the last digit.
func (w words) money(value any) markdown {
	amount, _ := value.(object)
	text, _ := amount["amount"].(string)
	currency, _ := amount["currency"].(string)
	d, err := decimal.NewFromString(text)
	if err != nil {
		return w.unknown()
	}
	_, fraction, _ := strings.Cut(text, ".")
	whole := w.printer.Sprint(number.Decimal(d.IntPart()))
	if fraction == "" {
		return markdown(whole) + " " + escape(currency)
	}
	return markdown(whole) + w.say("decimalSign") + markdown(fraction) + " " + escape(currency)
}

// wholeOf gives a whole number of an answer.
func wholeOf(value any) int64 {
	n, _ := value.(json.Number)
	whole, _ := n.Int64()
	return whole
}
