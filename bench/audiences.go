package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"gonum.org/v1/gonum/stat"

	"partnernet/store"
)

const (
	audienceCount = 40  // of whom the coordinator is, beside those that there always are
	firstAudience = 100 // the number of the first of them
	turnWrites    = 60  // commands that are done in a turn; the first few are the database's to learn from
	learnt        = 10
)

// states are statements that bring about a registry where all is public, and the same where a fifth of all records is for members of one of forty networks. The last digits of an id decide, which
// are drawn with it.
var states = []string{
	`
MATCH (r:Record)
WHERE r.audience <> 0
CALL (r) {
  SET r.audience = 0
} IN TRANSACTIONS OF 5000 ROWS`,
	`
MATCH (r:Record)
WHERE r.audience = 0 AND right(r.id, 2) < '33'
WITH r, 16 * size(split('0123456789abcdef', substring(r.id, 30, 1))[0]) + size(split('0123456789abcdef', substring(r.id, 31, 1))[0]) AS drawn
CALL (r, drawn) {
  SET r.audience = $first + drawn % $count
} IN TRANSACTIONS OF 5000 ROWS`,
}

// Before all, the records remember for whom they are drawn, and after all that is so again.
const (
	remember = `
MATCH (r:Record)
WHERE r.audience <> 0
CALL (r) {
  SET r.drawnFor = r.audience
} IN TRANSACTIONS OF 5000 ROWS`
	restore = `
MATCH (r:Record)
WHERE r.audience <> coalesce(r.drawnFor, 0) OR r.drawnFor IS NOT NULL
CALL (r) {
  SET r.audience = coalesce(r.drawnFor, 0), r.drawnFor = null
} IN TRANSACTIONS OF 5000 ROWS`
)

// compareAudiences measures what it costs that not all is public: reads of anybody where all is, beside those of a coordinator of forty audiences who sees all where a
// fifth is for some; and commands of the same coordinator in either state. The states take turns, over one database and one server.
func (w *world) compareAudiences(ctx context.Context, f *flags, server *child, out io.Writer) (err error) {
	if err := errors.Join(w.makeAudiences(ctx), w.alone(ctx, remember, nil)); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.enter(ctx, restore)) }()
	public, err := newEndpoint(server.url, f.Clients, w.operations, asRegistry)
	if err != nil {
		return err
	}
	seen := *public
	seen.token = server.token
	if err := w.compareReads(ctx, f, []subject{public, &seen}, out); err != nil {
		return err
	}
	return w.compareCommands(ctx, f, server, out)
}

// makeAudiences makes the audiences, of one network each.
func (w *world) makeAudiences(ctx context.Context) error {
	networks := make([]any, audienceCount)
	for i := range networks {
		networks[i] = map[string]any{"number": firstAudience + i, "network": id("Network", i)}
	}
	return run(ctx, w.db, store.Statement{Text: `
UNWIND $networks AS row
MATCH (network:Record {id: row.network})
MERGE (audience:Audience {number: row.number})
SET audience.class = 'MEMBERS'
MERGE (audience)-[:AUDIENCE_OF]->(network)`, Params: map[string]any{"networks": networks}})
}

// enter brings the registry into a state by its statement, and has what viewers see be worked out anew.
func (w *world) enter(ctx context.Context, state string) error {
	if err := w.alone(ctx, state, map[string]any{"first": firstAudience, "count": audienceCount}); err != nil {
		return err
	}
	return run(ctx, w.db, store.Statement{Text: "MATCH (access:Access) SET access.version = access.version + 1"}, store.Statement{Text: "CALL db.awaitIndexes(600)"})
}

