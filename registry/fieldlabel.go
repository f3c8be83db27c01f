package registry

import (
	_ "embed" // the labels of fields
	"maps"
	"slices"
)

//go:embed fieldlabels.yaml
var fieldLabelText []byte

// fieldLabels are the labels by the field's name in the schema.
var fieldLabels = ReadPhrases(fieldLabelText)

// LabelledFields gives the fields that have a label, by name.
func LabelledFields() []string { return slices.Sorted(maps.Keys(fieldLabels)) }

// FieldLabel gives what people call a field of the schema, as it stands within a sentence of a language: sv, nb or, for any other, en.
// It says whether the field has a label; one without is called by its name.
func FieldLabel(language, field string) (label string, known bool) {
	return fieldLabels.label(language, field)
}
