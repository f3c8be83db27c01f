package members_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"partnernet/graph"
	"partnernet/registry"
	"partnernet/store"
	"partnernet/testdb"
	"partnernet/testworld"
)

func TestMain(m *testing.M) { testdb.Main(m) }

// A list of ten thousand rows goes in as one entry, and again with no change.
func TestTenThousandMembersGoInOnce(t *testing.T) {
	many := 10_000
	if testing.Short() {
		many = 1_000
	}
	db := testdb.Open(t)
	handler := testworld.GraphQL(t, db, time.Now)
	query, input := testworld.Command(t, "registerNetwork", testworld.Object{"acronym": "MITTSEC", "lifecycle": "PLANNED"}, "network { id }")
	made := answered(t, testworld.Ask(t.Context(), handler, graph.Coordinator, query, input))
	network := made["registerNetwork"].(testworld.Object)["network"].(testworld.Object)["id"]
	content := manyMembers(many)
	query, input = testworld.Command(t, "importMembers", testworld.Object{"network": network, "file": nil},
		"counts { verdict count } rows(verdicts: [CONFLICT, REFUSED], first: 5) { row problems { sentence } }")
	for _, verdict := range []string{"NEW", "SAME"} {
		contentType, body := testworld.Upload(t, query, input, "variables.input.file", "lista.csv", []byte(content))
		payload := answered(t, testworld.Post(t.Context(), handler, graph.Coordinator, contentType, body))["importMembers"].(testworld.Object)
		for _, c := range payload["counts"].([]any) {
			want := 0.0
			if c.(testworld.Object)["verdict"] == verdict {
				want = float64(many)
			}
			if c.(testworld.Object)["count"] != want {
				t.Fatalf("%v, want all %s: %v", payload["counts"], verdict, payload["rows"])
			}
		}
		if memberships, organisations := count(t, db, "Membership"), count(t, db, "Organisation"); memberships != many || organisations != many {
			t.Errorf("there are %d memberships of %d organisations after all were %s", memberships, organisations, verdict)
		}
		if changes := count(t, db, "Change"); changes < 2*many || changes > 2*many+20 {
			t.Errorf("there are %d changes after all were %s", changes, verdict)
		}
	}
}

// answered gives the data of an answer that nothing may be wrong with.
func answered(t *testing.T, a testworld.Answer) testworld.Object {
	t.Helper()
	if len(a.Errors) > 0 {
		t.Fatalf("the answer has errors: %+v", a.Errors)
	}
	return a.Data
}

// count gives how many nodes of a label there are.
func count(t *testing.T, db *store.DB, label string) int {
	t.Helper()
	value, err := db.Read(t.Context(), store.Statement{Text: "RETURN COUNT { MATCH (n) WHERE $label IN labels(n) }", Params: map[string]any{"label": label}})
	testworld.Must(t, err)
	return int(value.(int64))
}

// manyMembers is a list of so many members, all of them new.
func manyMembers(many int) string {
	lines := []string{"Organisationsnummer;Namn;Kommun;Land;Roll;Medlem sedan;Hemsida;SNI"}
	for n := 0; len(lines) <= many; n++ {
		for check := range 10 {
			id, err := registry.ParseIdentifier(registry.SwedishNumber, fmt.Sprintf("556%06d%d", 200_000+n, check))
			if err == nil {
				since := registry.Date{Year: 2020, Month: 1, Day: 1}.AddDays(n % 1000)
				lines = append(lines, fmt.Sprintf("%s;Företag nummer %d AB;Östersund;Sverige;Medlem;%s;https://example.org/%d;25.40", id.Display(), n, since, n))
			}
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
