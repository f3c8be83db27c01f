package members

import (
	"testing"

	"partnernet/lists"
	"partnernet/registry"
)

// A list's names are compared as the registry compares those that it holds: in another language, with another joining word, with one letter wrong.
func TestAListIsComparedAsTheRegistryIs(t *testing.T) {
	held := func(name string) *Known {
		return holding([]KnownOrganisation{{ID: "x", Name: name, Values: map[lists.Field]string{lists.FieldCountry: "SE"}}})
	}
	for _, each := range []struct {
		known, row string
		want       lists.Verdict
		reason     registry.LikenessReason
		why        string
	}{
		{"Lunds universitet", "Lund University", lists.Conflict, registry.TranslatedName, "in another language"},
		{"Bygg & Betong AB", "Bygg och Betong AB", lists.Conflict, registry.TranslatedName, "with another joining word"},
		{"Storsjöteknik AB", "Storsjötknik AB", lists.Conflict, registry.MistypedName, "with one letter missing"},
		{"KTH AB", "KTH", lists.Conflict, registry.SameName, "an abbreviation is asked about"},
		{"Umeå universitet", "Lund University", lists.New, "", "another one"},
	} {
		list := listOf(t, judgedHeadings, []string{each.row})
		judged := Judge(list, held(each.known), on)
		if judged[0].Verdict != each.want {
			t.Errorf("%s: %s beside %s is %s", each.why, each.row, each.known, judged[0].Verdict)
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
	rows := Judge(listOf(t, judgedHeadings, []string{"Lunds universitet", "202100-3211"}, []string{"Lund University"}), holding(nil), on)
	if rows[1].Verdict != lists.Conflict {
		t.Errorf("two rows of one list: %s", rows[1].Verdict)
	}
}
