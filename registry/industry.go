package registry

import (
	"regexp"
	"slices"
	"strings"

	"partnernet/fault"
)

// RuleIndustryCode is named in faults about what is no code of an industry.
const RuleIndustryCode = "industry-code"

// industryForm is a division, group or class of NACE, or a subclass of the Swedish SNI and the Norwegian standard, with or without full stops.
var industryForm = regexp.MustCompile(`^([0-9]{2})(\.?[0-9]{1,2}(\.?[0-9])?)?$`)

// noDivisions are the numbers up to 99 that neither NACE Rev. 2 nor Rev. 2.1 gives to a division.
var noDivisions = []string{"00", "04", "34", "40", "44", "48", "54", "57", "67", "76", "83", "89"}

// CheckIndustryCode refuses what has not the form of a code of NACE, in either revision, or is of no division of it.
func CheckIndustryCode(code string) error {
	parts := industryForm.FindStringSubmatch(code)
	if parts == nil || slices.Contains(noDivisions, parts[1]) {
		return fault.New(fault.BadInput, "%.40q is no code of NACE. Write a division, group or class, as in 62, 62.0 or 62.01, or a subclass of SNI, as in 62.010.", code).
			Breaking(RuleIndustryCode)
	}
	return nil
}

// ParseIndustryCode gives a code of NACE as it is kept, with a full stop behind the division: 62.010 for 62010. What is none is refused.
func ParseIndustryCode(text string) (string, error) {
	code := strings.TrimSpace(text)
	if err := CheckIndustryCode(code); err != nil {
		return "", err
	}
	if digits := strings.ReplaceAll(code, ".", ""); len(digits) > 2 {
		return digits[:2] + "." + digits[2:], nil
	}
	return code, nil
}
