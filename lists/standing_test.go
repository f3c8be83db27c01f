package lists

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
)

// summary gives what is read of each row: the name, the days, how it ends, and "refused" for one that is not taken.
func summary(l *List) []string {
	var all []string
	for _, r := range l.Rows {
		line := r.Value(FieldLegalName)
		for _, field := range []Field{FieldNumber, FieldMunicipality, FieldValidFrom, FieldValidTo, FieldEndStatus} {
			if value := r.Value(field); value != "" {
				line += " " + value
			}
		}
		if r.Refused() {
			line += " refused"
		}
		all = append(all, line)
	}
	return all
}

// A list that tells who has left, or is to come, is no list of members alone: in a column, by a heading above the rows, or in a table of its own.
func TestHowMembersStand(t *testing.T) {
	const over, name = " ENDED_DATE_UNKNOWN", "Företag;Kommun;"
	for _, each := range []struct {
		why, content string
		want         []string
	}{
		{"in a column", name + "Status\nA AB;Åre;Aktiv\nB AB;Åre;Uppsagd\nC AB;Åre;Prospekt\nD AB;Åre;Vilande\n", []string{"A AB Åre", "B AB Åre" + over, "C AB Åre refused", "D AB Åre"}},
		{"with the day on which it ended", name + "Status;Avslutsdatum\nA AB;Åre;UTMELDT;2023-12-31\n", []string{"A AB Åre 2023-12-31 KNOWN"}},
		{"with that day in one cell", name + "Status\nA AB;Åre;Utmeldt 31.12.2023\nB AB;Åre;Utträdd (2022-06-30)\nC AB;Åre;Utträdd 2023\nD AB;Åre;Aktiv 2020-01-01\n",
			[]string{"A AB Åre 2023-12-31 KNOWN", "B AB Åre 2022-06-30 KNOWN", "C AB Åre" + over, "D AB Åre"}},
		{"in another word", name + "Status\nA AB;Åre;Avregistrerad\nB AS;Åre;Slettet\n", []string{"A AB Åre" + over, "B AS Åre" + over}},
		{"in a column of days with another heading", name + "Slutat\nA AB;Åre;2023-12-31\n", []string{"A AB Åre 2023-12-31 KNOWN"}},
		{"where the role stands", name + "Roll\nA AB;Åre;Utträdde 2023\nB AB;Åre;inbjuden 2023\n", []string{"A AB Åre" + over, "B AB Åre refused"}},
		{"with its last day", name + "Roll\nA AB;Åre;Observatör t.o.m. 2025-06-30\nB AB;Åre;t.o.m. 2022-12-31\n", []string{"A AB Åre 2025-06-30 KNOWN", "B AB Åre 2022-12-31 KNOWN"}},
		{"below a heading", name + "\nA AB;Åre;\nUtträdda;;\nB AB;Åre;\nNya medlemmar;;\nC AB;Åre;\n", []string{"A AB Åre", "B AB Åre" + over, "C AB Åre"}},
		{"who has applied", name + "\nA AB;Åre;\nTil behandling i styret;;\nB AS;Åre;\n", []string{"A AB Åre", "B AS Åre refused"}},
		{"who has asked", name + "\nA AB;Åre;\nFörfrågningar (ej medlemmar ännu):;;\nB AB;Åre;\n", []string{"A AB Åre", "B AB Åre refused"}},
		{"below a heading, whatever the status says besides", name + "Status\nA AB;Åre;aktiv\nUtträdda;;\nB AB;Åre;grön\n", []string{"A AB Åre", "B AB Åre" + over}},
		{"in a table whose last days have a heading", name + "Medlem sedan\nA AB;Åre;2020-01-01\n\nBolag;Avslutad;Kommun\nB AB;2021-12-31;Åre\nC AB;;Åre\n", []string{"A AB Åre 2020-01-01", "B AB Åre 2021-12-31 KNOWN", "C AB Åre"}},
		{"in a table that a heading names", name + "\nA AB;Åre;\n\nUtträdda och uteslutna;Företag;Org.nr\n;B AB;" + swedish + "\n", []string{"A AB Åre", "B AB 5560912148" + over}},
		{"in a table of its own", name + "Inträdesdatum\nA AB;Åre;2020-01-01\n\nDe som har gått ut\nUtträdesdatum;Företag;Orsak;Org.nr\n2021-12-31;B AB;såld;" + swedish + "\n;C AB;;\n",
			[]string{"A AB Åre 2020-01-01", "B AB 5560912148 2021-12-31 KNOWN", "C AB" + over}},
	} {
		if diff := cmp.Diff(each.want, summary(membersOf(t, each.content, nil))); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
	}
}

