package main

import (
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

// table is what was measured: by operation and way, a sample of each round, and what the first ask took.
type table struct {
	ways    []way
	samples map[[2]string][]sample
	first   map[[2]string][]time.Duration
}

// measure has the ways take turns, in another order each round, so that what else the machine does falls on all of them.
func (f *flags) measure(ctx context.Context, operations []operation, ways []way) (*table, error) {
	t := &table{ways: ways, samples: map[[2]string][]sample{}}
	warm := asking{f.Time / 2, f.Clients}
	for i := range operations {
		for _, w := range waysOf(&operations[i], ways) {
			if _, _, err := warm.ask(ctx, w.subject, &operations[i], f.Clients); err != nil {
				return nil, err
			}
		}
	}
	for round := range f.Rounds {
		for i := range operations {
			turns := waysOf(&operations[i], ways)
			for turn := range turns {
				w := turns[(turn+round)%len(turns)]
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

// waysOf gives the ways in which an operation can be asked.
func waysOf(o *operation, ways []way) []way {
	return slices.DeleteFunc(slices.Clone(ways), func(w way) bool { return o.text(w.name) == "" })
}

// share is a figure of one way over that of another in the same round: the median of the rounds, and the least and the most of them.
type share struct{ median, least, most float64 }

// shareOf compares the rounds of two ways.
func shareOf(samples, others []sample, of func(sample) float64) share {
	shares := make([]float64, len(samples))
	for i := range samples {
		shares[i] = of(samples[i]) / of(others[i])
	}
	slices.Sort(shares)
	return share{middle(shares), shares[0], shares[len(shares)-1]}
}

func (s share) String() string { return fmt.Sprintf("%.2f (%.2f–%.2f)", s.median, s.least, s.most) }

func p50(s sample) float64       { return float64(s.p50) }
func p99(s sample) float64       { return float64(s.p99) }
func cpuOf(s sample) float64     { return float64(s.cpu) }
func perSecond(s sample) float64 { return s.perSecond }

// median gives a figure's median over the rounds.
func median(samples []sample, of func(sample) float64) float64 {
	values := make([]float64, len(samples))
	for i, s := range samples {
		values[i] = of(s)
	}
	slices.Sort(values)
	return middle(values)
}

func middle(sorted []float64) float64 { return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2 }

// print writes the table as Markdown. Ratios are to the first way of an operation, the floor: of throughput more is better, of latency less.
func (t *table) print(out io.Writer, operations []operation, trips map[string]float64) {
	fmt.Fprintln(out, "| operation | way | first ask | p50, 1 client | × floor | p99, 1 client | per second, many | × floor | CPU a request | round trips |")
	fmt.Fprintln(out, "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
	shares := map[string][]float64{}
	for i := range operations {
		for _, w := range waysOf(&operations[i], t.ways) {
			shares[w.name] = append(shares[w.name], t.printRow(out, &operations[i], w.name, trips))
		}
	}
	t.printFirstAsks(out, operations)
	for _, w := range t.ways[1:] {
		fmt.Fprintf(out, "\nGeometric mean of the throughput of %s over the floor's: %.2f.\n", w.name, stat.GeometricMean(slices.DeleteFunc(shares[w.name], unknown), nil))
	}
}

// unknown says that a share is of an operation that has no floor.
func unknown(share float64) bool { return share == 0 }

// printRow writes what an operation took in a way, and gives its throughput over the floor's, 0 when there is no floor.
func (t *table) printRow(out io.Writer, o *operation, way string, trips map[string]float64) float64 {
	samples, counted, slower, throughput := t.samples[[2]string{o.name, way}], "", "", ""
	first := quantile(t.first[[2]string{o.name, way}], 0.5)
	if way == asRegistry {
		counted = fmt.Sprintf("%.2f", trips[o.name])
	}
	known := 0.0
	if floor := t.samples[[2]string{o.name, byHand}]; floor != nil {
		share := shareOf(samples, floor, perSecond)
		slower, throughput, known = shareOf(samples, floor, p50).String(), share.String(), share.median
	}
	fmt.Fprintf(out, "| %s | %s | %s | %s | %s | %s | %.0f | %s | %s | %s |\n", o.name, way, milliseconds(float64(first)), milliseconds(median(samples, p50)), slower,
		milliseconds(median(samples, p99)), median(samples, perSecond), throughput, milliseconds(median(samples, cpuOf)), counted)
	return known
}

func milliseconds(nanoseconds float64) string {
	return fmt.Sprintf("%.2f ms", nanoseconds/float64(time.Millisecond))
}
