package registry

import (
	"strings"

	"partnernet/fault"
)

// The rules of what is told of persons, as named in faults.
const (
	RuleSealed  = "sealed"
	RuleReview  = "review-day"
	RuleErased  = "erased"
	RuleOpening = "opening-time"
	RuleOnHold  = "on-hold"
	RuleReach   = "contact-address"

	RuleContactEnded   = "contact-ended"
	RulePersonAudience = "person-audience"
)

// SealMark begins every sealed text.
const SealMark = "sealed:1:"

// CheckSealed refuses a text that stands where only sealed ones may: whatever is told of a person is sealed before it is written.
func CheckSealed(text string) error {
	if !strings.HasPrefix(text, SealMark) {
		return fault.New(fault.BadInput, "What names or reaches a person is kept sealed. Enter it with registerPerson or registerContact.").Breaking(RuleSealed)
	}
	return nil
}

// CheckReview asks that the day on which it is asked anew whether a person is kept is not past already, and at most so many years ahead.
func CheckReview(on, today Date) error {
	if on.Before(today) || on.After(inYears(today, mostYearsToReview)) {
		return fault.New(fault.BadInput, "Whether a person is kept is asked anew between today and three years from now. Give such a day.").Breaking(RuleReview)
	}
	return nil
}

// CheckPersonAudience asks that nobody but coordinators and administrators sees that somebody is kept, by the class of whom the person is for.
func CheckPersonAudience(class Class) error {
	if Coordinators.narrower(class) {
		return fault.New(fault.BadInput, "That a person is kept is for coordinators and administrators alone. Give %s or %s as the class.", Coordinators, Restricted).Breaking(RulePersonAudience)
	}
	return nil
}

// mostYearsToReview is how long a person is kept at most before that is asked anew.
const mostYearsToReview = 3

// CheckNotErased refuses to change what has been erased.
func CheckNotErased(erasedOn *Date) error {
	if erasedOn != nil {
		return fault.New(fault.Conflict, "It was erased on %s, and nothing of it is kept. Register it anew, if there is a ground for that.", erasedOn).Breaking(RuleErased)
	}
	return nil
}

// CheckErasable refuses to erase what has been erased, or must not be, for the reason that is given.
func CheckErasable(erasedOn *Date, hold string) error {
	if hold != "" {
		return fault.New(fault.Conflict, "It must not be erased: %s. End that with updatePerson first, where it holds no more.", hold).Breaking(RuleOnHold)
	}
	return CheckNotErased(erasedOn)
}

// CheckWholeSubject refuses to give or erase a contact by itself that is a person's: what is kept of that person is more.
func CheckWholeSubject(person string) error {
	if person != "" {
		return fault.New(fault.Conflict, "the contact is a person's, and is given and erased with them: %s. To have it reach nobody any more, end it.", person)
	}
	return nil
}

// mostOfAddress is the longest address that mail takes (RFC 5321).
const mostOfAddress = 254

// mostMinutes is how long what is restricted is open at most.
const mostMinutes = 60

// CheckOpening asks that what is restricted is opened for a minute to an hour.
func CheckOpening(minutes int64) error {
	if minutes < 1 || minutes > mostMinutes {
		return fault.New(fault.BadInput, "What is restricted is opened for 1 to %d minutes. Give such a number, and open it again when they are over.", mostMinutes).Breaking(RuleOpening)
	}
	return nil
}

// Channel is how a contact is used.
type Channel string

// The channels.
const (
	Email     Channel = "EMAIL"
	Telephone Channel = "TELEPHONE"
)

// ChannelOf says whether a text is an e-mail address or a telephone number, and refuses what is neither.
func ChannelOf(text string) (Channel, error) {
	local, host, mail := strings.Cut(text, "@")
	if mail && local != "" && strings.Contains(host, ".") && len(text) <= mostOfAddress && !strings.ContainsAny(text, " ,;<>\"\n\r\t") && !strings.Contains(host, "@") {
		return Email, nil
	}
	digits := strings.NewReplacer(" ", "", "-", "", "(", "", ")", "").Replace(strings.TrimPrefix(text, "+"))
	if len(digits) >= fewestDigits && len(digits) <= mostDigits && strings.Trim(digits, "0123456789") == "" {
		return Telephone, nil
	}
	return "", fault.New(fault.BadInput, "It is neither an e-mail address nor a telephone number. Write it as in name@example.org or +46 63 14 40 00.").Breaking(RuleReach)
}

// Telephone numbers have so many digits (E.164; a switchboard's may be short).
const fewestDigits, mostDigits = 5, 15

// SubjectOf gives whose key a text was sealed with, "" for a text that is not sealed.
func SubjectOf(sealed string) string {
	rest, is := strings.CutPrefix(sealed, SealMark)
	if !is {
		return ""
	}
	subject, _, _ := strings.Cut(rest, ":")
	return subject
}

// WithoutSubject gives a sealed text without whose key it was sealed with: who may read the text may not learn whom else it tells of.
func WithoutSubject(sealed string) string {
	return strings.Replace(sealed, SealMark+SubjectOf(sealed)+":", SealMark+":", 1)
}

// CheckContactHolds refuses to go on with a contact that was erased or has ended.
func CheckContactHolds(erasedOn, endedOn *Date) error {
	if endedOn != nil && erasedOn == nil {
		return fault.New(fault.Conflict, "The contact ended on %s. Register the one that holds now.", endedOn).Breaking(RuleContactEnded)
	}
	return CheckNotErased(erasedOn)
}
