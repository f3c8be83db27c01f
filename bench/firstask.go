package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"partnernet/store"
)

// timeFirstAsks times the first ask of each operation in each way: before it the database forgets all that it has planned. The ways take turns in each round.
func (w *world) timeFirstAsks(ctx context.Context, ways []way, rounds int) (times map[[2]string][]time.Duration, err error) {
	times = map[[2]string][]time.Duration{}
	for round := range rounds {
		for i := range w.operations {
			o := &w.operations[i]
			turns := waysOf(o, ways)
			for turn := range turns {
				way := turns[(turn+round)%len(turns)]
				if err := run(ctx, w.db, store.Statement{Text: "CALL db.clearQueryCaches()"}); err != nil {
					return nil, err
				}
				start := time.Now()
				if _, err := way.subject.ask(ctx, o, round%len(o.variables)); err != nil {
					return nil, fmt.Errorf("the first ask of %s, %s: %w", o.name, way.name, err)
				}
				key := [2]string{o.name, way.name}
				times[key] = append(times[key], time.Since(start))
			}
		}
	}
	return times, nil
}

// firstAsk is what the first ask of an operation takes: the median of all rounds.
type firstAsk struct {
	operation string
	takes     time.Duration
}

// firstAsksOf gives what the first asks of a way take, the shortest first.
func (t *table) firstAsksOf(w way, operations []operation) []firstAsk {
	var all []firstAsk
	for i := range operations {
		if times := t.first[[2]string{operations[i].name, w.name}]; times != nil {
			all = append(all, firstAsk{operations[i].name, quantile(times, 0.5)})
		}
	}
	slices.SortStableFunc(all, func(a, b firstAsk) int { return cmp.Compare(a.takes, b.takes) })
	return all
}

// printFirstAsks tells of each way what the first ask takes: the middle one of its operations, and the one that takes longest.
func (t *table) printFirstAsks(out io.Writer, operations []operation) {
	for _, w := range t.ways {
		asks := t.firstAsksOf(w, operations)
		if len(asks) == 0 {
			continue
		}
		middle, longest := asks[len(asks)/2], asks[len(asks)-1]
		fmt.Fprintf(out, "\nFirst ask, %s: %s in the middle of %d operations, %s at most (%s).\n", w.name,
			milliseconds(float64(middle.takes)), len(asks), milliseconds(float64(longest.takes)), longest.operation)
	}
}
