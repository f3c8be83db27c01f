package plain_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/testworld/lab"
	"partnernet/testworld/plain"
	"partnernet/testworld/random"
)

func TestMain(m *testing.M) { lab.Main(m) }

// How many reads are asked at most of each graph that is drawn, and how many of those that the plain reader knows nothing of: writing a graph
// takes longer than asking a few reads.
const readsPerGraph, statementsPerGraph = 10, 3

// Whatever is in the database and whatever is asked of it by whom: the answer is that of an interpreter that follows the schema's
// descriptions step by step over the same data. And what the viewer may not see does not exist for them: the answer stays the same, cursors
// and all, when it is deleted from the database. And a server asks the database once for each. All is asked of the same reads: the database takes far longer to plan
// one than to answer it.
func TestAnswersAreThoseOfThePlainReaderWhateverIsHidden(t *testing.T) {
	l, compared := lab.Open(t), 0
	ask, statements := l.Asking()
	rapid.Check(t, func(rt *rapid.T) {
		w := lab.NewWorld(rt, l)
		v := lab.DrawViewer(rt)
		reads := drawReads(w, rt, readsPerGraph)
		compared += len(reads)
		for _, err := range lab.InParallel(reads, func(r read) error { return compare(w, r, v) }) {
			lab.Must(rt, err)
		}
		w.Statements = true
		reads = append(reads, drawReads(w, rt, statementsPerGraph)...)
		for _, r := range reads {
			before := statements.Load()
			ask(r.Text, r.Variables)
			if got := statements.Load() - before; got != 1 {
				rt.Fatalf("%d statements for\n%#v", got, r.Read)
			}
		}
		reads = slices.DeleteFunc(reads, isSearch)
		before := answers(w, rt, reads, v)
		w.Write(rt, w.Graph.Without(hiddenFrom(w, v)))
		for i, after := range answers(w, rt, reads, v) {
			if diff := cmp.Diff(after, before[i]); diff != "" {
				rt.Fatalf("Something hidden shows (-without it +with it):\n%s\nasked as %v:\n%#v", diff, v, reads[i].Read)
			}
		}
	})
	t.Logf("%d answers compared", compared)
}

// read is a read that is drawn, and what is parsed of it.
type read struct {
	random.Read
	parsed lab.Question
}

// drawReads draws one read, or so many at most.
func drawReads(w *lab.World, rt *rapid.T, atMost int) []read {
	documents := random.Document(w.World)
	var reads []read
	for range rapid.IntRange(1, atMost).Draw(rt, "reads") {
		drawn := documents.Draw(rt, "read")
		reads = append(reads, read{drawn, lab.Parse(rt, w.Model, drawn.Text, drawn.Variables)})
	}
	return reads
}

// compare asks the database and the plain reader the same. The error says where they differ.
func compare(w *lab.World, r read, v lab.Viewer) error {
	reader := &plain.Reader{
		Model: w.Model, Graph: w.Graph, Functions: lab.Witnesses(w.Model), Visible: v.Visible, Language: v.Language,
		Today: random.Today, Variables: r.parsed.Variables, PageSize: lab.PageSize, Cursors: r.Cursors,
	}
	want, code := reader.Root(r.parsed.Fields()[0])
	got, errs, err := w.Ask(r.parsed.Only(v))
	if err != nil {
		return err
	}
	diff, err := lab.Difference(want, got)
	if err != nil || diff == "" && lab.CodeOf(errs) == code {
		return err
	}
	return fmt.Errorf("the answer is another than the plain reader's (-want +got):\n%s\nerrors: %v, and there should be: %q\nasked as %v:\n%#v",
		diff, errs, code, v, r.Read)
}

// isSearch tells searches. How well a record fits is told by the full-text index, which knows how frequent a word is among all
// records, the hidden ones too.
func isSearch(r read) bool { return strings.Contains(r.Text, "search(") }

// hiddenFrom gives the nodes that do not exist for a viewer.
func hiddenFrom(w *lab.World, v lab.Viewer) []*plain.Node {
	reader := &plain.Reader{Model: w.Model, Graph: w.Graph, Visible: v.Visible}
	var hidden []*plain.Node
	for _, n := range w.Graph.Nodes {
		if !reader.Exists(n) {
			hidden = append(hidden, n)
		}
	}
	return hidden
}

// answers gives the answers of reads to one viewer.
func answers(w *lab.World, rt *rapid.T, reads []read, v lab.Viewer) []string {
	type answered struct {
		text string
		err  error
	}
	var texts []string
	for _, a := range lab.InParallel(reads, func(r read) answered {
		text, errs, err := w.Ask(r.parsed.Only(v))
		return answered{text + string(lab.CodeOf(errs)), err}
	}) {
		lab.Must(rt, a.err)
		texts = append(texts, a.text)
	}
	return texts
}
