package decisions

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spellings are the ways in which words of a language are also written, so that no rule is written twice: nynorsk beside bokmål. Several are divided
// by |. A word that ends with a star is what longer ones begin with, and one that begins with a star what they end with.
type spellings map[string]string

// respell lets all rules of a language find the other spellings of its words.
func (l *languageRules) respell() {
	s := l.Spellings
	for name, pattern := range l.Patterns {
		l.Patterns[name] = s.both(pattern)
	}
	for _, r := range l.Rules {
		r.Pattern, r.Unless, r.Without = s.both(r.Pattern), s.both(r.Unless), s.both(r.Without)
	}
	for _, c := range l.Cues {
		c.Before, c.After, c.Unless = s.both(c.Before), s.both(c.After), s.both(c.Unless)
	}
	for _, each := range l.Labels {
		for _, word := range each.Words {
			if other := s.other(word); other != word {
				each.Words = append(each.Words, other)
			}
		}
	}
	for _, all := range [][]string{l.Passed, l.Earlier} {
		for i := range all {
			all[i] = s.both(all[i])
		}
	}
	l.Changing, l.Refusing = s.both(l.Changing), s.both(l.Refusing)
}

// noWords are the parts of a pattern that are no words of the text: signs of the pattern, classes of characters and names of other patterns.
var noWords = regexp.MustCompile(`^(?:\\p\{\w+\}|\\.|\[(?:\\.|[^\]])*\]|\(\?(?:P<\w+>|[a-z-]*:)|\{[^}]*\}|.)`)

// both gives a pattern that finds its words in either spelling.
func (s spellings) both(pattern string) string {
	if len(s) == 0 {
		return pattern
	}
	return eachWord(pattern, func(word string) string {
		whole, begin, end, others := s.find(word)
		if others == "" {
			return word
		}
		return begin + "(?:" + whole + "|" + others + ")" + end
	})
}

// other gives words that are no pattern in the first other spelling.
func (s spellings) other(words string) string {
	return eachWord(words, func(word string) string {
		_, begin, end, others := s.find(word)
		if others == "" {
			return word
		}
		first, _, _ := strings.Cut(others, "|")
		return begin + first + end
	})
}

// find gives the longest part of a word that is also written otherwise, with what stands before and after it in the word.
func (s spellings) find(word string) (part, begin, end, others string) {
	if others := s[word]; others != "" {
		return word, "", "", others
	}
	for at := len(word); at > 0; at-- {
		if others := s[word[:at]+"*"]; others != "" {
			return word[:at], "", s.ending(word[at:]), others
		}
	}
	for at := 1; at < len(word); at++ {
		if others := s["*"+word[at:]]; others != "" && at >= leastStem {
			return word[at:], word[:at], "", others
		}
	}
	return "", "", "", ""
}

// ending gives what a word ends with in either spelling.
func (s spellings) ending(end string) string {
	if others := s["*"+end]; others != "" {
		return "(?:" + end + "|" + others + ")"
	}
	return end
}

// leastStem is how many bytes stand at least before an ending that is also written otherwise.
const leastStem = 3

// eachWord puts other words in place of those of a pattern. A letter that is repeated or may be absent belongs to none.
func eachWord(pattern string, as func(string) string) string {
	var out strings.Builder
	for pattern != "" {
		if first, _ := utf8.DecodeRuneInString(pattern); !unicode.IsLetter(first) {
			part := noWords.FindString(pattern)
			out.WriteString(part)
			pattern = pattern[len(part):]
			continue
		}
		end := strings.IndexFunc(pattern, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(pattern)
		} else if strings.ContainsRune("?*+", rune(pattern[end])) || pattern[end] == '{' && len(pattern) > end+1 && unicode.IsDigit(rune(pattern[end+1])) {
			_, width := utf8.DecodeLastRuneInString(pattern[:end])
			out.WriteString(as(pattern[:end-width]) + pattern[end-width:end])
			pattern = pattern[end:]
			continue
		}
		out.WriteString(as(pattern[:end]))
		pattern = pattern[end:]
	}
	return out.String()
}
