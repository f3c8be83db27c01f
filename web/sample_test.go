package web_test

import (
	"encoding/json"
	"testing"

	"partnernet/ledger"
	"partnernet/testworld/golden"
	"partnernet/testworld/site"
	"partnernet/web"
)

// TestSampleAnswersQuestions compares what the sample of needs and offers, beside the founding case, answers to the questions about them
// with testdata/sample-<name>.golden.json.
func TestSampleAnswersQuestions(t *testing.T) {
	server, db := site.Founding(t)
	checkSampled(t, db.TellSample(t))
	questions, err := web.Questions()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		switch q.Name {
		case "07-needs-map", "09-counterpart-gap":
			golden.Compare(t, "testdata/sample-"+q.Name+".golden.json", site.Stable(t, site.Ask(t, nil, server.URL, q.Query, q.Variables)))
		case "08-matches-across-border":
			if len(matched(t, site.Ask(t, nil, server.URL, q.Query, q.Variables))) == 0 {
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
