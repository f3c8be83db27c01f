package members

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/lists"
	"partnernet/registry"
)

// Whoever a list says has left is recorded as that, also where nobody knows the day.
func TestMembershipsThatAreOver(t *testing.T) {
	list := listOf(t, []string{"Organisation", "Kommun", "Medlem till"},
		[]string{"A AB", "Åre", ""}, []string{"B AB", "Åre", "2023"}, []string{"C AB", "Åre", "2030"}, []string{"D AB", "Åre", "2023-12-31"},
		[]string{"Utträdda", "", ""}, []string{"E AB", "Åre", ""}, []string{"F AB", "Åre", "2022-12-31"})
	known := holding([]KnownOrganisation{org("e", "E AB", "SE")})
	judged := Judge(list, known, on)
	got := map[string]string{}
	organisation := ""
	for _, r := range Records(list, known, judged, registry.ForEveryone, on) {
		switch r.Type {
		case "Organisation":
			organisation = fmt.Sprint(r.Values["legalName"])
		case "Membership":
			got[organisation] = fmt.Sprint(r.Values["state"], " ", r.Values["endStatus"])
		}
	}
	want := map[string]string{"A AB": "CLAIMED <nil>", "B AB": "ENDED ENDED_DATE_UNKNOWN", "C AB": "CLAIMED <nil>", "D AB": "ENDED KNOWN", "F AB": "ENDED KNOWN", "<nil>": "ENDED ENDED_DATE_UNKNOWN"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A membership that is held as over is the one that a list says is over, and nothing of it changes.
func TestAnEndIsNotToldAgain(t *testing.T) {
	list := listOf(t, []string{"Organisation", "Kommun", "Status"}, []string{"A AB", "Åre", "Uppsagd"})
	known := holding([]KnownOrganisation{with(org("a", "A AB", "SE"), map[lists.Field]string{lists.FieldMunicipality: "Åre"})}, membership("m", "a", "2019-01-01", "2020-12-31"))
	if judged := Judge(list, known, on); judged[0].Verdict != lists.Same || judged[0].Membership != "m" {
		t.Errorf("%s of %q: %v", judged[0].Verdict, judged[0].Membership, judged[0].Problems)
	}
}

// A row of nothing but a name is taken where it means somebody who is held, and where rows tell no more than that.
func TestRowsOfNothingButAName(t *testing.T) {
	rows := [][]string{{"Organisation", "Kommun"}, {"A AB", "Åre"}, {"B AB", "Åre"}, {"Räddningstjänsten", ""}, {"C AB", "Åre"}}
	for why, each := range map[string]struct {
		known *Known
		want  lists.Verdict
	}{
		"it may be a heading":     {holding(nil), lists.Refused},
		"it is held":              {holding([]KnownOrganisation{org("r", "Räddningstjänsten", "SE")}), lists.New},
		"it is a member, as told": {holding([]KnownOrganisation{org("r", "Räddningstjänsten", "SE")}, membership("m", "r", "", "")), lists.Same},
	} {
		if judged := Judge(listOf(t, rows...), each.known, on); judged[2].Verdict != each.want {
			t.Errorf("%s: %s: %v", why, judged[2].Verdict, judged[2].Problems)
		}
	}
	for _, j := range Judge(listIn(t, "Organisation\nRäddningstjänsten\nKTH\n"), holding(nil), on) {
		if j.Verdict != lists.New {
			t.Errorf("in a list of names %s is %s: %v", j.Name(), j.Verdict, j.Problems)
		}
	}
}
