package decisions

import "regexp"

// about finds the words before a number that is told as being about so much.
var about = vocabulary("about")

// reachOfAbout is how many bytes before a number such words stand in.
const reachOfAbout = 32

// isRough says whether an amount or a share is told as being about so much: drygt 1,7 mnkr. What it is exactly is not told.
func (d *draftReader) isRough(pattern string, begin int) bool {
	return (pattern == "amount" || pattern == "percent") && about().MatchString(d.text[max(0, begin-reachOfAbout):begin])
}

// goesOnBefore says whether digits stand before a gap before an amount that begins with three digits: 1  909 650. It may be a part of a longer one.
func (d *draftReader) goesOnBefore(begin int) bool {
	return groupOfDigits.MatchString(d.text[begin:]) && digitsBeforeGap.MatchString(d.text[max(0, begin-reachOfAbout):begin])
}

var digitsBeforeGap = regexp.MustCompile(`[^\d]\d{1,3} {2}$`)
