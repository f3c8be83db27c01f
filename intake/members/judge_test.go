package members

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/lists"
	"partnernet/registry"
)

// on is the day as of which rows are judged here.
var on = registry.Date{Year: 2024, Month: 6, Day: 1}

// org is an organisation that is held; numbers begin with their scheme.
func org(id, name, country string, numbers ...registry.Identifier) KnownOrganisation {
	o := KnownOrganisation{ID: id, Name: name, Identifiers: numbers, Values: map[lists.Field]string{}}
	if country != "" {
		o.Values[lists.FieldCountry] = country
	}
	return o
}

func se(value string) registry.Identifier {
	return registry.Identifier{Scheme: registry.SwedishNumber, Value: value}
}

func no(value string) registry.Identifier {
	return registry.Identifier{Scheme: registry.NorwegianNumber, Value: value}
}

func with(o KnownOrganisation, values map[lists.Field]string) KnownOrganisation {
	o.Values = maps.Clone(o.Values)
	maps.Copy(o.Values, values)
	return o
}

// membership is one that is held in the network; days are empty when they are not known.
func membership(id, organisation, from, to string) KnownMembership {
	return KnownMembership{ID: id, Organisation: organisation, State: "CLAIMED",
		Values: filled(map[lists.Field]string{lists.FieldRole: "MEMBER", lists.FieldValidFrom: from, lists.FieldValidTo: to})}
}

// holding is a registry with one network.
func holding(organisations []KnownOrganisation, memberships ...KnownMembership) *Known {
	n := KnownNetwork{ID: "n", Acronym: "MITTSEC", Name: "Mittens säkerhet", Lifecycle: "PLANNED"}
	return &Known{Network: n, Networks: []KnownNetwork{n, {ID: "m", Acronym: "MIDSEC"}}, Organisations: organisations, Memberships: memberships}
}

var judgedHeadings = []string{"Organisation", "Org.nr", "Land", "Kommun", "Roll", "Medlem sedan", "Medlem till", "Hemsida"}

