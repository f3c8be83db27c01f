package decisions

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"partnernet/registry"
)

// endOf finds the end of a month or a year: utgangen av mars 2024.
var endOf = vocabulary("endOf")

// day reads a day in any of the forms that are used, as 2024-05-31.
func day(words string) (string, bool) {
	parts := numbers.FindAllString(words, -1)
	var year, month, of string
	switch lower := strings.ToLower(words); {
	case len(parts) == 1 && endOf().MatchString(lower):
		month := cmp.Or(monthNumber(lower), int(time.December))
		return dayOfMonth(fmt.Sprintf("%s-%02d", parts[0], month), true), true
	case len(parts) == 3 && len(parts[0]) == 4:
		year, month, of = parts[0], parts[1], parts[2]
	case len(parts) == 3:
		year, month, of = parts[2], parts[1], parts[0]
		if len(year) == 2 {
			year = "20" + year
		}
	case len(parts) == 2:
		number := monthNumber(lower)
		if number == 0 {
			return "", false
		}
		year, month, of = parts[1], strconv.Itoa(number), parts[0]
	default:
		return "", false
	}
	text := fmt.Sprintf("%s-%02s-%02s", year, month, of)
	_, err := registry.ParseDate(text)
	return text, err == nil
}

// norwegianRule gives the number of an act or a regulation as Lovdata writes it: FOR-2013-03-27-340.
func norwegianRule(kind, words string) (string, bool) {
	before, number, _ := strings.Cut(words, "nr")
	if parts := numbers.FindAllString(words, -1); number == "" && len(parts) > 3 {
		before, number = strings.Join(parts[:3], "-"), parts[3]
	}
	on, ok := day(before)
	if number = numbers.FindString(number); number != "" {
		on += "-" + number
	}
	return kind + "-" + on, ok
}

// monthOf reads a month, as 2024-05.
func monthOf(words string) (string, bool) {
	parts := numbers.FindAllString(words, -1)
	if len(parts) == 2 {
		return parts[0] + "-" + parts[1], true
	}
	number := monthNumber(strings.ToLower(words))
	return fmt.Sprintf("%s-%02d", parts[0], number), number > 0
}

// dayOfMonth gives the first or the last day of a month.
func dayOfMonth(month string, last bool) string {
	if last {
		first, _ := time.Parse("2006-01", month)
		return first.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return month + "-01"
}

func monthNumber(words string) int {
	for i, names := range rules().values.Months {
		if slices.ContainsFunc(strings.Fields(words), func(word string) bool { return slices.Contains(names, strings.Trim(word, ".")) }) {
			return i + 1
		}
	}
	return 0
}

// weeks reads a number of weeks after a day: 6w.
func weeks(words string) (string, bool) {
	n, ok := count(words)
	return n + "w", ok
}
