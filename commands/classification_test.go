package commands_test

import (
	"testing"

	"partnernet/testworld/register"
)

// A record that is named twice changes once.
func TestARecordNamedTwiceIsClassifiedOnce(t *testing.T) {
	w := register.New(t)
	x, y := w.Organisation("X AB"), w.Organisation("Y AB")
	got := w.Command("changeAudience", object{"records": []string{x, y, x}, "audience": object{"class": "MEMBERS"}},
		"records { id } changes { subject { ... on Organisation { legalName } } fields { name before after } }").Good()
	register.Expect(t, "the records", got["records"], `[{"id": "`+x+`"}, {"id": "`+y+`"}]`)
	var subjects []string
	for _, change := range got["changes"].([]any) {
		if name, is := change.(object)["subject"].(object)["legalName"].(string); is {
			subjects = append(subjects, name)
		}
	}
	if len(subjects) != 2 || subjects[0] != "X AB" || subjects[1] != "Y AB" {
		t.Errorf("changes of %v", subjects)
	}
}
