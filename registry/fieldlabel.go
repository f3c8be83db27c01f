package registry

import (
	_ "embed" // the labels of fields
	"slices"

	"github.com/goccy/go-yaml"
)

//go:embed fieldlabels.yaml
var fieldLabelText []byte

// fieldLabels are the labels by the field's name in the schema, one for each of labelLanguages.
var fieldLabels = readFieldLabels()

// labelLanguages are the languages of fieldlabels.yaml, in its order.
var labelLanguages = []string{"sv", "nb", "en"}

func readFieldLabels() map[string][]string {
	labels := map[string][]string{}
	if err := yaml.Unmarshal(fieldLabelText, &labels); err != nil {
		panic(err) // the labels are part of the binary
	}
	return labels
}

// FieldLabel gives what people call a field of the schema, as it stands within a sentence of a language: sv, nb or, for any other, en.
// It says whether the field has a label; one without is called by its name.
func FieldLabel(language, field string) (label string, known bool) {
	labels, known := fieldLabels[field]
	if !known {
		return field, false
	}
	if at := slices.Index(labelLanguages, language); at >= 0 {
		return labels[at], true
	}
	return labels[len(labels)-1], true
}
