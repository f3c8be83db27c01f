package registry

import (
	"strings"

	"golang.org/x/text/language"
	"partnernet/fault"
)

// notCountries are two-letter codes that x/text takes for countries but ISO 3166-1 does not assign now: withdrawn,
// reserved, or left to users.
const notCountries = "AC AN CP CQ CS DG EA EZ FQ IC NT PC SU TA UN XK YU"

// ParseCountry gives the canonical ISO 3166-1 alpha-2 code: two capitals. A code that ISO does not assign to a
// country now is refused with BAD_INPUT.
func ParseCountry(code string) (string, error) {
	canonical := strings.ToUpper(code)
	region, err := language.ParseRegion(canonical)
	if err != nil || len(canonical) != 2 || !region.IsCountry() || region.Canonicalize() != region || strings.Contains(notCountries, canonical) {
		return "", fault.New(fault.BadInput, "%.10q is not a country code of ISO 3166-1; Sweden is SE and Norway NO.", code)
	}
	return canonical, nil
}
