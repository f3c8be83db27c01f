package registry

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"partnernet/fault"
)

// RuleImpersonal is the rule that texts reach and number nobody, as named in a fault.
const RuleImpersonal = "text-impersonal"

var (
	mailAddress = regexp.MustCompile(`[\pL\pN._%+'-]+@(?:[\pL\pN-]+\.)+\pL{2,}`)
	// Six or eight digits of a birthday, perhaps something between, and four more digits; nothing that belongs to a longer number or word on either side.
	swedishPersonal   = regexp.MustCompile(`(?:^|[^\pL\pN._/-])((?:18|19|20)?[0-9]{6})([\p{Pd}+\x{2212} \x{a0}]?)([0-9]{4})(?:[^\pL\pN_/-]|$)`)
	norwegianPersonal = regexp.MustCompile(`(?:^|[^\pL\pN._/-])([0-9]{6})[\p{Pd}\x{2212} \x{a0}]?([0-9]{5})(?:[^\pL\pN_/-]|$)`)
)

// CheckImpersonal refuses a text with an e-mail address, or with a personal identity number of Sweden or Norway: what reaches or numbers somebody is kept sealed, as a contact's, or
// not at all.
func CheckImpersonal(text string) error {
	if hasPersonalNumber(text) { // it is not repeated: it may be somebody's
		return fault.New(fault.BadInput, "The text has what looks like a personal identity number, which the registry does not keep. Leave it out.").Breaking(RuleImpersonal)
	}
	return CheckReachesNobody(text)
}

// CheckReachesNobody refuses a text with an e-mail address. It is all that is asked of a reference, where a day and a serial number may look like a personal number.
func CheckReachesNobody(text string) error {
	if strings.Contains(text, "@") && mailAddress.MatchString(text) {
		return fault.New(fault.BadInput, "The text has an e-mail address. Leave it out here, and enter it with registerContact if it is one by which an organisation is reached.").Breaking(RuleImpersonal)
	}
	return nil
}

// hasPersonalNumber says whether a text has a personal identity number with valid check digits. Numbers of organisations are none: the third digit of a Swedish one is at least 2,
// which no birthday has, and a Norwegian one has nine digits.
func hasPersonalNumber(text string) bool {
	for _, match := range allFrom(swedishPersonal, text) {
		if isSwedishPersonal(match[1], match[2], match[3]) {
			return true
		}
	}
	for _, match := range allFrom(norwegianPersonal, text) {
		if isNorwegianPersonal(match[1] + match[2]) {
			return true
		}
	}
	return false
}

// allFrom gives all matches of a pattern, those too that begin with the character by which another ended.
func allFrom(pattern *regexp.Regexp, text string) (all [][]string) {
	for {
		at := pattern.FindStringSubmatchIndex(text)
		if at == nil {
			return all
		}
		match := make([]string, len(at)/2)
		for i := range match {
			match[i] = text[at[2*i]:at[2*i+1]]
		}
		all = append(all, match)
		text = text[at[3]:]
	}
}

// isSwedishPersonal says whether digits are a Swedish personal identity number or a coordination number, whose day is 60 more. Ten digits in one piece that begin with 0 are
// rather a telephone number.
func isSwedishPersonal(birthday, between, rest string) bool {
	if between == "" && len(birthday) == 6 && birthday[0] == '0' {
		return false
	}
	short := birthday[len(birthday)-6:]
	day, _ := strconv.Atoi(short[4:]) // digits, by the pattern
	if day > 60 {
		day -= 60
	}
	month, _ := strconv.Atoi(short[2:4])
	return isDay(month, day) && luhn(short+rest)
}

// isNorwegianPersonal says whether eleven digits are a Norwegian national identity number, or one with 40 more on the day (D-number) or the month.
func isNorwegianPersonal(digits string) bool {
	day, _ := strconv.Atoi(digits[:2])
	month, _ := strconv.Atoi(digits[2:4])
	if day > 40 {
		day -= 40
	}
	if month > 40 {
		month -= 40
	}
	return isDay(month, day) && sumsToEleven(digits[:10], 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) && sumsToEleven(digits, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
}

// isDay says whether a month of a leap year has a day.
func isDay(month, day int) bool {
	on := time.Date(2000, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return month >= 1 && day >= 1 && int(on.Month()) == month && on.Day() == day
}
