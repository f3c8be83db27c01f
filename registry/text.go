package registry

import (
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"partnernet/fault"
)

// The rules of texts, as named in a fault.
const (
	RuleReadable = "text-readable"
	RuleLength   = "text-length"
	RuleRequired = "required"
	RuleLanguage = "language-tag"
	RuleDigest   = "sha256-form"
)

// The longest texts, in characters.
const (
	MaxText = 10_000
	MaxName = 1_000 // of what records are found and ordered by: an index takes no more than 8 kB
	MaxKey  = 200   // of a key that a client makes up
)

// CheckText refuses a text of more characters than the limit, and one with control characters, which no person types; line breaks and tabs
// are none. One that is required shows something.
func CheckText(text string, required bool, limit int) error {
	if n := utf8.RuneCountInString(text); n > limit {
		return fault.New(fault.BadInput, "The text has %d characters. Shorten it to %d.", n, limit).Breaking(RuleLength)
	}
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' }) {
		return fault.New(fault.BadInput, "The text has characters that cannot be read. Write it anew.").Breaking(RuleReadable)
	}
	if required {
		return CheckGiven(text)
	}
	return nil
}

// CheckGiven refuses a text that shows nothing.
func CheckGiven(text string) error {
	if Composed(text) == "" {
		return fault.New(fault.BadInput, "The text is empty. Write it, or leave it out if that may be.").Breaking(RuleRequired)
	}
	return nil
}

// CheckLanguage refuses what is no tag of a language by BCP 47.
func CheckLanguage(tag string) error {
	if _, err := language.Parse(tag); err != nil {
		return fault.Wrap(fault.BadInput, err, "%.20q is no language tag. Write sv, nb, en or another tag of BCP 47.", tag).Breaking(RuleLanguage)
	}
	return nil
}

// sha256Bytes is the length of an SHA-256.
const sha256Bytes = 32

// CheckSHA256 refuses what is not an SHA-256 in hexadecimal digits.
func CheckSHA256(digest string) error {
	if b, err := hex.DecodeString(digest); err != nil || len(b) != sha256Bytes {
		return fault.New(fault.BadInput, "An SHA-256 has 64 hexadecimal digits. Copy all of them, or leave it out.").Breaking(RuleDigest)
	}
	return nil
}

// invisible are the characters that show nothing: soft hyphens, spaces without width, byte order marks, and marks of the direction of writing, by
// which a text can be shown as another one. Joiners are none: letters and emoji look otherwise without them.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{{0x00AD, 0x00AD, 1}, {0x061C, 0x061C, 1}, {0x200B, 0x200B, 1}, {0x200E, 0x200F, 1}, {0x202A, 0x202E, 1},
		{0x2060, 0x2064, 1}, {0x2066, 0x206F, 1}, {0xFEFF, 0xFEFF, 1}},
	LatinOffset: 1,
}

// Composed gives a text as the registry keeps it and looks for it, so that texts that look the same are the same: letters are composed with their
// marks, what shows nothing is gone, and so is the space around it.
func Composed(text string) string {
	return strings.TrimSpace(norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(invisible, r) {
			return -1
		}
		return r
	}, text)))
}

// Plain gives a text as one line of composed letters, with single spaces and without control characters.
func Plain(text string) string {
	return strings.Join(strings.FieldsFunc(Composed(text), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}
