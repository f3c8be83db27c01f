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
	l := open(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, l)
		w.Statements = true
		v := drawViewer(rt)
		reads := w.drawReads(rt, random.Document(w.World).Filter(isNoSearch))
		before := w.answers(rt, reads, v)
		w.write(rt, w.Graph.Without(w.hiddenFrom(v)))
		for i, after := range w.answers(rt, reads, v) {
			if diff := cmp.Diff(after, before[i]); diff != "" {
				rt.Fatalf("Something hidden shows (-without it +with it):\n%s\nasked as %v:\n%#v", diff, v, reads[i].Read)
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

// answers gives the answers of reads to one viewer.
func (w *world) answers(rt *rapid.T, reads []read, v viewer) []string {
	type answered struct {
		text string
		err  error
	}
	var texts []string
	for _, a := range inParallel(reads, func(r read) answered {
		text, errs, err := w.ask(r.only(v))
		return answered{text + string(codeOf(errs)), err}
	}) {
		must(rt, a.err)
		texts = append(texts, a.text)
	}
	return texts
}
