package graph

import (
	"cmp"
	_ "embed" // the sentences
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/registry"
)

//go:embed requests.yaml
var requestText []byte

// requestSentence is what GraphQL's own rules say, in English as a pattern and in the other languages.
type requestSentence struct {
	english *regexp.Regexp
	words   []string
}

// requestSentences are tried from the one with the most text to the one with the least, so that the most particular is found; those that
// say something besides another sentence come first.
var requestSentences = readRequestSentences(requestText)

func readRequestSentences(table []byte) []requestSentence {
	words := registry.ReadPhrases(table)
	formats := slices.SortedFunc(maps.Keys(words), func(a, b string) int {
		return cmp.Or(cmp.Compare(places(a), places(b)), cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	all := make([]requestSentence, len(formats))
	for i, format := range formats {
		pattern := strings.ReplaceAll(regexp.QuoteMeta(format), "%s", "(.*?)")
		all[i] = requestSentence{english: regexp.MustCompile("(?s)^" + pattern + "$"), words: words[format]}
	}
	return all
}

// places ranks the sentences: what begins with another sentence, then those of a variable, then the others.
func places(format string) int {
	switch {
	case strings.HasPrefix(format, "%s Did"), strings.HasPrefix(format, "%s The values"):
		return 0
	case strings.HasPrefix(format, "Variable $"):
		return 1
	}
	return 2
}

// inRequestWords says in a language what GraphQL's own rules say in English. It gives a text that is none of theirs as it is.
func inRequestWords(text, language string) string {
	at := slices.Index(registry.Languages, language)
	if at < 0 || language == "en" {
		return text
	}
	for _, sentence := range requestSentences {
		found := sentence.english.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		gaps := make([]any, len(found)-1)
		for i, gap := range found[1:] {
			gaps[i] = inRequestWords(strings.ReplaceAll(gap, `", or "`, `", "`), language)
		}
		return fmt.Sprintf(sentence.words[at], gaps...)
	}
	return text
}

// ofEnumeration finds the enumeration that a value is none of.
var ofEnumeration = regexp.MustCompile(`(?:does not exist in "\[?(\w+)[^"]*" enum|is not a valid (\w+)|is none of the values of (\w+)|Enum "\[?(\w+)[^"]*" cannot represent)`)

// withValues adds the values that there are to a sentence about one that is none of them.
func withValues(schema *ast.Schema, text string) string {
	found := ofEnumeration.FindStringSubmatch(text)
	if found == nil {
		return text
	}
	def := schema.Types[strings.Join(found[1:], "")]
	if def == nil || def.Kind != ast.Enum {
		return text
	}
	names := make([]string, len(def.EnumValues))
	for i, value := range def.EnumValues {
		names[i] = value.Name
	}
	return text + " The values are: " + strings.Join(names, ", ") + "."
}
