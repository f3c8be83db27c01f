package cypher_test

import (
	"testing"

	"pgregory.net/rapid"

	"partnernet/cypher"
	"partnernet/cypher/internal/plain"
	"partnernet/cypher/internal/random"
	"partnernet/model"
	"partnernet/store"
)

// questionsPerGraph is how many reads are asked of each graph that is drawn: writing one takes longer than asking a few reads.
const questionsPerGraph = 5

// Whatever is in the database and whatever is asked of it by whom: the answer is that of an interpreter that follows the schema's
// descriptions step by step over the same data.
func TestAnswersAreThoseOfThePlainReader(t *testing.T) {
	db, m, c := open(t), schema(t), compiler(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(rt, t, db, m, c)
		for range questionsPerGraph {
			w.compare(rt, random.Document(w.World).Draw(rt, "read"), drawViewer(rt))
		}
	})
}

// drawViewer draws a viewer: of each clearance, and of each language.
func drawViewer(rt *rapid.T) viewer {
	clearance := len(random.Sensitivities) - rapid.IntRange(0, len(random.Sensitivities)-1).Draw(rt, "withheld")
	return viewer{visible: random.Sensitivities[:clearance], language: rapid.SampledFrom(random.Languages).Draw(rt, "language")}
}

// world is a drawn graph that is in the database.
type world struct {
	random.World
	t        testing.TB
	db       *store.DB
	compiler *cypher.Compiler
}

func newWorld(rt *rapid.T, t testing.TB, db *store.DB, m *model.Model, c *cypher.Compiler) *world {
	w := &world{t: t, db: db, compiler: c}
	w.World = random.World{Model: m, Graph: random.Graph(m, 3).Draw(rt, "graph"), Cursors: w.cursors}
	write(rt, t.Context(), db, m, w.Graph)
	return w
}

// compare asks the database and the plain reader the same, and fails where they differ.
func (w *world) compare(rt *rapid.T, read random.Read, v viewer) {
	rt.Helper()
	q := parse(rt, w.Model, read.Text, read.Variables)
	reader := &plain.Reader{
		Model: w.Model, Graph: w.Graph, Functions: witnesses(w.Model), Visible: v.visible, Language: v.language,
		Today: random.Today, Variables: q.variables, Cursors: read.Cursors,
		PageSize: pageSize,
	}
	for _, f := range q.fields() {
		want, code := reader.Root(f)
		statement, err := w.compiler.Compile(q.request(f, v, random.Today))
		must(rt, err)
		got, errs := attempt(rt, w.t.Context(), w.db, statement)
		diff, err := difference(want, got)
		must(rt, err)
		if diff != "" || codeOf(errs) != code {
			rt.Fatalf("The answer is another than the plain reader's (-want +got):\n%s\nerrors: %v, and there should be: %q\nasked as %v:\n%s\nwith %v",
				diff, errs, code, v, read.Text, read.Variables)
		}
	}
}
