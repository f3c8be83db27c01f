package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shirou/gopsutil/v4/process"
)

// sample is one operation as one subject answered it in one round.
type sample struct {
	p50, p99  time.Duration // one client
	perSecond float64       // many clients
	cpu       time.Duration // a request, all processes but the one that asks, many clients
}

// asking is how a round goes: for how long, by how many.
type asking struct {
	time    time.Duration
	clients int
}

// measure has one client ask for a time, and then many.
func (a asking) measure(ctx context.Context, s subject, o *operation, used func() (time.Duration, error)) (sample, error) {
	times, _, err := a.ask(ctx, s, o, 1)
	if err != nil {
		return sample{}, err
	}
	before, err := used()
	if err != nil {
		return sample{}, err
	}
	many, took, err := a.ask(ctx, s, o, a.clients)
	if err != nil {
		return sample{}, err
	}
	after, err := used()
	return sample{
		p50: quantile(times, 0.50), p99: quantile(times, 0.99),
		perSecond: float64(len(many)) / took.Seconds(),
		cpu:       (after - before) / time.Duration(len(many)),
	}, err
}

// ask has clients ask one after another without a pause, and gives the time that each answer took.
func (a asking) ask(ctx context.Context, s subject, o *operation, clients int) ([]time.Duration, time.Duration, error) {
	start := time.Now()
	times, errs := make([][]time.Duration, clients), make([]error, clients)
	var working sync.WaitGroup
	for c := range clients {
		working.Go(func() {
			for i := c; time.Since(start) < a.time && errs[c] == nil; i++ {
				began := time.Now()
				_, errs[c] = s.ask(ctx, o, i%len(o.variables))
				times[c] = append(times[c], time.Since(began))
			}
		})
	}
	working.Wait()
	return slices.Concat(times...), time.Since(start), errors.Join(errs...)
}

func quantile(times []time.Duration, q float64) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[min(int(float64(len(sorted))*q), len(sorted)-1)]
}

// compared is how many questions of each operation must have the same answer from all.
const compared = 25

// agreeAll asks that all ways answer an operation alike.
func agreeAll(ctx context.Context, o *operation, ways []way) error {
	ways = waysOf(o, ways)
	for _, other := range ways[1:] {
		if err := agree(ctx, o, ways[0].subject, other.subject); err != nil {
			return err
		}
	}
	return nil
}

// soaked is how many times memory is looked at while a server is asked for a long time.
const soaked = 10

// soak has clients ask all operations by turns, and tells how much memory the server takes meanwhile.
func (a asking) soak(ctx context.Context, s subject, operations []operation, server *process.Process, out io.Writer) error {
	fmt.Fprintf(out, "\n| asked for | resident memory |\n|--:|--:|\n")
	turn := asking{a.time / soaked / time.Duration(len(operations)), a.clients}
	for part := range soaked {
		for i := range operations {
			if _, _, err := turn.ask(ctx, s, &operations[i], a.clients); err != nil {
				return err
			}
		}
		memory, err := server.MemoryInfo()
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "| %s | %d MiB |\n", a.time/soaked*time.Duration(part+1), memory.RSS>>20)
	}
	return nil
}

// agree asks that two subjects answer the same.
func agree(ctx context.Context, o *operation, one, other subject) error {
	for question := range min(compared, len(o.variables)) {
		var values [2]any
		for i, s := range []subject{one, other} {
			answer, err := s.ask(ctx, o, question)
			if err != nil {
				return fmt.Errorf("%s: %w", o.name, err)
			}
			if values[i], err = s.value(answer); err != nil {
				return fmt.Errorf("%s: %w", o.name, err)
			}
		}
		if diff := cmp.Diff(values[0], values[1]); diff != "" {
			return fmt.Errorf("%s: with %v the answers differ: %s", o.name, o.variables[question], diff)
		}
	}
	return nil
}
