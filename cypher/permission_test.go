package cypher_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/cypher/internal/plain"
	"partnernet/cypher/internal/random"
)

// What a viewer may not see does not exist for them: whatever is asked, the answer stays the same, cursors and all,
// when it is deleted from the database.
func TestWhatIsHiddenIsAsGoodAsGone(t *testing.T) {
	db, m, c := open(t), schema(t), compiler(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, t, db, m, c)
		w.Statements = true
		v := drawViewer(rt)
		reads := rapid.SliceOfN(random.Document(w.World).Filter(isNoSearch), 1, questionsPerGraph).Draw(rt, "reads")
		before := w.answers(rt, reads, v)
		write(rt, t.Context(), db, m, w.Graph.Without(w.hiddenFrom(v)))
		for i, after := range w.answers(rt, reads, v) {
			if diff := cmp.Diff(after, before[i]); diff != "" {
				rt.Fatalf("Something hidden shows (-without it +with it):\n%s\nasked as %v:\n%#v", diff, v, reads[i])
			}
		}
	})
}

// isNoSearch leaves searches out. How well a record fits is told by the full-text index, which knows how frequent a word is among all
// records, the hidden ones too.
func isNoSearch(r random.Read) bool { return !strings.Contains(r.Text, "search(") }

// hiddenFrom gives the nodes that do not exist for a viewer.
func (w *world) hiddenFrom(v viewer) []*plain.Node {
	reader := &plain.Reader{Model: w.Model, Graph: w.Graph, Visible: v.visible}
	var hidden []*plain.Node
	for _, n := range w.Graph.Nodes {
		if !reader.Exists(n) {
			hidden = append(hidden, n)
		}
	}
	return hidden
}

func (w *world) answers(rt *rapid.T, reads []random.Read, v viewer) []string {
	var answers []string
	for _, read := range reads {
		q := parse(rt, w.Model, read.Text, read.Variables)
		statement, err := w.compiler.Compile(q.only(v))
		must(rt, err)
		text, errs := attempt(rt, w.t.Context(), w.db, statement)
		answers = append(answers, text+string(codeOf(errs)))
	}
	return answers
}
