package decisions

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet"
	"partnernet/intake"
	"partnernet/model"
)

func allSamples(t *testing.T) []sample {
	t.Helper()
	var all []sample
	for _, folder := range folders {
		all = append(all, samples(t, folder)...)
	}
	return all
}

// No draft has the name of a person, wherever in the text it stands.
func TestPersonsAreLeftOut(t *testing.T) {
	for _, s := range allSamples(t) {
		draft := read(t, s.text)
		text, err := json.Marshal(draft)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range s.facts["persons"] {
			if strings.Contains(string(text), name) {
				t.Errorf("%s: the draft names %s", s.name, name)
			}
		}
		if len(s.facts["persons"]) > draft.PersonsLeftOut {
			t.Errorf("%s: %d persons left out, of %d", s.name, draft.PersonsLeftOut, len(s.facts["persons"]))
		}
	}
}

// amountKinds are kinds of fact that are made of digits of the text.
var amountKinds = []string{"caseNumber", "decidedOn", "submittedOn", "plannedFrom", "plannedTo", "amountAppliedFor", "aidRate", "cap", "totalBudget", "budgetLine", "organisation"}

// A text that has lost its digits tells no number, and none becomes nothing or another one.
func TestNoNumberIsInvented(t *testing.T) {
	digit := regexp.MustCompile(`\d`)
	for _, s := range allSamples(t) {
		for _, f := range read(t, digit.ReplaceAll(s.text, nil)).Facts {
			if half := regexp.MustCompile("hälften|halvparten|tre miljoner kronor"); half.MatchString(f.Receipt.Quote) {
				continue // a share or an amount in words
			}
			if slices.Contains(amountKinds, f.Kind) || f.Values["dueOn"] != "" {
				t.Errorf("%s: %s %v", s.name, f.Kind, f.Values)
			}
		}
	}
}

// brokenWord finds where a word is divided at the end of a line.
var brokenWord = regexp.MustCompile(`-\n\s*`)

// Every receipt leads to the page and the characters where its words stand.
func TestReceiptsLeadToTheirWords(t *testing.T) {
	for _, s := range allSamples(t) {
		for _, f := range read(t, s.text).Facts {
			r := f.Receipt
			page := []rune(string(s.text))
			if r.Page != 1 || r.Until != 0 || r.From >= r.To || r.To > len(page) || r.Rule == "" {
				t.Errorf("%s: %+v", s.name, r)
				continue
			}
			begins, _, _ := strings.Cut(r.Quote, mark)
			first, _, _ := strings.Cut(strings.TrimSpace(begins), " ")
			if words := brokenWord.ReplaceAllString(string(page[r.From:r.To]), ""); !strings.HasPrefix(strings.TrimSpace(words), first) {
				t.Errorf("%s: %q is not %q", s.name, words, r.Quote)
			}
		}
	}
}

