package limits

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

// held gives what a cache holds, in bytes, when an entry weighs as much as its value is long.
func held(c cache[string]) (bytes int) {
	for _, value := range c.entries.All() {
		bytes += len(value)
	}
	return bytes
}

func TestCachesAreBoundedInBytes(t *testing.T) {
	const bound, entry = 100_000, 1000
	c := newCache(bound, func(_, value string) int { return len(value) })
	ctx := t.Context()
	var clients sync.WaitGroup
	for client := range 4 {
		clients.Go(func() {
			for i := range 1000 {
				key := strconv.Itoa(client) + "/" + strconv.Itoa(i)
				c.Add(ctx, key, strings.Repeat("x", entry))
				c.Get(ctx, key)
			}
		})
	}
	clients.Wait()
	c.entries.CleanUp()
	if got := held(c); got > bound || got < bound/2 {
		t.Errorf("holds %d bytes, want about %d and no more", got, bound)
	}
	c.Add(ctx, "huge", strings.Repeat("x", bound+1))
	if _, ok := c.Get(ctx, "huge"); ok {
		t.Error("an entry larger than the cache is kept")
	}
}

func TestWhatWasAddedIsFound(t *testing.T) {
	c := newCache(1000, func(_, value string) int { return len(value) })
	ctx := t.Context()
	if _, ok := c.Get(ctx, "key"); ok {
		t.Error("found before it was added")
	}
	c.Add(ctx, "key", "value")
	if value, ok := c.Get(ctx, "key"); !ok || value != "value" {
		t.Errorf("got %q, %v", value, ok)
	}
}
