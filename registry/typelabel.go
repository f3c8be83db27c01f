package registry

import (
	_ "embed" // the labels of types
	"maps"
	"slices"
)

//go:embed typelabels.yaml
var typeLabelText []byte

// typeLabels are the labels by the type's name in the schema.
var typeLabels = ReadPhrases(typeLabelText)

// LabelledTypes gives the types that have a label, by name.
func LabelledTypes() []string { return slices.Sorted(maps.Keys(typeLabels)) }

// TypeWord is a type of the schema that a fault speaks of.
type TypeWord string

// In gives its label in a language.
func (w TypeWord) In(language string) string {
	label, _ := TypeLabel(language, string(w))
	return label
}

// String gives its label in English.
func (w TypeWord) String() string { return w.In("en") }

// TypeLabel gives what people call a record of a type of the schema, as it stands within a sentence of a language: sv, nb or, for any other,
// en. It says whether the type has a label; one without is called by its name.
func TypeLabel(language, typeName string) (label string, known bool) {
	return typeLabels.label(language, typeName)
}