// What is read of each text is a facts file that can be imported.
func TestDraftsAreFactsFiles(t *testing.T) {
	m, err := model.Load(partnernet.Schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range allSamples(t) {
		for _, texts := range []bool{true, false} {
			file, err := read(t, s.text).FactsFile("PUBLIC", texts)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := intake.ReadFacts(m, file.Text); err != nil {
				t.Errorf("%s: %v %v\n%s", s.name, err, file.Left, file.Text)
			}
		}
	}
}

// A PDF tells the same as its text: empty lines, columns and words that a line end divides are found again.
func TestAPDFTellsWhatItsTextTells(t *testing.T) {
	pdf, err := os.ReadFile("testdata/viken.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples(t, "later") {
		if s.name != "later/viken" {
			continue
		}
		if diff := cmp.Diff(shown(read(t, s.text).Facts), shown(read(t, pdf).Facts)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestContradictionsInAText(t *testing.T) {
	const decision = "Dnr: 2020-1234\nTillväxtverket beviljar Norrsken Digital AB stöd med 40 %% av godkända kostnader, dock högst %s kronor, för projektet ”Norr”.\n" +
		"Norrsken Digital AB ansökte den 24 maj 2023 om 500 000 kronor. Projektets totala budget är 1 000 000 kronor. Beslutsdatum: %s\nPerioden 2023-11-01 till %s.\n"
	for name, row := range map[string]struct{ most, on, ends, kind string }{
		"nothing":                           {"400 000", "2023-09-01", "2024-10-31", ""},
		"the share of the costs is other":   {"300 000", "2023-09-01", "2024-10-31", "shareOfCosts"},
		"more than was applied for":         {"600 000", "2023-09-01", "2024-10-31", "moreThanAppliedFor"},
		"the end is before the beginning":   {"400 000", "2023-09-01", "2022-10-31", "period"},
		"decided before it was applied for": {"400 000", "2023-05-01", "2024-10-31", "decidedBeforeSubmitted"},
		"two days of the decision":          {"400 000", "2023-09-01\nBeslutsdatum: 2023-09-02", "2024-10-31", "decidedOn"},
	} {
		text := strings.NewReplacer("%%", "%").Replace(decision)
		for _, value := range []string{row.most, row.on, row.ends} {
			text = strings.Replace(text, "%s", value, 1)
		}
		draft := read(t, []byte(text))
		told := slices.ContainsFunc(draft.Contradictions, func(c Contradiction) bool { return c.Kind == row.kind })
		if told != (row.kind != "") || row.kind == "" && len(draft.Contradictions) > 0 {
			t.Errorf("%s: %v", name, draft.Contradictions)
		}
		if row.kind == "decidedOn" && slices.ContainsFunc(draft.Facts, func(f Fact) bool { return f.Kind == "decidedOn" }) {
			t.Errorf("%s: one of two days is told", name)
		}
	}
}

func TestWhatNoRuleUnderstoodIsTold(t *testing.T) {
	draft := read(t, []byte("Vinnova beviljar Norrsken Digital AB bidrag.\n\nEn särskild avgift om 12 345 kronor tas ut av Storbolaget AB den 3 juni 2021.\n"))
	if len(draft.NotUnderstood) != 1 || !slices.Equal(draft.NotUnderstood[0].Holds, []string{"amount", "date", "name"}) {
		t.Errorf("%+v", draft.NotUnderstood)
	}
}

// Telephone numbers are left out as both countries write them: of themselves where that form is of nothing else, and in any form behind the word for it. Amounts, numbers of
// organisations and days are none.
func TestTelephoneNumbersAreLeftOut(t *testing.T) {
	for _, words := range []string{"912 34 567", "48 12 34 56", "070-123 45 67", "063-14 40 00", "+47 91 23 45 67", "+46 70 123 45 67"} {
		if page := read(t, []byte("Ring på "+words+" om noe er uklart.")).Text[0]; strings.Contains(page, words) {
			t.Errorf("%s stays: %s", words, page)
		}
	}
	for _, word := range []string{"telefon", "tlf.", "Tlf", "Tel:", "tfn", "mobil", "mobilnummer", "Phone"} {
		for _, number := range []string{"91234567", "912 34 567", "48 12 34 56", "0701234567", "070 123 45 67", "0047 912 34 567"} {
			if page := read(t, []byte("Kontakt Ola Nordmann, "+word+" "+number+", om noe er uklart.")).Text[0]; strings.Contains(page, number) {
				t.Errorf("%s %s stays: %s", word, number, page)
			}
		}
	}
	for _, words := range []string{"kr 1 250 000", "1 000 000 kronor", "974 760 673", "556091-2148", "2026-05-01", "01.05.2026", "10 20 30", "telefonmöte 2026-05-01", "mobil 2 500 000 kroner"} {
		if page := read(t, []byte("Der står "+words+" i vedtaket.")).Text[0]; !strings.Contains(page, words) {
			t.Errorf("%s is taken for a telephone number: %s", words, page)
		}
	}
}

// The text of a condition is what the decision says of it, and not only the words by which it was found.
func TestTheTextOfAConditionIsItsSentence(t *testing.T) {
	const head = "Dnr: 2020-1234\nTillväxtverket beviljar Norrsken Digital AB stöd med 40 % av godkända kostnader för projektet ”Norr”.\n"
	const sentence = "Som villkor gäller att övrig finansiering ordnas."
	file, err := read(t, []byte(head+sentence+" Slutrapport lämnas i mars.")).FactsFile("PUBLIC", true)
	if err != nil || !strings.Contains(string(file.Text), "    text: "+sentence+"\n") {
		t.Errorf("%v: the sentence is not in\n%s", err, file.Text)
	}
}
