package store_test

import (
	"strings"
	"testing"

	"partnernet/store"
	"partnernet/testdb"
)

// A text of any size, and none, have one plan: the database is planned for nobody twice.
func TestTextsOfAnySizeHaveOnePlan(t *testing.T) {
	db := testdb.Open(t)
	ask := func(s store.Statement) any {
		t.Helper()
		value, err := db.Read(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
	const clear = "CALL db.clearQueryCaches() YIELD value RETURN value"
	planned := func(of func()) any {
		ask(store.Statement{Text: clear})
		of()
		return ask(store.Statement{Text: clear})
	}
	asking := func(text string, values ...any) func() {
		return func() {
			for _, value := range values {
				params := map[string]any{"name": value, "name2": 7}
				if got := ask(store.Statement{Text: text, Params: params}); got != value {
					t.Errorf("%s gives %v of %v", text, got, value)
				}
			}
		}
	}
	const text = "WITH $name2 AS seven RETURN $name AS name"
	one, many := planned(asking(text, "Exempel AB")), planned(asking(text, "", "Exempel AB", strings.Repeat("Exempel", 1000), nil))
	if one != many {
		t.Errorf("of one text: %v of texts of four sizes: %v", one, many)
	}
	if two := planned(func() { asking(text, "Exempel AB")(); asking(text+" ", "Exempel AB")() }); two == one {
		t.Errorf("of two statements: %v as of one", two)
	}
}

// Only names of parameters are taken for them.
func TestSentHasTextsAsEntriesOfAMap(t *testing.T) {
	s := store.Statement{Text: "RETURN $a, $ab, $a_b, $a.b, '$', $$(a), $c$", Params: map[string]any{"a": "text", "ab": 1, "c": nil}, Replanned: true}
	text, params := s.Sent()
	if want := "CYPHER replan=force\nRETURN $texts.a, $ab, $a_b, $texts.a.b, '$', $$(a), $texts.c$"; text != want {
		t.Errorf("%s is sent, and should be %s", text, want)
	}
	if entries, ok := params["texts"].(map[string]any); !ok || len(params) != 2 || len(entries) != 2 || params["ab"] != 1 {
		t.Errorf("%v is sent", params)
	}
}
