package registry

import (
	_ "embed" // the vocabulary

	"github.com/goccy/go-yaml"
)

//go:embed vocabulary.yaml
var vocabularyText []byte

// vocabulary has what people call each value, by enumeration and value.
var vocabulary = readVocabulary(vocabularyText)

func readVocabulary(table []byte) map[string]Phrases {
	all := map[string]Phrases{}
	if err := yaml.Unmarshal(table, &all); err != nil {
		panic(err) // it is part of the binary
	}
	return all
}

// ValueLabel gives what people call a value of an enumeration of the schema, in a language: sv, nb or, for any other, en.
// It says whether the value has a label; one without is called by its name.
func ValueLabel(language, enumeration, value string) (label string, known bool) {
	if label := vocabulary[enumeration].In(language, value); label != "" {
		return label, true
	}
	return value, false
}
