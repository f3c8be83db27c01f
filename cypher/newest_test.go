package cypher_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testworld/lab"
)

// The change log is read from its newest change as it is from its oldest, page by page; a change that the viewer may not see leaves no trace
// in either direction.
func TestChangesAreReadFromEitherEnd(t *testing.T) {
	l := lab.Open(t)
	l.Run(t, store.Statement{Text: `
CREATE (o:Record:Organisation {id: 'o', audience: 0})
WITH o
UNWIND range(1, 5) AS position
CREATE (:Record:Change {id: 'c' + position, position: position, audience: CASE position WHEN 3 THEN 2 ELSE 0 END})-[:CHANGED]->(o)`})
	for _, row := range []struct {
		direction string
		who       lab.Viewer
		want      []string
	}{
		{"ASC", lab.Coordinator, []string{"c1", "c2", "c3", "c4", "c5"}},
		{"DESC", lab.Coordinator, []string{"c5", "c4", "c3", "c2", "c1"}},
		{"ASC", anybody, []string{"c1", "c2", "c4", "c5"}},
		{"DESC", anybody, []string{"c5", "c4", "c2", "c1"}},
	} {
		if diff := cmp.Diff(row.want, log(l, t, row.direction, row.who, len(row.want))); diff != "" {
			t.Errorf("%s, as %v reads it: %s", row.direction, row.who.Visible, diff)
		}
	}
}

// A record tells its own history from either end too.
func TestAHistoryIsReadFromEitherEnd(t *testing.T) {
	l := lab.Open(t)
	l.Run(t, store.Statement{Text: `
CREATE (o:Record:Organisation {id: 'o', audience: 0}), (other:Record:Organisation {id: 'other', audience: 0})
WITH [o, other] AS subjects
UNWIND range(1, 4) AS position
WITH subjects[position % 2] AS subject, position
CREATE (:Record:Change {id: 'c' + position, position: position, audience: 0})-[:CHANGED]->(subject)`})
	for arguments, want := range map[string]string{
		"": `["c2","c4"]`, "(orderBy: {field: POSITION, direction: ASC})": `["c2","c4"]`, "(orderBy: {field: POSITION, direction: DESC})": `["c4","c2"]`,
		"(orderBy: {field: POSITION, direction: DESC}, first: 1)": `["c4"]`,
	} {
		answer := l.Answer(t, `{ node(id: "o") { ... on Record { history`+arguments+` { nodes { id } } } } }`, nil)
		var ids []string
		var got struct {
			History struct{ Nodes []struct{ ID string } }
		}
		lab.Must(t, json.Unmarshal([]byte(answer), &got))
		for _, node := range got.History.Nodes {
			ids = append(ids, node.ID)
		}
		if told, _ := json.Marshal(ids); string(told) != want {
			t.Errorf("history%s: %s, want %s", arguments, told, want)
		}
	}
}

// log reads the change log to its end, two at a time, and asks that it says each time how long it is.
func log(l lab.Lab, t lab.Failing, direction string, who lab.Viewer, length int) []string {
	t.Helper()
	ids, after := []string{}, "null"
	for {
		text := fmt.Sprintf(`{ changes(orderBy: {field: POSITION, direction: %s}, first: 2, after: %s) {
			totalCount edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`, direction, after)
		answer, errs, err := l.Ask(lab.Parse(t, l.Schema, text, nil).Only(who))
		lab.Must(t, err)
		var page struct {
			lab.ListPage
			TotalCount int
		}
		lab.Must(t, json.Unmarshal([]byte(answer), &page.List))
		lab.Must(t, json.Unmarshal([]byte(answer), &page))
		ids = append(ids, idsOf(page.ListPage)...)
		if len(errs) > 0 || page.TotalCount != length {
			t.Fatalf("%d changes in all, want %d: %v", page.TotalCount, length, errs)
		}
		if !page.List.PageInfo.HasNextPage {
			return ids
		}
		after = fmt.Sprintf("%q", page.List.PageInfo.EndCursor)
	}
}
