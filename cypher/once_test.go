package cypher_test

import (
	"strings"
	"testing"

	"partnernet/testworld/lab"
)

// What is asked of records whatever their type is read at one place of the statement, and so is what a list is ordered by, with the place where its page begins.
// The database plans each mention by itself: such statements took it half a minute.
func TestWhatIsAskedOnceIsReadOnce(t *testing.T) {
	after := cursorOf([]string{"Partnership STATE DESC", "sACTIVE", "sid"})
	for _, row := range []struct {
		text, reads string
		times       int
		why         string
	}{
		{`{ node(id: "x") { displayName ... on Record { sources { id } } } }`, ":HAS_SOURCE", 1, "types differ in their displayName, and not in their sources"},
		{`{ node(id: "x") { displayName again: displayName } }`, ":OF_OFFER", 1, "the same is asked twice"},
		{`{ node(id: "x") { ... on Record { sources { id } } ... on Person { name sources { locator } } ... on Contact { channel } } }`, ":HAS_SOURCE", 2, "what is selected differently for a type is another question"},
		{`{ node(id: "x") { ... on Record { sources { id } } ... on Person { name } ... on Contact { channel } } }`, ":HAS_SOURCE", 1, "the type adds to it"},
		{`{ partnerships(orderBy: {field: STATE, direction: DESC}) { edges { cursor } } }`, "WHEN 'DISPUTED' THEN 5", 1, "the order is one with its cursors"},
		{`{ partnerships(orderBy: {field: STATE, direction: DESC}, after: "` + after + `") { edges { cursor } } }`, "WHEN 'DISPUTED' THEN 5", 2, "where the page begins is asked before the order"},
		{`{ partnerships(filter: {state: [ACTIVE]}, orderBy: {field: STATE}) { totalCount nodes { state } } }`, "saying:Party", 1, "a list of those in force works out their state to know them"},
		{`{ partnerships { nodes { state } } }`, "saying:Party", 2, "those without a first day are met by a clause of their own"},
		{`{ partnerships(standing: PAST, first: 2) { nodes { state } } }`, "saying:Party", 1, "nothing but what is shown asks for it"},
		{`{ organisation(id: "x") { partnerships { nodes { state then: type } } } }`, "saying:Party", 1, "it is so of a list below a record, too"},
		{`{ network(acronym: "x") { memberships { nodes { state } } } }`, "'ENDED' END", 0, "what is in force has not ended"},
	} {
		statement, err := compile(t, row.text, nil)
		lab.Must(t, err)
		if got := strings.Count(statement.Text, row.reads); got != row.times {
			t.Errorf("%s reads %s in %d places and not %d, though %s", row.text, row.reads, got, row.times, row.why)
		}
	}
}
