package lists

import (
	"testing"

	"partnernet/registry"
)

// A list's names are compared as the registry compares those that it holds: in another language, with another joining word, with one letter wrong.
func TestAListIsComparedAsTheRegistryIs(t *testing.T) {
	held := func(name string) *KnownMembers {
		return holding([]HeldOrganisation{{ID: "x", Name: name, Values: map[Field]string{FieldCountry: "SE"}}})
	}
	for _, each := range []struct {
		held, row string
		want      Verdict
		reason    registry.LikenessReason
		why       string
	}{
		{"Lunds universitet", "Lund University", Conflict, registry.TranslatedName, "in another language"},
		{"Bygg & Betong AB", "Bygg och Betong AB", Conflict, registry.TranslatedName, "with another joining word"},
		{"Storsjöteknik AB", "Storsjötknik AB", Conflict, registry.MistypedName, "with one letter missing"},
		{"KTH AB", "KTH", Conflict, registry.SameName, "an abbreviation is asked about"},
		{"Umeå universitet", "Lund University", New, "", "another one"},
	} {
		list := members(t, judgedHeadings, []string{each.row})
		judged := list.JudgeMembers(held(each.held), on)
		if judged[0].Verdict != each.want {
			t.Errorf("%s: %s beside %s is %s", each.why, each.row, each.held, judged[0].Verdict)
			continue
		}
		got := ""
		if len(judged[0].Candidates) > 0 {
			got = judged[0].Candidates[0].Reason.Text
		}
		if want := "candidate." + string(each.reason); got != want && (got != "" || each.reason != "") {
			t.Errorf("%s: %q, want %q", each.why, got, want)
		}
	}
	rows := members(t, judgedHeadings, []string{"Lunds universitet", "202100-3211"}, []string{"Lund University"}).JudgeMembers(holding(nil), on)
	if rows[1].Verdict != Conflict {
		t.Errorf("two rows of one list: %s", rows[1].Verdict)
	}
}
