package store_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/store"
	"partnernet/testdb"
)

// BenchmarkRead compares Read, which sends a statement by itself, with the driver's ExecuteQuery, which begins and commits a transaction
// around it. RETURN 1 is the wire's own cost.
func BenchmarkRead(b *testing.B) {
	const text = "RETURN 1 AS value"
	c := testdb.Config(b)
	db := open(b, c)
	driver, err := neo4j.NewDriverWithContext(c.URI, neo4j.BasicAuth(c.Username, c.Password, ""))
	if err != nil {
		b.Fatal(err)
	}
	defer driver.Close(b.Context())
	for _, way := range []struct {
		name string
		read func(context.Context) error
	}{
		{"Read", func(ctx context.Context) error {
			_, err := db.Read(ctx, store.Statement{Text: text})
			return err
		}},
		{"ExecuteQuery", func(ctx context.Context) error {
			_, err := neo4j.ExecuteQuery(ctx, driver, text, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
			return err
		}},
	} {
		for _, clients := range []int{1, 16} {
			b.Run(fmt.Sprintf("%s/clients=%d", way.name, clients), func(b *testing.B) {
				measure(b, clients, way.read)
			})
		}
	}
}

// measure shares b.N calls among clients that call without a pause, and reports calls a second and the median time of one.
func measure(b *testing.B, clients int, call func(context.Context) error) {
	times := make([]time.Duration, b.N)
	var next atomic.Int64
	var working sync.WaitGroup
	b.ResetTimer()
	for range clients {
		working.Go(func() {
			for i := next.Add(1); i <= int64(b.N); i = next.Add(1) {
				start := time.Now()
				if err := call(b.Context()); err != nil {
					b.Error(err)
					return
				}
				times[i-1] = time.Since(start)
			}
		})
	}
	working.Wait()
	b.StopTimer()
	slices.Sort(times)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "calls/s")
	b.ReportMetric(float64(times[b.N/2].Microseconds()), "p50-µs")
}
