package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

const (
	manyWriters  = 8
	writtenApart = 3 * time.Second // how long one writer and many write in each way
)

// compareTogether measures how many commands one writer does and how many several do beside each other, and the same by hand, where each write
// takes the same lock: first, as the registry must, or last.
func (w *world) compareTogether(ctx context.Context, server *child, scale int, out io.Writer) error {
	writes, err := readWrites(scale)
	if err != nil {
		return err
	}
	late, err := writeFiles.ReadFile("writes/recordNeedLockLast.cypher")
	if err != nil {
		return err
	}
	began := time.Now().UTC()
	need := &writes[slices.IndexFunc(writes, func(o write) bool { return o.name == "recordNeed" })]
	lockLast := *need
	lockLast.cypher = string(late)
	e, err := server.commanding()
	if err != nil {
		return err
	}
	var number atomic.Int64
	fmt.Fprintln(out, "\n| recordNeed, a second | by hand | by hand, the lock taken last | registry |\n|---|--:|--:|--:|")
	var rates [3][2]float64
	for many, writers := range []int{1, manyWriters} {
		for i, do := range []func(int) error{
			func(n int) error { return w.byHand(ctx, need, n) },
			func(n int) error { return w.byHand(ctx, &lockLast, n) },
			func(n int) error { return e.command(ctx, need, n) },
		} {
			if rates[i][many], err = writtenBy(writers, func() error { return do(int(number.Add(1)) % (scale * organisationCount)) }); err != nil {
				return err
			}
		}
		fmt.Fprintf(out, "| %d writers | %.0f | %.0f | %.0f |\n", writers, rates[0][many], rates[1][many], rates[2][many])
	}
	fmt.Fprintf(out, "| × | %.2f | %.2f | %.2f |\n", rates[0][1]/rates[0][0], rates[1][1]/rates[1][0], rates[2][1]/rates[2][0])
	return w.takeAway(ctx, began)
}

// writtenBy has writers write for a while, and gives how much they do a second.
func writtenBy(writers int, write func() error) (perSecond float64, err error) {
	start := time.Now()
	var done atomic.Int64
	errs := make([]error, writers)
	var writing sync.WaitGroup
	for n := range writers {
		writing.Go(func() {
			for time.Since(start) < writtenApart && errs[n] == nil {
				errs[n] = write()
				done.Add(1)
			}
		})
	}
	writing.Wait()
	return float64(done.Load()) / time.Since(start).Seconds(), errors.Join(errs...)
}

// compareBesideImport measures commands that are done one after another while a list of members is imported.
func (w *world) compareBesideImport(ctx context.Context, server *child, scale int, out io.Writer) error {
	writes, err := readWrites(scale)
	if err != nil {
		return err
	}
	list := write{name: "importMembers"}
	if err := list.texts(); err != nil {
		return err
	}
	began := time.Now().UTC()
	if err := w.newNetwork(ctx, began); err != nil {
		return err
	}
	imported := make(chan error, 1)
	go func() { imported <- server.importMembers(ctx, list.mutation, newMembers(importedCount)) }()
	need := &writes[slices.IndexFunc(writes, func(o write) bool { return o.name == "recordNeed" })]
	e, err := server.commanding()
	if err != nil {
		return err
	}
	var times []time.Duration
	for number := 0; ; number++ {
		start := time.Now()
		if err := e.command(ctx, need, number); err != nil { // it may have waited for longer than the server lets it
			fmt.Fprintf(out, "\nA command beside the import failed after %s: %v\n", time.Since(start).Round(time.Millisecond), err)
		}
		times = append(times, time.Since(start))
		select {
		case err := <-imported:
			fmt.Fprintf(out, "\nBeside an import of %d members, which took %s, %d commands took %s in the median, %s for 99 of 100, and %s at most.\n", importedCount,
				time.Since(began).Round(time.Millisecond), len(times), milliseconds(float64(quantile(times, 0.5))), milliseconds(float64(quantile(times, 0.99))), milliseconds(float64(slices.Max(times))))
			return errors.Join(err, w.takeAway(ctx, began))
		default:
		}
	}
}
