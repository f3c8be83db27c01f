package decisions

import "regexp"

var (
	about        = vocabulary("about")        // the words before a number that is told as being about so much
	notMore      = vocabulary("notMore")      // those that say how much it is at most
	sharedBefore = vocabulary("sharedBefore") // the words before an amount that several receive together
	sharedAfter  = vocabulary("sharedAfter")  // the words after one
	bareMillions = vocabulary("bareMillions") // an amount that names no currency
	ofMoney      = vocabulary("ofMoney")      // what may stand after such an amount where it is one
)

// reachOfAbout is how many bytes before a number such words stand in.
const reachOfAbout = 32

// isRough says whether an amount or a share is told as being about so much: drygt 1,7 mnkr. What it is exactly is not told.
func (d *draftReader) isRough(pattern string, begin int) bool {
	before := d.text[max(0, begin-reachOfAbout):begin]
	return (pattern == "amount" || pattern == "percent") && about().MatchString(before) && !notMore().MatchString(before)
}

// isNoGrant says whether an amount is none that somebody receives: it is told as being about so much, several share it, or its millions are of something
// else than money. What each of several receives is told elsewhere, if at all.
func (d *draftReader) isNoGrant(pattern string, begin, end int) bool {
	return d.isRough(pattern, begin) || pattern == "amount" && (d.isShared(begin, end) || bareMillions().MatchString(d.text[begin:end]) && !ofMoney().MatchString(d.text[end:]))
}

// isShared says whether several receive an amount together: 8 millioner kroner til 19 prosjekter.
func (d *draftReader) isShared(begin, end int) bool {
	return sharedAfter().MatchString(d.text[end:]) || sharedBefore().MatchString(d.text[max(0, begin-reachOfShared):begin])
}

// reachOfShared is how many bytes before an amount such words stand in.
const reachOfShared = 100

// goesOnBefore says whether digits stand before a gap before an amount that begins with three digits: 1  909 650. It may be a part of a longer one.
func (d *draftReader) goesOnBefore(begin int) bool {
	return groupOfDigits.MatchString(d.text[begin:]) && digitsBeforeGap.MatchString(d.text[max(0, begin-reachOfAbout):begin])
}

var digitsBeforeGap = regexp.MustCompile(`[^\d]\d{1,3} {2}$`)
