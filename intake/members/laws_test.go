package members

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
)

// memberTable draws a list of columns in any order and rows from small pools, so that they meet, repeat and contradict each other often.
func memberTable(t *rapid.T) [][]string {
	columns := map[string][]string{
		"Organisation": {"Exempel AB", "Exempel AB", "Exempel", "EXEMPEL AB", "Annan AB", "Annan", "Annan AB", "MIDSEC", "Tredje AS", ""},
		"Org.nr":       {swedish, "", "", swedish, swedishToo, norwegian, "556091-2149", "5.56091E+09", swedish + ".0"},
		"Land":         {"", "", "Sverige", "Norge", "?!x"},
		"Kommun":       {"", "", "Åre", "Åre kommun", "Bodø"},
		"Roll":         {"", "", "Medlem", "Observatör", "VD"},
		"Medlem sedan": {"", "", "2019-05-31", "31.05.2019", "2021-01-01", "2019", "5/6/2020"},
		"Medlem till":  {"", "", "2020-12-31", "2018-01-01", "2030-12-31", "tills vidare"},
		"Status":       {"", "", "", "Aktiv", "Utträdd", "Pausat", "Omtvistat"},
		"Hemsida":      {"", "", "example.org", "https://www.example.org/", "example.com"},
	}
	headings := slices.Sorted(maps.Keys(columns))
	rows := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) []string {
		row := make([]string, len(headings))
		for i, heading := range headings {
			row[i] = rapid.SampledFrom(columns[heading]).Draw(t, heading)
		}
		return row
	}), 0, 12).Draw(t, "rows")
	return append([][]string{headings}, rows...)
}

// heldBefore draws what a registry may hold before.
func heldBefore(t *rapid.T) *Known {
	organisations := rapid.SliceOfNDistinct(rapid.SampledFrom([]KnownOrganisation{
		org("a", "Exempel AB", "SE", se(swedish)), org("b", "Exempel AB", "NO"), org("c", "Annan AB", ""), org("d", "Tredje", "SE", se(swedishToo)), org("e", "Annan", "SE"),
	}), 0, -1, func(o KnownOrganisation) string { return o.ID }).Draw(t, "organisations")
	var memberships []KnownMembership
	for _, o := range organisations {
		if from := rapid.SampledFrom([]string{"none", "", "2019-05-31"}).Draw(t, "member since"); from != "none" {
			m := membership("of "+o.ID, o.ID, from, "")
			m.State = rapid.SampledFrom([]string{"ENDED", "ENDED", "ACTIVE", "CLAIMED", "PROPOSED", "PAUSED", "DISPUTED"}).Draw(t, "state")
			if m.State == "ENDED" {
				m.Values[lists.FieldEndStatus] = string(registry.EndDateUnknown)
			}
			memberships = append(memberships, m)
		}
	}
	return holding(organisations, memberships...)
}

// shape is what is told of a row but for where it stands and which other rows it names.
func shape(judged []Judged) []string {
	var all []string
	for _, j := range judged {
		reasons := slices.DeleteFunc(codes(j.Problems), func(code lists.ProblemCode) bool {
			return code == lists.CountryFromNumber || code == lists.HomepageCompleted || code == lists.NumberRepaired // of two rows that say the same, one may say it otherwise
		})
		text := fmt.Sprint(j.Verdict, j.Organisation, j.Membership, j.Candidates, j.Adds, j.Differs, reasons)
		for _, field := range slices.Sorted(maps.Keys(j.Values)) {
			text += fmt.Sprintf(" %s=%s", field, cmp.Or(j.Value(field), j.Values[field].Text))
		}
		all = append(all, text)
	}
	slices.Sort(all)
	return all
}

// The order of the rows and of the columns decides nothing but where things stand.
func TestTheOrderOfAMemberListDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, known := memberTable(t), heldBefore(t)
		order := make([]int, len(table[0]))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "columns")
		shuffled := append([][]string{table[0]}, rapid.Permutation(table[1:]).Draw(t, "order")...)
		for i, row := range shuffled {
			moved := make([]string, len(row))
			for at, from := range order {
				moved[at] = row[from]
			}
			shuffled[i] = moved
		}
		if diff := gocmp.Diff(shape(Judge(listOf(t, table...), known, on)), shape(Judge(listOf(t, shuffled...), known, on))); diff != "" {
			t.Fatal(diff)
		}
	})
}