// compareReads measures each operation in both states, which take turns, and asks that the answers are the same.
func (w *world) compareReads(ctx context.Context, f *flags, by []subject, out io.Writer) error {
	samples := map[string]*[2][]sample{}
	answers := map[string]any{}
	for round := range 2 * f.Rounds {
		turn := (round + round/2) % 2 // one, other, other, one
		if err := w.enter(ctx, states[turn]); err != nil {
			return err
		}
		for i := range w.operations {
			o := &w.operations[i]
			if err := sameAs(ctx, answers, o, by[turn]); err != nil {
				return err
			}
			if _, _, err := (asking{f.Time / 4, f.Clients}).ask(ctx, by[turn], o, f.Clients); err != nil {
				return err
			}
			s, err := asking{f.Time, f.Clients}.measure(ctx, by[turn], o, func() (time.Duration, error) { return 0, nil })
			if err != nil {
				return fmt.Errorf("%s: %w", o.name, err)
			}
			if samples[o.name] == nil {
				samples[o.name] = new([2][]sample)
			}
			samples[o.name][turn] = append(samples[o.name][turn], s)
		}
	}
	fmt.Fprintln(out, "| operation | all public, p50 | a fifth not, p50 | × | all public, per second | a fifth not, per second | × |\n|---|--:|--:|--:|--:|--:|--:|")
	var slower, fewer []float64
	for _, o := range w.operations {
		public, fifth := samples[o.name][0], samples[o.name][1]
		times, rates := shareOf(fifth, public, p50), shareOf(fifth, public, perSecond)
		slower, fewer = append(slower, times.median), append(fewer, rates.median)
		fmt.Fprintf(out, "| %s | %s | %s | %s | %.0f | %.0f | %s |\n", o.name, milliseconds(median(public, p50)), milliseconds(median(fifth, p50)), times,
			median(public, perSecond), median(fifth, perSecond), rates)
	}
	fmt.Fprintf(out, "\nGeometric mean: %.2f times as long for one client, %.2f times as many a second for %d.\n", stat.GeometricMean(slower, nil), stat.GeometricMean(fewer, nil), f.Clients)
	return nil
}

// sameAs asks that an operation is answered as it was when it was first asked.
func sameAs(ctx context.Context, answers map[string]any, o *operation, s subject) error {
	for question := range min(compared, len(o.variables)) {
		answer, err := s.ask(ctx, o, question)
		if err != nil {
			return fmt.Errorf("%s: %w", o.name, err)
		}
		body, _ := answer.([]byte)
		key := fmt.Sprint(o.name, question)
		if first, known := answers[key]; known && first != string(body) {
			return fmt.Errorf("%s: with %v the answers differ:\n%s\n%s", o.name, o.variables[question], first, body)
		}
		answers[key] = string(body)
	}
	return nil
}

// compareCommands measures commands in both states, one client, and takes away again what they have written.
func (w *world) compareCommands(ctx context.Context, f *flags, server *child, out io.Writer) error {
	writes, err := readWrites(f.Scale)
	if err != nil {
		return err
	}
	e, err := server.commanding()
	if err != nil {
		return err
	}
	began := time.Now().UTC()
	if err := w.newNetwork(ctx, began); err != nil {
		return err
	}
	medians := map[string]*[2][]time.Duration{}
	number := 0
	for round := range 2 * f.Rounds {
		turn := (round + round/2) % 2
		if err := w.enter(ctx, states[turn]); err != nil {
			return err
		}
		for i := range writes {
			var times []time.Duration
			for done := range turnWrites {
				start := time.Now()
				if err := e.command(ctx, &writes[i], number); err != nil {
					return fmt.Errorf("%s: %w", writes[i].name, err)
				}
				if number++; done >= learnt {
					times = append(times, time.Since(start))
				}
			}
			if medians[writes[i].name] == nil {
				medians[writes[i].name] = new([2][]time.Duration)
			}
			medians[writes[i].name][turn] = append(medians[writes[i].name][turn], quantile(times, 0.5))
		}
	}
	fmt.Fprintln(out, "\n| command | all public, p50 | a fifth not, p50 | × |\n|---|--:|--:|--:|")
	for _, o := range writes {
		public, fifth := middleOf(medians[o.name][0]), middleOf(medians[o.name][1])
		fmt.Fprintf(out, "| %s | %s | %s | %.2f |\n", o.name, milliseconds(public), milliseconds(fifth), fifth/public)
	}
	return w.takeAway(ctx, began)
}

func middleOf(times []time.Duration) float64 {
	var values []float64
	for _, t := range slices.Sorted(slices.Values(times)) {
		values = append(values, float64(t))
	}
	return middle(values)
}
