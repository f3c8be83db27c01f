package registry

import (
	"regexp"
	"slices"

	"partnernet/fault"
)

// The rules of the vocabulary of themes, as named in a fault.
const (
	RuleThemeCode  = "theme-code"
	RuleThemeLabel = "theme-label"
	RuleThemeCycle = "theme-cycle"
)

var themeCode = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// maxThemeCode is the length of the longest code of a theme.
const maxThemeCode = 60

// CheckThemeCode refuses a code that people would spell in more than one way.
func CheckThemeCode(code string) error {
	if len(code) > maxThemeCode || !themeCode.MatchString(code) {
		return fault.New(fault.BadInput, "%.70q is no code of a theme. Write up to %d small letters a to z, digits and single hyphens, as in cyber-security.", code, maxThemeCode).
			Breaking(RuleThemeCode)
	}
	return nil
}

// CheckThemeLabels refuses a theme that has no name in any language.
func CheckThemeLabels(labels ...string) error {
	for _, label := range labels {
		if label != "" {
			return nil
		}
	}
	return fault.New(fault.BadInput, "A theme needs a name in Swedish, Norwegian or English. Give at least one of them.").Breaking(RuleThemeLabel)
}

// CheckBroader refuses a theme that would be above itself. Given are all themes above it.
func CheckBroader(theme string, above []string) error {
	if slices.Contains(above, theme) {
		return fault.New(fault.Conflict, "The theme would be above itself. Choose a theme that is not below it.").Breaking(RuleThemeCycle)
	}
	return nil
}