// What a list tells is held when it has been written: the same list then changes nothing, and rows that were not taken are as they were.
func TestAMemberListToldTwiceTellsNothingMore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, known := listOf(t, memberTable(t)...), heldBefore(t)
		first := Judge(list, known, on)
		told := recordsOf(list, known, first)
		second := Judge(list, applied(t, known, told), on)
		for i, j := range second {
			wholly(t, slices.Concat(first[i].Problems, j.Problems))
			want := first[i].Verdict
			if first[i].Taken() {
				want = lists.Same
			}
			if j.Verdict != want && want == lists.Same {
				t.Fatalf("row %d was %s and is %s now: %v", j.Number, first[i].Verdict, j.Verdict, j.Problems)
			}
		}
	})
}

// Each row that is taken makes or changes a membership of one organisation, on days that no other one of it has, as far as days are known.
func TestNoMemberIsAdmittedTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, known := listOf(t, memberTable(t)...), heldBefore(t)
		after := applied(t, known, recordsOf(list, known, Judge(list, known, on)))
		numbers := map[registry.Identifier]string{}
		for _, o := range after.Organisations {
			for _, id := range o.Identifiers {
				if other := numbers[id]; other != "" {
					t.Fatalf("%v belongs to %s and %s", id, other, o.ID)
				}
				numbers[id] = o.ID
			}
		}
		for i, m := range after.Memberships {
			for _, other := range after.Memberships[:i] {
				if m.Organisation == other.Organisation && m.counts() && other.counts() && m.period().Overlaps(other.period()) {
					t.Fatalf("%+v and %+v", m, other)
				}
			}
		}
	})
}

func recordsOf(list *lists.List, known *Known, judged []Judged) []ledger.Record {
	return Records(list, known, judged, "", on)
}

// applied gives what the registry holds when the ledger has written a telling: it adds, and never overwrites.
func applied(t failer, known *Known, told []ledger.Record) *Known {
	after := holding(slices.Clone(known.Organisations), slices.Clone(known.Memberships)...)
	for _, r := range told {
		switch r.Type {
		case "Organisation":
			i := slices.IndexFunc(after.Organisations, func(o KnownOrganisation) bool { return o.ID == r.ID })
			if i < 0 {
				i = len(after.Organisations)
				after.Organisations = append(after.Organisations, org(r.ID, r.Values["legalName"].(string), ""))
			}
			o := &after.Organisations[i]
			o.Values = added(o.Values, r.Values)
			for _, p := range r.Parts["identifiers"] {
				o.Identifiers = append(slices.Clone(o.Identifiers), registry.Identifier{Scheme: registry.Scheme(p.Key["scheme"].(string)), Value: p.Key["value"].(string)})
			}
			for _, p := range r.Parts["location"] {
				o.Values = added(o.Values, p.Values)
			}
		case "Membership":
			i := slices.IndexFunc(after.Memberships, func(m KnownMembership) bool { return m.ID == r.ID })
			if i < 0 {
				i = len(after.Memberships)
				after.Memberships = append(after.Memberships, KnownMembership{ID: r.ID, Organisation: r.Links["member"][0], State: fmt.Sprint(r.Values["state"])})
			}
			after.Memberships[i].Values = added(after.Memberships[i].Values, r.Values)
		default:
			t.Fatal(r.Type)
		}
	}
	return after
}

func added(held map[lists.Field]string, told map[string]any) map[lists.Field]string {
	all := map[lists.Field]string{}
	for field, value := range told {
		if codes, several := value.([]string); several {
			value = strings.Join(codes, ", ")
		}
		all[lists.Field(field)] = fmt.Sprint(value)
	}
	maps.Copy(all, held)
	return all
}
