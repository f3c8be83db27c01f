package registry

import _ "embed" // the vocabulary

//go:embed vocabulary.yaml
var vocabularyText []byte

// vocabulary has what people call each value, by enumeration and value.
var vocabulary = readTable[map[string]Phrases](vocabularyText)

// ValueLabel gives what people call a value of an enumeration of the schema, in a language: sv, nb or, for any other, en.
// It says whether the value has a label; one without is called by its name.
func ValueLabel(language, enumeration, value string) (label string, known bool) {
	return vocabulary[enumeration].label(language, value)
}
