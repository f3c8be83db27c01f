package limits

import (
	"context"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/maypok86/otter/v2"
)

// cache is one of gqlgen's caches that is bounded in bytes: a bound on entries says nothing of memory when clients choose how large they are.
type cache[T any] struct {
	entries *otter.Cache[string, T]
}

var _ graphql.Cache[string] = cache[string]{}

// newCache gives a cache that holds so many bytes; weight gives those of an entry.
func newCache[T any](bytes uint64, weight func(key string, value T) int) cache[T] {
	return cache[T]{otter.Must(&otter.Options[string, T]{
		MaximumWeight: max(bytes, 1),
		Weigher: func(key string, value T) uint32 {
			return uint32(min(weight(key, value), math.MaxUint32))
		},
		// Entries are put out by the caller that puts one in: no goroutine goes on beside the requests, and the bound holds at once.
		Executor: func(task func()) { task() },
	})}
}

// Get looks an entry up.
func (c cache[T]) Get(_ context.Context, key string) (T, bool) { return c.entries.GetIfPresent(key) }

// Add keeps an entry, if there is room for it at all.
func (c cache[T]) Add(_ context.Context, key string, value T) { c.entries.Set(key, value) }
