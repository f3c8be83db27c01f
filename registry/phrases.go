package registry

import (
	"slices"

	"github.com/goccy/go-yaml"
)

// Languages are those that people's texts are written in, in the order in which tables of phrases have them. English, the last, is for
// whoever reads none of them.
var Languages = []string{"sv", "nb", "en"}

// Phrases are texts by key, one for each of Languages.
type Phrases map[string][]string

// ReadPhrases reads a table of phrases, in YAML, that is part of the binary.
func ReadPhrases(table []byte) Phrases {
	all := Phrases{}
	if err := yaml.Unmarshal(table, &all); err != nil {
		panic(err) // it is part of the binary
	}
	return all
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
