package cypher_test

import (
	"context"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"

	"partnernet/store"
)

type timing struct {
	took time.Duration
	text string
}

var timings []timing

func observeTiming(_ context.Context, s store.Statement, took time.Duration, err error) {
	timings = append(timings, timing{took, s.Text})
}

func reportTimings() {
	var w, r time.Duration
	var nw, nr int
	for _, t := range timings {
		if strings.HasPrefix(t.text, "RETURN") {
			r += t.took
			nr++
		} else {
			w += t.took
			nw++
		}
	}
	sort.Slice(timings, func(i, j int) bool { return timings[i].took > timings[j].took })
	fmt.Println("writes", nw, w, "reads", nr, r)
	for i := range min(5, len(timings)) {
		fmt.Println(timings[i].took, len(timings[i].text)); dump(i, timings[i].text)
	}
}

func init() { dump = func(i int, text string) { _ = os.WriteFile(fmt.Sprintf("/tmp/mine/slow%d.cypher", i), []byte(text), 0o644) } }

var dump func(int, string)
