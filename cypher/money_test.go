package cypher_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

// sum is a row of awardSums.
type sum struct {
	Amount *struct{ Currency string }
	Funder *struct{ ID string }
	Year   *int
	Awards int64
}

// The sums of awards are those of the awards one by one, as the plain reader goes through them: none is left out, and none is in two rows.
func TestSumsOfAwardsAreThoseOfTheAwards(t *testing.T) {
	l := lab.Open(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := lab.NewWorld(rt, l)
		v := lab.DrawViewer(rt)
		type group struct {
			currency, funder string
			year             int
		}
		want, got := map[group]int64{}, map[group]int64{}
		reader := &plain.Reader{Model: w.Model, Graph: w.Graph, Visible: v.Visible, Language: v.Language, Today: random.Today}
		for _, award := range reader.Awards() {
			want[group{award.Currency, award.Funder, award.Year}]++
		}
		q := lab.Parse(rt, w.Model, `{ awardSums(groupBy: [FUNDER, YEAR]) { amount { currency } funder { id } year awards } }`, nil)
		text, errs, err := w.Ask(q.Only(v))
		lab.Must(rt, err)
		var rows []sum
		lab.Must(rt, json.Unmarshal([]byte(text), &rows))
		for _, row := range rows {
			g := group{}
			if row.Amount != nil {
				g.currency = row.Amount.Currency
			}
			if row.Funder != nil {
				g.funder = row.Funder.ID
			}
			if row.Year != nil {
				g.year = *row.Year
			}
			got[g] += row.Awards
		}
		if diff := cmp.Diff(want, got); diff != "" || len(errs) > 0 || len(rows) != len(want) {
			rt.Fatalf("%s %v\n%s", diff, errs, text)
		}
	})
}
