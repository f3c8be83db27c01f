package registry

import "testing"

func TestFieldLabel(t *testing.T) {
	for _, row := range []struct {
		language, field, label string
		known                  bool
		why                    string
	}{
		{"sv", "lastConfirmedOn", "senaste bekräftelse", true, "Swedish"},
		{"nb", "lastConfirmedOn", "siste bekreftelse", true, "Norwegian"},
		{"en", "lastConfirmedOn", "last confirmation", true, "English"},
		{"fi", "lastConfirmedOn", "last confirmation", true, "a language that there are no labels in"},
		{"sv", "noSuchField", "noSuchField", false, "its name is better than nothing"},
	} {
		label, known := FieldLabel(row.language, row.field)
		if label != row.label || known != row.known {
			t.Errorf("%s: got %q, %t; want %q, %t", row.why, label, known, row.label, row.known)
		}
	}
}

// Each label is there in each language, and none is the name in the schema.
func TestFieldLabelsAreWhole(t *testing.T) {
	for field, labels := range fieldLabels {
		if len(labels) != len(Languages) {
			t.Errorf("%s has %d labels", field, len(labels))
		}
		for _, label := range labels {
			if label == "" {
				t.Errorf("%s has an empty label", field)
			}
		}
	}
}