func TestVerdicts(t *testing.T) {
	exempel := org("x", "Exempel AB", "SE", se(swedish))
	numberless, branch := org("x", "Exempel AB", "SE"), org("x", "Exempel AB", "SE", no(norwegian))
	type rows = [][]string
	for _, each := range []struct {
		rows  rows
		known *Known
		want  []lists.Verdict
		code  lists.ProblemCode // of the first row, beside those about itself
		why   string
	}{
		{rows{{"Exempel AB", swedish}}, holding(nil), []lists.Verdict{lists.New}, "", "nobody is held"},
		{rows{{"Exempel AB"}}, holding(nil), []lists.Verdict{lists.New}, "", "a name is enough for a new one"},
		{rows{{"", swedish}}, holding(nil), []lists.Verdict{lists.Refused}, lists.NoName, "a number alone is not"},
		{rows{{"", swedish}}, holding([]KnownOrganisation{exempel}), []lists.Verdict{lists.New}, "", "but for one that is held"},
		{rows{{"Exempel AB", "556091-2149"}}, holding(nil), []lists.Verdict{lists.Refused}, lists.NumberCheckDigit, "refused by itself, whatever is held"},

		{rows{{"Exempel AB", swedish}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), []lists.Verdict{lists.Same}, "", "held, and a member"},
		{rows{{"EXEMPEL AKTIEBOLAG", swedish}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), []lists.Verdict{lists.Same}, lists.KnownDifferently, "the same name, written differently, stays as it is held"},
		{rows{{"Annat namn", swedish}}, holding([]KnownOrganisation{exempel}), []lists.Verdict{lists.Conflict}, lists.NumberOfAnother, "whose number is it?"},
		{rows{{"Gamla Exempel", swedish}}, holding([]KnownOrganisation{{ID: "x", Name: "Exempel AB", Aliases: []string{"Gamla Exempel AB"}, Identifiers: []registry.Identifier{se(swedish)},
			Values: map[lists.Field]string{lists.FieldCountry: "SE"}}}),
			[]lists.Verdict{lists.New}, lists.KnownDifferently, "a name that it went by"},
		{rows{{"exempel ab"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), []lists.Verdict{lists.Same}, lists.KnownDifferently, "found by its name but for capitals"},
		{rows{{"Exempel AB", swedish}}, holding([]KnownOrganisation{numberless}, membership("m", "x", "", "")), []lists.Verdict{lists.Changed}, "", "the number is new"},
		{rows{{"Exempel AB", swedish}}, holding([]KnownOrganisation{numberless}), []lists.Verdict{lists.New}, "", "so is the membership, whatever the row tells of its organisation besides"},
		{rows{{"Exempel AB", swedishToo}}, holding([]KnownOrganisation{exempel}), []lists.Verdict{lists.New}, "", "the name with another number of the register is another organisation"},
		{rows{{"Exempel", ""}}, holding([]KnownOrganisation{exempel}), []lists.Verdict{lists.Conflict}, lists.PossiblySame, "a name that is alike, and nothing to decide by"},
		{rows{{"Exempel", swedishToo}}, holding([]KnownOrganisation{exempel}), []lists.Verdict{lists.New}, "", "a name that is alike, and another number: another organisation"},
		{rows{{"Exempel", swedish}}, holding([]KnownOrganisation{numberless}), []lists.Verdict{lists.Conflict}, lists.PossiblySame, "a name that is alike, and no number held"},
		{rows{{"Exempel AS", norwegian}}, holding([]KnownOrganisation{numberless}), []lists.Verdict{lists.New}, "", "alike, on the other side of the border"},
		{rows{{"Exempel AB"}}, holding([]KnownOrganisation{exempel, org("y", "Exempel AB", "SE", se(swedishToo))}), []lists.Verdict{lists.Conflict}, lists.SeveralOfThatName, "which of the two?"},
		{rows{{"Exempel AB"}}, holding([]KnownOrganisation{exempel, org("y", "Exempel AB", "NO")}), []lists.Verdict{lists.Conflict}, lists.SeveralOfThatName, "which, when the row does not tell the country?"},
		{rows{{"Exempel AB", "", "Norge"}}, holding([]KnownOrganisation{exempel, org("y", "Exempel AB", "NO")}), []lists.Verdict{lists.New}, "", "the country tells"},
		{rows{{"Exempel AB", "", "Norge"}}, holding([]KnownOrganisation{exempel}), []lists.Verdict{lists.New}, "", "another one of that name, in the other country"},
		{rows{{"Midsec"}}, holding(nil), []lists.Verdict{lists.Conflict}, lists.NameOfNetwork, "a network is no organisation"},
		{rows{{"Exempel AB", swedish, "Sverige"}}, holding([]KnownOrganisation{org("x", "Exempel AB", "NO", se(swedish))}), []lists.Verdict{lists.Conflict}, lists.KnownDifferently, "held as of another country"},

		{rows{{"Exempel AB", norwegian, "Sverige"}}, holding([]KnownOrganisation{branch}, membership("m", "x", "", "")), []lists.Verdict{lists.Same}, "", "a Swedish organisation that is held by its number in Norway"},
		{rows{{"", norwegian, "Sverige"}}, holding([]KnownOrganisation{branch}, membership("m", "x", "", "")), []lists.Verdict{lists.Same}, "", "its number and its country are enough"},
		{rows{{"Annat namn", norwegian, "Sverige"}}, holding([]KnownOrganisation{branch}), []lists.Verdict{lists.Conflict}, lists.NumberOfAnother, "by another name it may be another"},
		{rows{{"Exempel AB", swedish, "Tyskland"}}, holding([]KnownOrganisation{org("x", "Exempel AB", "DE", se(swedish))}, membership("m", "x", "", "")), []lists.Verdict{lists.Same}, "", "a German one that is held by its number in Sweden"},
		{rows{{"Exempel AB", norwegian, "Sverige"}}, holding(nil), []lists.Verdict{lists.Refused}, lists.CountryContradicts, "one that nobody holds has no such number"},
		{rows{{"Exempel AB", norwegian, "Sverige"}}, holding([]KnownOrganisation{org("x", "Exempel AB", "NO", no(norwegian))}), []lists.Verdict{lists.Refused}, lists.CountryContradicts, "held as of the number's own country"},
		{rows{{"Exempel AB", norwegian, "Sverige"}}, holding([]KnownOrganisation{exempel}), []lists.Verdict{lists.Refused}, lists.CountryContradicts, "held by another number"},

		{rows{{"Exempel AB", swedish, "", "Åre"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), []lists.Verdict{lists.Changed}, "", "a municipality is added"},
		{rows{{"Exempel AB", swedish, "", "Åre kommun"}}, holding([]KnownOrganisation{with(exempel, map[lists.Field]string{lists.FieldMunicipality: "Åre"})}, membership("m", "x", "", "")),
			[]lists.Verdict{lists.Same}, "", "the same municipality"},
		{rows{{"Exempel AB", swedish, "", "", "", "", "", "example.org"}}, holding([]KnownOrganisation{with(exempel, map[lists.Field]string{lists.FieldHomepage: "https://example.com/"})}, membership("m", "x", "", "")),
			[]lists.Verdict{lists.Same}, lists.KnownDifferently, "what describes an organisation stays as it is held"},
		{rows{{"Exempel AB", swedish, "", "", "", "", "", "example.com"}}, holding([]KnownOrganisation{with(exempel, map[lists.Field]string{lists.FieldHomepage: "http://www.example.com/"})}, membership("m", "x", "", "")),
			[]lists.Verdict{lists.Same}, "", "the same site"},

		{rows{{"Exempel AB", swedish, "", "", "Observatör"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), []lists.Verdict{lists.Conflict}, lists.KnownDifferently, "held in another role"},
		{rows{{"Exempel AB", swedish, "", "", "", "2019-05-31"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), []lists.Verdict{lists.Changed}, "", "the first day is added"},
		{rows{{"Exempel AB", swedish, "", "", "", "2019-05-31"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2018-01-01", "")), []lists.Verdict{lists.Conflict}, lists.KnownDifferently, "on some of the days it is a member by another first day"},
		{rows{{"Exempel AB", swedish, "", "", "", "2019-05-31"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31")), []lists.Verdict{lists.New}, "", "a member again"},
		{rows{{"Exempel AB", swedish}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31")), []lists.Verdict{lists.Conflict}, lists.MembershipEnded, "a member again, since when?"},
		{rows{{"Exempel AB", swedish}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31"), membership("k", "x", "2020-01-01", "")), []lists.Verdict{lists.Same}, "", "a member today"},
		{rows{{"Exempel AB", swedish, "", "", "", "", "2030-01-01"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31"), membership("k", "x", "2020-01-01", "")),
			[]lists.Verdict{lists.Conflict}, lists.SeveralMemberships, "the end of which?"},
		{rows{{"Exempel AB", swedish, "", "", "", "2020-01-01"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31"), membership("k", "x", "2020-01-01", "")),
			[]lists.Verdict{lists.Same}, "", "a first day tells which"},
		{rows{{"Exempel AB", swedish, "", "", "", "2010-01-01"}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "2010-01-01", "2018-12-31"), membership("k", "x", "2020-01-01", "")),
			[]lists.Verdict{lists.Conflict}, lists.MembershipEnded, "a first day tells of the one that is over"},
		{rows{{"Exempel AB", swedish}}, closed(holding(nil)), []lists.Verdict{lists.Refused}, lists.NetworkClosed, "a closed network takes no members"},
		{rows{{"Exempel AB", swedish}}, closed(holding([]KnownOrganisation{exempel}, membership("m", "x", "", ""))), []lists.Verdict{lists.Same}, "", "who is one stays one"},

		{rows{{"Exempel AB", swedish}, {"Exempel AB", swedish}}, holding(nil), []lists.Verdict{lists.New, lists.Same}, "", "a row twice"},
		{rows{{"Annan", "556091-2149"}, {"Exempel AB", swedish, "", "", "", "", "", "a.se"}, {"Exempel AB", swedish, "", "", "", "", "", "b.se"}}, holding(nil), []lists.Verdict{lists.Refused, lists.Conflict, lists.Conflict}, lists.NumberCheckDigit, "two rows of one organisation that differ"},
		{rows{{"Exempel AB", swedish, "", "", "Medlem"}, {"Exempel AB", swedish, "", "", "Observatör"}}, holding(nil), []lists.Verdict{lists.Conflict, lists.Conflict}, lists.TwiceInList, "two roles on the same days"},
		{rows{{"Exempel AB", swedish, "", "", "", "2010-01-01", "2018-12-31"}, {"Exempel AB", swedish, "", "", "", "2020-01-01"}}, holding(nil), []lists.Verdict{lists.New, lists.New}, "", "a member twice, on days that lie apart"},
		{rows{{"Exempel AB", swedish, "", "", "", "2010-01-01", "2018-12-31"}, {"Exempel AB", swedish, "", "", "", "2018-12-31"}}, holding(nil), []lists.Verdict{lists.Conflict, lists.Conflict}, lists.TwiceInList, "both days are inclusive"},
		{rows{{"Exempel AB", swedish}, {"Annan AB", swedish}}, holding(nil), []lists.Verdict{lists.Conflict, lists.Conflict}, lists.TwiceInList, "one number, two names"},
		{rows{{"Exempel AB", swedish}, {"Exempel AB", swedishToo}}, holding(nil), []lists.Verdict{lists.New, lists.New}, "", "one name, two numbers: two organisations"},
		{rows{{"Exempel AB", swedish}, {"Exempel AB", swedishToo}, {"Exempel AB"}}, holding(nil), []lists.Verdict{lists.Conflict, lists.Conflict, lists.Conflict}, lists.PossiblySame, "and a third row that may be either"},
		{rows{{"Exempel AB", swedish}, {"Exempel AB", swedishToo}}, holding([]KnownOrganisation{exempel}, membership("m", "x", "", "")), []lists.Verdict{lists.Same, lists.New}, "", "one of them is held"},
		{rows{{"Exempel AB", swedish}, {"Exempel"}}, holding(nil), []lists.Verdict{lists.New, lists.Conflict}, "", "the one without a number may be the other"},
		{rows{{"Exempel AB", swedish}, {"Exempel HB", swedishToo}}, holding(nil), []lists.Verdict{lists.New, lists.New}, "", "alike, and two numbers: two organisations"},
		{rows{{"Exempel AB", swedish}, {"Exempel AS", norwegian}}, holding(nil), []lists.Verdict{lists.New, lists.New}, "", "one on either side of the border"},
		{rows{{"Exempel AB", swedish}, {"Exempel AB", swedishToo}}, holding([]KnownOrganisation{numberless}), []lists.Verdict{lists.Conflict, lists.Conflict}, lists.TwiceInList, "two numbers for one that is held"},
	} {
		list := listOf(t, append([][]string{judgedHeadings}, each.rows...)...)
		judged := Judge(list, each.known, on)
		var got []lists.Verdict
		for _, j := range judged {
			wholly(t, j.Problems)
			got = append(got, j.Verdict)
		}
		if diff := cmp.Diff(each.want, got); diff != "" {
			t.Errorf("%s: %s%v", each.why, diff, judged[0].Problems)
		}
		reasons := slices.DeleteFunc(codes(judged[0].Problems), func(code lists.ProblemCode) bool {
			return code == lists.CountryFromNumber || code == lists.HomepageCompleted || code == lists.OnlyAName
		})
		if got := slices.Compact(append(reasons, ""))[0]; got != each.code {
			t.Errorf("%s: the reason is %q, not %q: %v", each.why, got, each.code, judged[0].Problems)
		}
	}
}

func closed(k *Known) *Known {
	k.Network.Lifecycle = "CLOSED"
	return k
}

// A conflict names the organisations that people choose between, and a change tells what is added.
func TestWhatAVerdictTells(t *testing.T) {
	known := holding([]KnownOrganisation{org("y", "Exempel", "SE"), org("x", "Exempel AB", "SE")}, membership("m", "x", "", ""))
	judged := Judge(listOf(t, judgedHeadings, []string{"Exempel AS"}, []string{"Exempel AB", swedish, "", "Åre", "", "2019-05-31"}), known, on)
	if diff := cmp.Diff([]Candidate{
		{"y", "Exempel", lists.Remark{Text: "candidate.SAME_NAME"}}, {"x", "Exempel AB", lists.Remark{Text: "candidate.SAME_NAME"}},
	}, judged[0].Candidates); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[lists.Field]Addition{lists.FieldNumber: {Listed: swedish}, lists.FieldMunicipality: {Listed: "Åre"}, lists.FieldValidFrom: {Listed: "2019-05-31"}}, judged[1].Adds); diff != "" {
		t.Error(diff)
	}
	if judged[1].Organisation != "x" || judged[1].Membership != "m" {
		t.Error(judged[1].Organisation, judged[1].Membership)
	}
}

// Several rows that mean one membership whose days are not known are all in conflict, once each and in whatever order they stand.
func TestRowsThatMeanOneMembership(t *testing.T) {
	rows := [][]string{
		{"Exempel AB", swedish, "", "", "", "", "2018-01-01"}, {"Exempel AB", swedish, "", "", "", "2019-05-31", "2020-12-31"}, {"Exempel AB", swedish, "", "", "", "2021-01-01"},
	}
	known := holding([]KnownOrganisation{org("x", "Exempel AB", "SE", se(swedish))}, membership("m", "x", "", ""))
	for _, order := range [][]int{{0, 1, 2}, {2, 0, 1}, {1, 2, 0}} {
		table := [][]string{judgedHeadings}
		for _, at := range order {
			table = append(table, rows[at])
		}
		for _, j := range Judge(listOf(t, table...), known, on) {
			several := 0
			for _, p := range j.Problems {
				if p.Code == lists.SeveralMemberships {
					several++
				}
			}
			if j.Verdict != lists.Conflict || several != 1 {
				t.Errorf("in the order %v: row %d is %s, %v", order, j.Number, j.Verdict, j.Problems)
			}
		}
	}
}
