package registry

import (
	"encoding/hex"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// longestKey is how many bytes of a key count: an index takes no more than 8 kB, and nobody reads on after some hundred letters to tell
// which of two names comes first.
const longestKey = 2_000

// SortKey gives the key by which names are put in order: the byte order of the keys is the Swedish alphabetical order
// of the names, which also gives Norwegian æ and ø their places (å, ä and æ, ö and ø, after z). One order for all is
// needed since a list mixes both sides of the border.
func SortKey(name string) string {
	var buffer collate.Buffer
	order, _ := orders.Get().(*collate.Collator)
	defer orders.Put(order)
	key := order.KeyFromString(&buffer, name)
	return hex.EncodeToString(key[:min(len(key), longestKey)])
}

// orders are collators, each for one goroutine at a time: to make one takes ten times as long as to use it.
var orders = sync.Pool{New: func() any { return collate.New(language.Swedish) }}
