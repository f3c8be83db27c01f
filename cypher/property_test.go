package cypher_test

import (
	"fmt"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"partnernet/cypher/internal/plain"
	"partnernet/cypher/internal/random"
)

// readsPerGraph is how many reads are asked at most of each graph that is drawn: writing one takes longer than asking a few reads.
const readsPerGraph = 10

// Whatever is in the database and whatever is asked of it by whom: the answer is that of an interpreter that follows the schema's
// descriptions step by step over the same data.
func TestAnswersAreThoseOfThePlainReader(t *testing.T) {
	l, compared := open(t), 0
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, l)
		reads := w.drawReads(rt, random.Document(w.World))
		compared += len(reads)
		for _, err := range inParallel(reads, w.compare) {
			must(rt, err)
		}
	})
	t.Logf("%d answers compared", compared)
}

// read is a read that somebody asks.
type read struct {
	random.Read
	question
	viewer
}

// drawReads draws reads, each asked by somebody.
func (w *world) drawReads(rt *rapid.T, documents *rapid.Generator[random.Read]) []read {
	var reads []read
	for range rapid.IntRange(1, readsPerGraph).Draw(rt, "reads") {
		drawn := documents.Draw(rt, "read")
		reads = append(reads, read{drawn, parse(rt, w.Model, drawn.Text, drawn.Variables), drawViewer(rt)})
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
func (w *world) compare(r read) error {
	reader := &plain.Reader{
		Model: w.Model, Graph: w.Graph, Functions: witnesses(w.Model), Visible: r.visible, Language: r.language,
		Today: random.Today, Variables: r.variables, PageSize: pageSize, Cursors: r.Cursors,
	}
	want, code := reader.Root(r.fields()[0])
	got, errs, err := w.ask(r.only(r.viewer))
	if err != nil {
		return err
	}
	diff, err := difference(want, got)
	if err != nil || diff == "" && codeOf(errs) == code {
		return err
	}
	return fmt.Errorf("the answer is another than the plain reader's (-want +got):\n%s\nerrors: %v, and there should be: %q\nasked as %v:\n%#v",
		diff, errs, code, r.viewer, r.Read)
}
