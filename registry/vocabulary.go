package registry

import (
	_ "embed" // the vocabulary
	"reflect"
	"strings"
)

//go:embed vocabulary.yaml
var vocabularyText []byte

// vocabulary has what people call each value, by enumeration and value.
var vocabulary = readTable[map[string]Phrases](vocabularyText)

// ValueLabel gives what people call a value of an enumeration of the schema, in a language: sv, nb or, for any other, en.
// It says whether the value has a label; one without is called by its name.
func ValueLabel(language, enumeration, value string) (label string, known bool) {
	return vocabulary[enumeration].label(language, value)
}

// enumerations are those whose values a type of this package has, where they are not called as the type is.
var enumerations = map[string][]string{
	"Channel": {"ContactChannel"}, "Class": {"Sensitivity"}, "Forgiveness": {"SearchForgiveness"}, "LikenessReason": {"DuplicateReason"}, "Reason": {"UnknownReason"},
	"Scheme": {"IdentifierScheme"}, "Standing": {"NeedState", "OfferState"},
}

// enumerationsOf gives the enumerations of the schema whose values a type of this package has, by its name.
func enumerationsOf(typeName string) []string {
	if named := enumerations[typeName]; named != nil {
		return named
	}
	return []string{typeName}
}

// valueWord gives what people call a value, where its type is that of an enumeration.
func valueWord(language string, of any) (word string, known bool) {
	value := reflect.ValueOf(of)
	if value.Kind() != reflect.String {
		return "", false
	}
	for _, enumeration := range enumerationsOf(value.Type().Name()) {
		if word, known = ValueLabel(language, enumeration, value.String()); known {
			return word, true
		}
	}
	return "", false
}

// values are some of an enumeration, within a sentence: by their names, or by what people call them.
type values[T ~string] []T

// String gives their names.
func (v values[T]) String() string { return v.In("en") }

// In gives what people call them; in English, their names.
func (v values[T]) In(language string) string {
	all := make([]string, len(v))
	for i, value := range v {
		all[i] = string(value)
		if word, known := valueWord(language, value); known && language != "en" {
			all[i] = word
		}
	}
	return strings.Join(all, ", ")
}
