package profile

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"
	"time"

	"partnernet/intake"
	"partnernet/ledger"
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
