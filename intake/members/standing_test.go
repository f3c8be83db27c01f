package members

import (
	"fmt"
	"slices"
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

// A row that says that somebody has left means the membership that is held as over, and tells its last day where nobody knew it.
func TestALeaverIsTheOneWhoHasLeft(t *testing.T) {
	over := func(id, from string) KnownMembership {
		m := with(org("", "", ""), membership(id, "a", from, "").Values).Values
		m[lists.FieldEndStatus] = string(registry.EndDateUnknown)
		return KnownMembership{ID: id, Organisation: "a", State: "ENDED", Values: m}
	}
	adds := func(fields ...lists.Field) []lists.Field { return fields }
	for _, each := range []struct {
		why              string
		status, from, to string
		held             []KnownMembership
		verdict          lists.Verdict
		membership       string
		adds             []lists.Field
	}{
		{"left on a day that nobody knows, as held", "Utträdd", "", "", []KnownMembership{over("m", "")}, lists.Same, "m", nil},
		{"the first day is held, and not told", "Utträdd", "", "", []KnownMembership{over("m", "2019-01-01")}, lists.Same, "m", nil},
		{"the first day is told, and not held", "Utträdd", "2019-01-01", "", []KnownMembership{over("m", "")}, lists.Changed, "m", adds(lists.FieldValidFrom)},
		{"the last day is told", "", "", "2023-12-31", []KnownMembership{over("m", "2019-01-01")}, lists.Changed, "m", adds(lists.FieldValidTo)},
		{"both days are told", "Utträdd", "2019-01-01", "2023-12-31", []KnownMembership{over("m", "")}, lists.Changed, "m", adds(lists.FieldValidFrom, lists.FieldValidTo)},
		{"left before the held one began", "", "", "2018-12-31", []KnownMembership{over("m", "2019-01-01")}, lists.New, "", nil},
		{"since another day, and over too", "Utträdd", "2021-01-01", "", []KnownMembership{over("m", "2019-01-01")}, lists.New, "", nil},
		{"goes on until a day to come", "", "", "2030-12-31", []KnownMembership{over("m", "")}, lists.New, "", nil},
		{"a member again", "", "2021-01-01", "", []KnownMembership{over("m", "")}, lists.New, "", nil},
		{"since when again?", "", "", "", []KnownMembership{over("m", "")}, lists.Conflict, "", nil},
		{"left, and held as in force", "Utträdd", "", "", []KnownMembership{membership("m", "a", "", "")}, lists.Changed, "m", adds(lists.FieldEndStatus)},
		{"which of two?", "Utträdd", "", "", []KnownMembership{over("m", ""), membership("k", "a", "2021-01-01", "")}, lists.Conflict, "", nil},
		{"whoever has left twice has left", "Utträdd", "", "", []KnownMembership{membership("k", "a", "2010-01-01", "2012-12-31"), over("m", "2021-01-01")}, lists.Same, "m", nil},
		{"of two that are held as one, the day is told of neither", "", "", "2023-12-31", []KnownMembership{over("m", ""), over("k", "")}, lists.Conflict, "", nil},
	} {
		list := listOf(t, []string{"Organisation", "Land", "Status", "Medlem sedan", "Medlem till"}, []string{"A AB", "SE", each.status, each.from, each.to})
		known := holding([]KnownOrganisation{org("a", "A AB", "SE")}, each.held...)
		judged := Judge(list, known, on)
		j := judged[0]
		wholly(t, j.Problems)
		if j.Verdict != each.verdict || j.Membership != each.membership {
			t.Errorf("%s: %s of %q: %v", each.why, j.Verdict, j.Membership, j.Problems)
		}
		if diff := cmp.Diff(each.adds, Fields(j.Adds)); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
		if !j.Taken() {
			continue
		}
		if again := Judge(list, applied(t, known, recordsOf(list, known, judged)), on); again[0].Verdict != lists.Same {
			t.Errorf("%s: %s when it is told again: %v", each.why, again[0].Verdict, again[0].Problems)
		}
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

// A row is held already only where the membership is in force in the way that the row says.
func TestARowIsBesideWhereTheMembershipStands(t *testing.T) {
	stands := func(state, from, to string) KnownMembership {
		m := membership("m", "a", from, to)
		m.State = state
		return m
	}
	overSince := func(from string) KnownMembership {
		m := stands("ENDED", from, "")
		m.Values[lists.FieldEndStatus] = string(registry.EndDateUnknown)
		return m
	}
	const same, conflict = lists.Same, lists.Conflict
	for _, each := range []struct {
		why          string
		from, status string
		held         KnownMembership
		verdict      lists.Verdict
		code         lists.ProblemCode
	}{
		{"ended, since the same day", "2019-01-01", "", stands("ENDED", "2019-01-01", "2020-12-31"), conflict, lists.MembershipEnded},
		{"ended, and active by the row", "2019-01-01", "aktiv", stands("ENDED", "2019-01-01", "2020-12-31"), conflict, lists.MembershipEnded},
		{"ended on a day that nobody knows", "2019-01-01", "", overSince("2019-01-01"), conflict, lists.MembershipEnded},
		{"ended, since a day that nobody knows", "2019-01-01", "", stands("ENDED", "", "2020-12-31"), conflict, lists.MembershipEnded},
		{"ends on a day to come", "2019-01-01", "aktiv", stands("ACTIVE", "2019-01-01", "2099-12-31"), same, ""},
		{"over by both", "2019-01-01", "utträdd", stands("ENDED", "2019-01-01", "2020-12-31"), same, ""},
		{"proposed, and merely there", "", "", stands("PROPOSED", "", ""), conflict, lists.KnownDifferently},
		{"proposed, and active by the row", "", "aktiv", stands("PROPOSED", "", ""), conflict, lists.KnownDifferently},
		{"proposed, and there since a day", "2019-01-01", "", stands("PROPOSED", "", ""), conflict, lists.KnownDifferently},
		{"denied, and merely there", "", "", stands("DISPUTED", "", ""), conflict, lists.KnownDifferently},
		{"denied, and active by the row", "", "aktiv", stands("DISPUTED", "", ""), conflict, lists.KnownDifferently},
		{"denied by both, in the registry's word", "", "omtvistat", stands("DISPUTED", "", ""), same, ""},
		{"paused, and merely there", "", "", stands("PAUSED", "", ""), same, ""},
		{"paused by both", "", "pausat", stands("PAUSED", "", ""), same, ""},
		{"paused, and active by the row", "", "aktiv", stands("PAUSED", "", ""), conflict, lists.KnownDifferently},
		{"paused, and in force by the row", "", "i kraft", stands("PAUSED", "", ""), conflict, lists.KnownDifferently},
		{"ended, on its last day", "2019-01-01", "aktiv", stands("ENDED", "2019-01-01", on.String()), same, ""},
		{"in force, and paused by the row", "", "pausat", stands("ACTIVE", "", ""), conflict, lists.KnownDifferently},
		{"in force, and claimed by the row", "", "uppgivet", stands("ACTIVE", "", ""), same, ""},
		{"claimed, and active by the row", "", "aktiv", stands("CLAIMED", "", ""), same, ""},
	} {
		list := listOf(t, []string{"Organisation", "Land", "Medlem sedan", "Status"}, []string{"A AB", "SE", each.from, each.status})
		j := Judge(list, holding([]KnownOrganisation{org("a", "A AB", "SE")}, each.held), on)[0]
		wholly(t, j.Problems)
		told := slices.DeleteFunc(codes(j.Problems), func(code lists.ProblemCode) bool {
			return code == lists.MemberNoMore || code == lists.StatusUnknown
		})
		if j.Verdict != each.verdict || (each.code == "") != (len(told) == 0) || each.code != "" && !slices.Contains(told, each.code) {
			t.Errorf("%s: %s: %v", each.why, j.Verdict, j.Problems)
		}
	}
}

// Whoever rests by a list is recorded as resting, since nobody knows when.
func TestAMemberThatRestsIsRecordedAsThat(t *testing.T) {
	list := listOf(t, []string{"Organisation", "Land", "Status"}, []string{"A AB", "SE", "pausat"}, []string{"B AB", "SE", "aktiv"})
	known := holding(nil)
	judged := Judge(list, known, on)
	states := map[any]any{}
	for _, r := range recordsOf(list, known, judged) {
		if r.Type == "Membership" {
			states[r.Values["state"]] = r.Values["stateBeforePause"]
		}
	}
	if diff := cmp.Diff(map[any]any{"PAUSED": "CLAIMED", "CLAIMED": nil}, states); diff != "" {
		t.Error(diff)
	}
}

// Whoever stands in a list without days is a member today, and not of a membership that begins only later.
func TestAMembershipThatBeginsLater(t *testing.T) {
	for _, each := range []struct {
		why              string
		status, from, to string
		verdict          lists.Verdict
		membership       string
	}{
		{"a member today", "", "", "", lists.Conflict, "m"},
		{"in force today", "Aktiv", "", "", lists.Conflict, "m"},
		{"until a day to come", "", "", "2030-12-31", lists.Conflict, "m"},
		{"the same first day", "", "2025-01-01", "", lists.Same, "m"},
		{"since another day", "", "2024-01-01", "", lists.Conflict, "m"},
		{"left before it begins", "", "", "2023-12-31", lists.New, ""},
		{"left, and nobody knows when", "Utträdd", "", "", lists.Conflict, ""},
	} {
		list := listOf(t, []string{"Organisation", "Land", "Status", "Medlem sedan", "Medlem till"}, []string{"A AB", "SE", each.status, each.from, each.to})
		judged := Judge(list, holding([]KnownOrganisation{org("a", "A AB", "SE")}, membership("m", "a", "2025-01-01", "")), on)
		wholly(t, judged[0].Problems)
		if j := judged[0]; j.Verdict != each.verdict || j.Membership != each.membership || len(j.Adds) > 0 && j.Taken() {
			t.Errorf("%s: %s of %q, adding %v: %v", each.why, j.Verdict, j.Membership, j.Adds, j.Problems)
		}
	}
}
