package cypher_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/testworld/lab"
)

// compile compiles the one root field of a document.
func compile(t testing.TB, text string, variables map[string]any) (*cypher.Statement, error) {
	t.Helper()
	q := lab.Parse(t, lab.Schema(t), text, variables)
	return lab.Compiler(t).Compile(q.Only(lab.Coordinator))
}

func cursorOf(parts any) string {
	text, _ := json.Marshal(parts) // texts and numbers always marshal
	return sealed(lab.CursorKey, text)
}

func sealed(key, text []byte) string {
	cursor, err := cypher.Sealed(key, text)
	if err != nil {
		panic(err) // the key of these tests is one
	}
	return cursor
}

var good = cursorOf([]string{"Area NAME ASC", "skey", "sid"})

func TestCursorsThatAreNoneOfTheList(t *testing.T) {
	for _, c := range []struct{ cursor, why string }{
		{"", "it is empty"},
		{"not base64!", "it is not written as cursors are"},
		{base64.RawURLEncoding.EncodeToString([]byte(`["Area NAME ASC","skey","sid"]`)), "it is not sealed, as those of earlier versions"},
		{sealed([]byte("another key"), []byte(`["Area NAME ASC","skey","sid"]`)), "it is of another register"},
		{good[:len(good)-4], "its end is missing"},
		{"AAAA" + good[4:], "it has been changed"},
		{sealed(lab.CursorKey, []byte("Area NAME ASC")), "it holds no JSON"},
		{cursorOf("Area NAME ASC"), "it holds no list"},
		{cursorOf([]any{"Area NAME ASC", 1, 2}), "its keys are no texts"},
		{cursorOf([]string{}), "it holds nothing"},
		{cursorOf([]string{"Area NAME ASC"}), "it has no keys"},
		{cursorOf([]string{"Area NAME ASC", "skey"}), "a key is missing"},
		{cursorOf([]string{"Area NAME ASC", "skey", "sid", "sid"}), "there is a key too many"},
		{cursorOf([]string{"Area NAME ASC", "skey", ""}), "a key is empty"},
		{cursorOf([]string{"Area NAME ASC", "xkey", "sid"}), "there is no such type of key"},
		{cursorOf([]string{"Area NAME ASC", "ione", "sid"}), "a number is none"},
		{cursorOf([]string{"Area NAME ASC", "i99999999999999999999", "sid"}), "a number is too great"},
		{cursorOf([]string{"Area NAME ASC", "d2024-02-30", "sid"}), "a day is none"},
		{cursorOf([]string{"Area NAME ASC", "tyesterday", "sid"}), "an instant is none"},
		{cursorOf([]string{"Area NAME ASC", "byes", "sid"}), "a truth value is none"},
		{cursorOf([]string{"Area NAME DESC", "skey", "sid"}), "it is of the other direction"},
		{cursorOf([]string{"Area CODE ASC", "skey", "sid"}), "it is of another order"},
		{cursorOf([]string{"Document NAME ASC", "skey", "sid"}), "it is of another list"},
		{cursorOf([]string{"position", "i3"}), "it is a position in a list that orders itself"},
	} {
		for _, selected := range []string{"nodes { id }", "totalCount"} {
			_, err := compile(t, `query ($after: String) { areas(orderBy: {field: NAME}, after: $after) { `+selected+` } }`, map[string]any{"after": c.cursor})
			if fault.CodeOf(err) != fault.BadInput || lab.FieldOf(err) != "after" {
				t.Errorf("%q: %v, want %v about after, because %s, whatever is selected (%s)", c.cursor, err, fault.BadInput, c.why, selected)
			}
		}
	}
}

func TestPositionsThatAreNone(t *testing.T) {
	for _, c := range []struct{ cursor, why string }{
		{"", "it is empty"},
		{cursorOf([]string{"Area NAME ASC", "skey", "sid"}), "it is of a list that has keys"},
		{cursorOf([]string{"SearchConnection position", "s3"}), "the position is no number"},
		{cursorOf([]string{"SearchConnection position", "i-1"}), "no position is before the first"},
		{cursorOf([]string{"SearchConnection position", "i3", "i3"}), "there is only one position"},
		{cursorOf([]string{"MatchConnection position", "i3"}), "it is of a list of other things"},
	} {
		_, err := compile(t, `query ($after: String) { search(text: "x", after: $after) { totalCount } }`, map[string]any{"after": c.cursor})
		if fault.CodeOf(err) != fault.BadInput || lab.FieldOf(err) != "after" {
			t.Errorf("%q: %v, want %v about after, because %s", c.cursor, err, fault.BadInput, c.why)
		}
	}
}

// A cursor tells nothing of what it holds, not even by its length.
func TestCursorsTellNothing(t *testing.T) {
	if diff := cmp.Diff(cursorOf([]string{"Area NAME ASC", "skey", "sid"}), good); diff != "" {
		t.Errorf("the same place has two cursors: %s", diff)
	}
	lengths := map[int]bool{}
	for _, position := range []int64{0, 9, 10, 1_000_000, math.MaxInt64} {
		cursor, err := cypher.CursorAt(lab.CursorKey, position)
		lab.Must(t, err)
		text, err := base64.RawURLEncoding.DecodeString(cursor)
		lab.Must(t, err)
		if bytes.Contains(text, []byte("Change")) || bytes.Contains(text, fmt.Appendf(nil, "%020d", position)) {
			t.Errorf("%s can be read", cursor)
		}
		lengths[len(cursor)] = true
	}
	if len(lengths) != 1 {
		t.Errorf("cursors of changes have %d lengths, which tells how many there are", len(lengths))
	}
}