// The registry's own words for where a membership stands are known, in each of its languages: its lists raise no doubt when they are read again.
func TestHowMembershipsStandInOwnWords(t *testing.T) {
	for _, lang := range registry.Languages {
		for state, want := range map[registry.RelationState]string{
			registry.Claimed: "A AB Åre", registry.Active: "A AB Åre", registry.Paused: "A AB Åre", registry.Disputed: "A AB Åre", registry.Ended: "A AB Åre ENDED_DATE_UNKNOWN",
		} {
			word, _ := registry.ValueLabel(lang, "RelationState", string(state))
			list := membersOf(t, "Företag;Kommun;Status\nA AB;Åre;"+word+"\n", nil)
			if got := summary(list); len(got) != 1 || got[0] != want || state != registry.Ended && len(list.Rows[0].Problems) > 0 {
				t.Errorf("%s, %q: %q, %v", lang, word, got, list.Rows[0].Problems)
			}
		}
	}
}

// Words that stand above columns stand in rows of members, too: they open no table there.
func TestMembersWhoseValuesAreHeadings(t *testing.T) {
	for _, each := range []struct {
		why, content string
		want         []string
	}{
		{"role and standing", "Organisation;Kommun;Roll;Status\nA AB;Åre;Medlem;Aktiv\nB AB;Åre;Medlem;Aktiv\nC AB;Åre;Medlem;Utträdd\n", []string{"A AB Åre", "B AB Åre", "C AB Åre ENDED_DATE_UNKNOWN"}},
		{"role and standing below a blank row", "Organisation;Roll;Status\n\nA AB;Medlem;Aktiv\nB AB;Observatör;Aktiv\n", []string{"A AB", "B AB"}},
		{"form and category", "Organisation;Organisationsform;Medlemstyp\nÅre kommun;Kommun;Medlem\nB AB;Bolag;Partner\n", []string{"Åre kommun", "B AB"}},
		{"below a blank row, too", "Organisation;Organisationsform;Medlemstyp\n\nÅre kommun;Kommun;Medlem\n", []string{"Åre kommun"}},
		{"a column that is not read", "Organisation;Typ;Medlemstyp\nÅre kommun;Kommun;Medlem\nB AB;Företag;Partner\n", []string{"Åre kommun", "B AB"}},
	} {
		list := membersOf(t, each.content, nil)
		if diff := cmp.Diff(each.want, summary(list)); diff != "" || len(list.Notes(nil)) > 0 {
			t.Errorf("%s: %s%+v", each.why, diff, list.Notes(nil))
		}
	}
}

// What a remark may tell of it is said, by one word of it, and the row is taken: a remark may be about something else.
func TestRemarksOnHowMembersStand(t *testing.T) {
	list := membersOf(t, "Företag;Kommun;Medlem till;Merknad\nA AS;Åre;;slutta, Kari ringte\nB AS;Åre;2021-12-31;utmeldt\nC AS;Åre;;betaler i mai\n", nil)
	for i, want := range []string{"STATUS_UNKNOWN D2 slutta", "", ""} {
		told := ""
		for _, p := range list.Rows[i].Problems {
			told += fmt.Sprint(p.Code, " ", p.Cell, " ", p.About["text"])
		}
		if told != want || list.Rows[i].Refused() {
			t.Errorf("row %d: %q, want %q", i+1, told, want)
		}
	}
}

// Where a membership stands is read as exports say it, in each language: by their heading and their words. Where a column of its own tells it, theirs is not needed.
func TestStandingsAsExportsHaveThem(t *testing.T) {
	for _, language := range registry.Languages {
		heading, _ := registry.FieldLabel(language, "state")
		for _, state := range []registry.RelationState{registry.Claimed, registry.Active, registry.Paused, registry.Disputed} {
			word, _ := registry.ValueLabel(language, "RelationState", string(state))
			row := membersOf(t, "Organisation;"+heading+"\nA AB;"+word+"\n", nil).Rows[0]
			if got := row.Value(FieldStatus); got != string(state) || len(row.Problems) > 0 {
				t.Errorf("%s %s: %q, %v", heading, word, got, row.Problems)
			}
		}
	}
	if row := membersOf(t, "Organisation;Läge;Medlemsstatus\nA AB;Stationen;aktiv\n", nil).Rows[0]; row.Value(FieldStatus) != string(registry.Active) || len(row.Problems) > 0 {
		t.Errorf("where the organisation is: %q, %v", row.Value(FieldStatus), row.Problems)
	}
}

