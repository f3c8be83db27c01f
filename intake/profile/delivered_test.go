package profile

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"partnernet/intake"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// Each delivered profile reads a list of its kind; what breaks a rule of the register is left out and told with its row, and the same list
// again changes nothing.
func TestDeliveredProfilesTwice(t *testing.T) {
	m, db := schema(t), testdb.Open(t)
	writer := ledger.New(db, m, time.Now)
	for name, want := range map[string]struct {
		created         map[string]int
		refused, doubts int
		broken          string // where what breaks a rule is told
	}{
		"bolagsverket":    {map[string]int{"Organisation": 4}, 0, 1, ""},
		"scb":             {map[string]int{"Organisation": 4}, 0, 1, ""},
		"interreg":        {map[string]int{"Organisation": 2, "Project": 2, "Participation": 2}, 3, 1, ""},
		"ror":             {map[string]int{"Organisation": 2}, 0, 1, ""},
		"forskningsradet": {map[string]int{"Organisation": 3, "Project": 3, "Application": 3, "Award": 1, "Participation": 3}, 0, 1, ""},
		"keep.eu":         {map[string]int{"Organisation": 2, "Programme": 1, "Project": 2, "Participation": 3}, 0, 1, "row 5"},
	} {
		t.Run(name, func(t *testing.T) {
			text, there := Delivered(name)
			if !there {
				t.Fatal("no such profile")
			}
			content, err := os.ReadFile("testdata/" + name + ".csv")
			if err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256(content)
			file := intake.SourceFile{Path: name + ".csv", SHA256: hex.EncodeToString(sum[:]), ReadAt: time.Now()}
			got := told(t, m, string(text), string(content))
			if len(got.Refused) != want.refused || len(got.Doubts) != want.doubts {
				t.Errorf("refused %v, doubts %v", got.Refused, got.Doubts)
			}
			for _, again := range []bool{false, true} {
				known, err := intake.ReadKnown(t.Context(), db)
				if err != nil {
					t.Fatal(err)
				}
				telling := file.OfList(name, "", got.Telling, known)
				telling.Actor, telling.Action = "test", "import list"
				outcome, err := writer.Tell(t.Context(), telling)
				if err != nil {
					t.Fatal(err)
				}
				if (len(outcome.Refused) > 0) != (want.broken != "") || !strings.Contains(fmt.Sprint(outcome.Refused), want.broken) || len(outcome.Disagreements) > 0 {
					t.Errorf("refused %v, disagrees %v", outcome.Refused, outcome.Disagreements)
				}
				if again && len(outcome.Created)+len(outcome.Changed) > 0 {
					t.Errorf("the second time created %v, changed %v", outcome.Created, outcome.Changed)
				}
				delete(outcome.Created, "Document")
				delete(outcome.Created, "Source")
				if !again && !maps.Equal(outcome.Created, want.created) {
					t.Errorf("created %v", outcome.Created)
				}
			}
		})
	}
}

// What the Swedish registers' profiles make of their rows: names and numbers without what stands beside them, nobody by a personal number, and no
// standing where the register tells several.
func TestSwedishRegisters(t *testing.T) {
	m := schema(t)
	for name, want := range map[string][]string{
		"bolagsverket": {
			"Exempelbolaget AB, AB, ACTIVE, []",
			"Exempel i likvidation AB, AB, IN_LIQUIDATION, []",
			"Exempelföreningen ek. för., EK, DISSOLVED, []",
			"Exempel i konkurs AB, AB, UNCLEAR_IN_SOURCE, []",
		},
		"scb": {
			"Statistikexempel AB, , , [62.010 70.220]",
			"EXEMPELS KOMMUN, , , [84.111]",
			"FÖRENINGEN UTAN BRANSCH, , , []",
			"Exempel med fel bransch AB, , , []",
		},
	} {
		text, _ := Delivered(name)
		content, err := os.ReadFile("testdata/" + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range told(t, m, string(text), string(content)).Telling.Records {
			form, _ := r.Values["legalForm"].(string)
			status, _ := r.Values["status"].(string)
			codes, _ := r.Values["industryCodes"].([]string)
			got = append(got, fmt.Sprintf("%s, %s, %s, %v", r.Values["legalName"], form, cmp.Or(status, string(r.Unknown["status"])), codes))
			if len(r.Parts["identifiers"]) != 1 {
				t.Errorf("%s has the numbers %v", r.Values["legalName"], r.Parts["identifiers"])
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s tells %q", name, got)
		}
	}
}

// A blank cell says what the profile makes of it only where the list has the columns.
func TestABlankCellOfAColumnThatIsMissing(t *testing.T) {
	text, _ := Delivered("bolagsverket")
	row := "organisationsidentitet;organisationsnamn;organisationsform\n" + "9999990012$ORGNR-IDORG;Exempelbolaget AB;AB-ORGFO\n"
	r := told(t, schema(t), string(text), row).Telling.Records[0]
	if r.Values["status"] != nil || r.Unknown["status"] != registry.NotInSource {
		t.Errorf("the status is %v, %q", r.Values["status"], r.Unknown["status"])
	}
}
