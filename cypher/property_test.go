package cypher_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/cypher/internal/plain"
	"partnernet/cypher/internal/random"
)

// How many reads are asked at most of each graph that is drawn, and how many of those that the plain reader knows nothing of: writing a graph
// takes longer than asking a few reads.
const readsPerGraph, statementsPerGraph = 10, 3

// Whatever is in the database and whatever is asked of it by whom: the answer is that of an interpreter that follows the schema's
// descriptions step by step over the same data. And what the viewer may not see does not exist for them: the answer stays the same, cursors
// and all, when it is deleted from the database. And a server asks the database once for each. All is asked of the same reads: the database takes far longer to plan
// one than to answer it.
func TestAnswersAreThoseOfThePlainReaderWhateverIsHidden(t *testing.T) {
	l, compared := open(t), 0
	ask, statements := l.asking()
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, l)
		v := drawViewer(rt)
		reads := w.drawReads(rt, readsPerGraph)
		compared += len(reads)
		for _, err := range inParallel(reads, func(r read) error { return w.compare(r, v) }) {
			must(rt, err)
		}
		w.Statements = true
		reads = append(reads, w.drawReads(rt, statementsPerGraph)...)
		for _, r := range reads {
			before := statements.Load()
			ask(r.Text, r.Variables)
			if got := statements.Load() - before; got != 1 {
				rt.Fatalf("%d statements for\n%#v", got, r.Read)
			}
		}
		reads = slices.DeleteFunc(reads, isSearch)
		before := w.answers(rt, reads, v)
		w.write(rt, w.Graph.Without(w.hiddenFrom(v)))
		for i, after := range w.answers(rt, reads, v) {
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
	question
}

// drawReads draws one read, or so many at most.
func (w *world) drawReads(rt *rapid.T, atMost int) []read {
	documents := random.Document(w.World)
	var reads []read
	for range rapid.IntRange(1, atMost).Draw(rt, "reads") {
		drawn := documents.Draw(rt, "read")
		reads = append(reads, read{drawn, parse(rt, w.Model, drawn.Text, drawn.Variables)})
	}
	return reads
}

// drawViewer draws a viewer: of any audiences beside the public one, and of each language.
func drawViewer(rt *rapid.T) viewer {
	visible := []int64{random.Audiences[0]}
	for _, number := range random.Audiences[1:] {
		if rapid.Bool().Draw(rt, "of the audience") {
			visible = append(visible, number)
		}
	}
	return viewer{visible: visible, language: random.Pick(rt, "language", random.Languages)}
}

// inParallel does something with each item: the database thinks about one statement in one thread.
func inParallel[T, R any](items []T, do func(T) R) []R {
	results := make([]R, len(items))
	var all sync.WaitGroup
	for i, item := range items {
		all.Go(func() { results[i] = do(item) })
	}
	all.Wait()
	return results
}

// world is a drawn graph that is in the database.
type world struct {
	random.World
	lab
}

func newWorld(rt *rapid.T, l lab) *world {
	w := &world{lab: l}
	w.World = random.World{Model: l.model, Graph: random.Graph(l.model, 5).Draw(rt, "graph"), Cursors: w.cursors}
	l.write(rt, w.Graph)
	return w
}

// compare asks the database and the plain reader the same. The error says where they differ.
func (w *world) compare(r read, v viewer) error {
	reader := &plain.Reader{
		Model: w.Model, Graph: w.Graph, Functions: witnesses(w.Model), Visible: v.visible, Language: v.language,
		Today: random.Today, Variables: r.variables, PageSize: pageSize, Cursors: r.Cursors,
	}
	want, code := reader.Root(r.fields()[0])
	got, errs, err := w.ask(r.only(v))
	if err != nil {
		return err
	}
	diff, err := difference(want, got)
	if err != nil || diff == "" && codeOf(errs) == code {
		return err
	}
	return fmt.Errorf("the answer is another than the plain reader's (-want +got):\n%s\nerrors: %v, and there should be: %q\nasked as %v:\n%#v",
		diff, errs, code, v, r.Read)
}

// isSearch tells searches. How well a record fits is told by the full-text index, which knows how frequent a word is among all
// records, the hidden ones too.
func isSearch(r read) bool { return strings.Contains(r.Text, "search(") }

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
