package main

import (
	"encoding/json"
	"os"
	"testing"

	"partnernet/intake"
	"partnernet/ledger"
)

// tellSample records the sample of needs and offers.
func tellSample(t *testing.T, db *database) ledger.Outcome {
	t.Helper()
	text, err := os.ReadFile("../docs/sample/needs-and-offers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	telling, err := intake.ReadFacts(db.model, text)
	if err != nil {
		t.Fatal(err)
	}
	telling.Actor, telling.Action = actor, "import facts"
	outcome, err := db.tell(t.Context(), telling)
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

// TestSampleAnswersQuestions compares what the sample of needs and offers, beside the founding case, answers to the questions about them
// with testdata/sample-<name>.golden.json.
func TestSampleAnswersQuestions(t *testing.T) {
	server, db := foundingRegistry(t)
	checkSampled(t, tellSample(t, db))
	questions, err := readQuestions()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		switch q.Name {
		case "07-needs-map", "09-counterpart-gap":
			golden(t, "testdata/sample-"+q.Name+".golden.json", stable(t, graphqlAnswer(t, server.URL, q.Query, q.Variables)))
		case "08-matches-across-border":
			if len(matched(t, graphqlAnswer(t, server.URL, q.Query, q.Variables))) == 0 {
				t.Error("the sample has no match across the border")
			}
		}
	}
}

// checkSampled asks that the sample has both needs and offers to speak of.
func checkSampled(t *testing.T, o ledger.Outcome) {
	t.Helper()
	for _, kind := range []string{"Organisation", "Need", "Offer"} {
		if o.Created[kind] < 10 {
			t.Errorf("the sample has %d of %s", o.Created[kind], kind)
		}
	}
}

func matched(t *testing.T, answer []byte) []any {
	t.Helper()
	var got struct {
		Data struct{ Matches struct{ Nodes []any } }
	}
	if err := json.Unmarshal(answer, &got); err != nil {
		t.Fatal(err)
	}
	return got.Data.Matches.Nodes
}
