package registry

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"partnernet/fault"
)

// Languages are those that people's texts are written in, in the order in which tables of phrases have them. English, the last, is for
// whoever reads none of them.
var Languages = []string{"sv", "nb", "en"}

// Phrases are texts by key, one for each of Languages.
type Phrases map[string][]string

// About are the values that a text speaks of, by the names of its gaps.
type About map[string]string

// gap is a place in a text: {held}, filled by a value, or {field.*}, filled by the text that the value names.
var gap = regexp.MustCompile(`\{(\w+)(\.\*)?\}`)

// ReadPhrases reads a table of phrases, in YAML, that is part of the binary.
func ReadPhrases(table []byte) Phrases {
	return readTable[Phrases](table)
}

// readTable reads a table in YAML that is part of the binary.
func readTable[T any](table []byte) T {
	var all T
	if err := yaml.Unmarshal(table, &all); err != nil {
		panic(err) // it is part of the binary
	}
	return all
}

// label gives the text of a key in a language, and says whether there is one; what has none is called by its key.
func (p Phrases) label(language, key string) (label string, known bool) {
	if label := p.In(language, key); label != "" {
		return label, true
	}
	return key, false
}

// In gives the text of a key in a language, or in English where nothing is written in it; "" for a key without a text.
func (p Phrases) In(language, key string) string {
	each := p[key]
	if each == nil {
		return ""
	}
	if at := slices.Index(Languages, language); at >= 0 {
		return each[at]
	}
	return each[len(each)-1]
}

// Say gives the text of a key in a language, with its gaps filled; "" for a key without a text. A value that is itself said in each language
// stands under its name, and under name.sv for one of them.
func (p Phrases) Say(language, key string, about About) string {
	return gap.ReplaceAllStringFunc(p.In(language, key), func(place string) string {
		name, isKey := strings.CutSuffix(strings.Trim(place, "{}"), ".*")
		if isKey {
			return p.Say(language, name+"."+about[name], nil)
		}
		return cmp.Or(about[name+"."+language], about[name])
	})
}

// Fault makes the fault that a key says, for Sentence to say in any of the languages.
func (p Phrases) Fault(code fault.Code, cause error, key string, about About) *fault.Fault {
	sentence := &worded{phrases: p, key: key, about: about, cause: cause}
	return fault.Wrap(code, sentence, "%s", sentence.Error())
}

// worded is the cause of a fault that is said in each language.
type worded struct {
	phrases Phrases
	key     string
	about   About
	cause   error
}

// Error says it in English.
func (w *worded) Error() string { return w.phrases.Say("en", w.key, w.about) }

// Unwrap gives the private cause.
func (w *worded) Unwrap() error { return w.cause }