func TestHeadingsAsListsHaveThem(t *testing.T) {
	for _, each := range []struct {
		why, content string
		want         []string
	}{
		{"bands above the headings", "Organisation;;;Medlemskap;\nNr;Namn;Org.nr;Medlem fr.o.m.;Roll\n1;A AB;" + swedish + ";2020-01-01;Medlem\n", []string{"A AB 5560912148 2020-01-01"}},
		{"headings of two lines", "Bedrift / virksomhet;Foretaksnr.;Avtale;\n;;inngått;sagt opp\nA AS;974760673;2020-01-01;2021-12-31\n", []string{"A AS 974760673 2020-01-01 2021-12-31 KNOWN"}},
		{"in two languages", "Organisation / Organisasjon;Kommun / Kommune;Med fr.o.m. / fra\nA AB;Åre;2020-01-01\n", []string{"A AB Åre 2020-01-01"}},
		{"what is meant in brackets", "Verksemd;Sted (kommune)\nA AS;Verdal\n", []string{"A AS Verdal"}},
		{"no line of headings, but the first row", "Hvem;Nr. i Enhetsregisteret;Siden;Hva de er\nA AS;974760673;2018-01-01;Kommune\n", []string{"A AS 974760673 2018-01-01"}},
		{"names by what stands in the column", "Konsortium;Org.nr;Kommun\nA AB;556091-2148;Åre\nÅre kommun;;Åre\nNågot annat;;Åre\n", []string{"A AB 5560912148 Åre", "Åre kommun Åre", "Något annat Åre"}},
		{"both days in one column", "Aktör;Medlemskapsperiod\nA AB;2022-01-01–2023-06-30\nB AB;t.o.m. 2021-12-31\nC AB;2022-09-15 –\nD AB;2019-2022\n",
			[]string{"A AB 2022-01-01 2023-06-30 KNOWN", "B AB 2021-12-31 KNOWN", "C AB 2022-09-15", "D AB"}},
		{"both days in the column of the first", "Virksomhet;Deltatt siden\nA AS;2022-01-01 – 2023-06-30\nB AS;1. mars 2021 –\n", []string{"A AS 2022-01-01 2023-06-30 KNOWN", "B AS 2021-03-01"}},
		{"days before months, as one of them shows", "Name of organisation;Member since\nA AB;01/09/2016\nB AB;31/05/2018\n", []string{"A AB 2016-09-01", "B AB 2018-05-31"}},
		{"days and months that nothing tells apart", "Name of organisation;Member since\nA AB;01/09/2016\nB AB;2018\n", []string{"A AB refused", "B AB"}},
	} {
		if diff := cmp.Diff(each.want, summary(membersOf(t, each.content, nil))); diff != "" {
			t.Errorf("%s: %s", each.why, diff)
		}
	}
}

// What a list says of itself is no member.
func TestRemarksAreNoMembers(t *testing.T) {
	remarks := []string{"* Observatör, betalar ingen avgift.", "Summa: 14 aktörer varav 11 aktiva", "16 virksomheter", "ANTALL AKTIVE: 14", "sida 1 (2)", "Felaktigheter meddelas a@example.se", "Uppgifterna gäller tills annat meddelas."}
	list := membersOf(t, "Företag;Kommun\nA AB;Åre\n"+strings.Join(remarks, "\n")+"\nB AB* ;Åre\n", nil)
	if diff := cmp.Diff([]string{"A AB Åre", "B AB Åre"}, summary(list)); diff != "" {
		t.Error(diff)
	}
	if got := noted(list)[Remarks]; got != len(remarks) {
		t.Errorf("%d remarks: %+v", got, list.Notes(nil))
	}
	if told := fmt.Sprint(list.Notes(nil)); strings.Contains(told, "example.se") {
		t.Errorf("an address is told: %s", told)
	}
}

// A number that stands behind the name is the organisation's, where no column tells one.
func TestNumbersInNames(t *testing.T) {
	for text, want := range map[string]string{
		"A AB, 232100-0214": "A AB 2321000214", "A AB (232100-0214)": "A AB 2321000214", "A AB org.nr 2321000214": "A AB 2321000214", "A AS 974 760 673": "A AS 974760673",
		"A AB 232100-0215": "A AB refused", "Kraftgruppen 2030": "Kraftgruppen 2030",
	} {
		list := membersOf(t, fmt.Sprintf("Företag\n%q\n", text), nil)
		if diff := cmp.Diff([]string{want}, summary(list)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	const answers = "Företag;Behov\nA AB 232100-0214;Reservkraft\n"
	list, err := ReadAnswers(strings.NewReader(answers), int64(len(answers)), nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"A AB 2321000214"}, summary(list)); diff != "" {
		t.Errorf("in answers to a survey: %s", diff)
	}
	if got := summary(membersOf(t, "Företag;Org.nr\nA AB 232100-0214;556091-2148\n", nil)); got[0] != "A AB 5560912148" {
		t.Errorf("a column of numbers says it better: %s", got)
	}
}
