package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"gonum.org/v1/gonum/stat"
)

// way is a way to answer operations, and the processor time that it has used so far.
type way struct {
	name    string
	subject subject
	used    func() (time.Duration, error)
}

// table is what was measured: by operation and way, a sample of each round.
type table struct {
	ways    []way
	samples map[[2]string][]sample
}

// measure has the ways take turns, in another order each round, so that what else the machine does falls on all of them.
func (f *flags) measure(ctx context.Context, operations []operation, ways []way) (*table, error) {
	t := &table{ways: ways, samples: map[[2]string][]sample{}}
	warm := asking{f.Time / 2, f.Clients}
	for i := range operations {
		for _, w := range ways {
			if _, _, err := warm.ask(ctx, w.subject, &operations[i], f.Clients); err != nil {
				return nil, err
			}
		}
	}
	for round := range f.Rounds {
		for i := range operations {
			for turn := range ways {
				w := ways[(turn+round)%len(ways)]
				s, err := asking{f.Time, f.Clients}.measure(ctx, w.subject, &operations[i], w.used)
				if err != nil {
					return nil, fmt.Errorf("%s, %s: %w", operations[i].name, w.name, err)
				}
				key := [2]string{operations[i].name, w.name}
				t.samples[key] = append(t.samples[key], s)
			}
		}
	}
	return t, nil
}

// figures are the medians over the rounds.
type figures struct {
	p50, p99, cpu time.Duration
	perSecond     float64
	noise         float64 // how far the rounds' throughputs are apart: largest less smallest, over their median
}

func (t *table) figures(operation, way string) figures {
	samples := t.samples[[2]string{operation, way}]
	perSecond := median(samples, func(s sample) float64 { return s.perSecond })
	slower := func(a, b sample) int { return cmp.Compare(a.perSecond, b.perSecond) }
	least, most := slices.MinFunc(samples, slower), slices.MaxFunc(samples, slower)
	return figures{
		p50:       time.Duration(median(samples, func(s sample) float64 { return float64(s.p50) })),
		p99:       time.Duration(median(samples, func(s sample) float64 { return float64(s.p99) })),
		cpu:       time.Duration(median(samples, func(s sample) float64 { return float64(s.cpu) })),
		perSecond: perSecond,
		noise:     (most.perSecond - least.perSecond) / perSecond,
	}
}

func median(samples []sample, of func(sample) float64) float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = of(s)
	}
	slices.Sort(values)
	return (values[(len(values)-1)/2] + values[len(values)/2]) / 2
}

// print writes the table as Markdown. Ratios are to the floor: throughput more is better, latency less.
func (t *table) print(out io.Writer, operations []operation, trips map[string]float64) {
	fmt.Fprintln(out, "| operation | way | p50, 1 client | × floor | p99, 1 client | per second, many | × floor | CPU a request | round trips | noise |")
	fmt.Fprintln(out, "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
	shares := map[string][]float64{}
	for _, o := range operations {
		floor := t.figures(o.name, t.ways[0].name)
		for _, w := range t.ways {
			g := t.figures(o.name, w.name)
			shares[w.name] = append(shares[w.name], g.perSecond/floor.perSecond)
			counted := ""
			if w.name == "registry" {
				counted = fmt.Sprintf("%.2f", trips[o.name])
			}
			fmt.Fprintf(out, "| %s | %s | %s | %.2f | %s | %.0f | %.2f | %s | %s | %.0f %% |\n", o.name, w.name, milliseconds(g.p50),
				float64(g.p50)/float64(floor.p50), milliseconds(g.p99), g.perSecond, g.perSecond/floor.perSecond, milliseconds(g.cpu), counted, 100*g.noise)
		}
	}
	for _, w := range t.ways[1:] {
		fmt.Fprintf(out, "\nGeometric mean of the throughput of %s over the floor's: %.2f.\n", w.name, stat.GeometricMean(shares[w.name], nil))
	}
}

func milliseconds(d time.Duration) string {
	return fmt.Sprintf("%.2f ms", float64(d)/float64(time.Millisecond))
}
