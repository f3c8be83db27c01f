package registry

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"partnernet/fault"
)

// countryNames are the codes of all countries by their folded names in Swedish, Norwegian and English.
var countryNames = sync.OnceValue(func() map[string]string {
	namers := []display.Namer{display.English.Regions(), display.Regions(language.Norwegian), display.Swedish.Regions()}
	codes := map[string]string{}
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			code, err := ParseCountry(string(first) + string(second))
			if err != nil {
				continue
			}
			for _, names := range namers {
				codes[Fold(names.Name(language.MustParseRegion(code)))] = code
			}
		}
	}
	return codes
})

// CountryNamed gives the code of the country that a text names, in Swedish, Norwegian or English, or by its two or three letters.
// Any other text is BAD_INPUT.
func CountryNamed(text string) (string, error) {
	if code, known := countryNames()[Fold(text)]; known {
		return code, nil
	}
	region, err := language.ParseRegion(strings.ToUpper(text))
	if err != nil || len(text) != 2 && len(text) != 3 {
		return "", fault.New(fault.BadInput, "The country %.60q is not known. Write its name in Swedish, Norwegian or English, or its two letters: SE, NO.", text)
	}
	return ParseCountry(region.String())
}
