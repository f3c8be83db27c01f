package page_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"

	"partnernet/testworld/site"
	"partnernet/web"
)

// BenchmarkPicture measures the picture of made-up networks in a browser: how long it takes from the answer to the drawing, and how many frames a
// second there are while it is moved.
func BenchmarkPicture(b *testing.B) {
	for _, organisations := range []int{606, 10_000} {
		answer := madeUpPicture(organisations)
		b.Run(strconv.Itoa(organisations), func(b *testing.B) {
			v := visit(b, site.WithoutDatabase(b, answering(b, "Picture", answer), nil, web.Edge{}).URL)
			for b.Loop() {
				v.goTo("/nowhere?lang=en")
				value[bool](v, `(() => {
					const fill = CanvasRenderingContext2D.prototype.fill;
					CanvasRenderingContext2D.prototype.fill = function(...path) { window.drawn ??= performance.now(); fill.apply(this, path); };
					document.querySelector('a[href^="/picture"]').click();
				})(), true`)
				v.waits("window.drawn")
				b.ReportMetric(value[float64](v, "window.drawn - performance.getEntriesByType('resource').filter(({name}) => name.endsWith('/graphql')).at(-1).responseEnd"), "ms/drawing")
				b.ReportMetric(value[float64](v, framesWhileMoving), "frames/s")
			}
		})
	}
}

// framesWhileMoving moves the picture with each of 120 frames, and gives how many there were in a second.
const framesWhileMoving = `new Promise(resolve => {
	const picture = document.querySelector('.picture'), times = [];
	requestAnimationFrame(function step(now) {
		if (times.push(now) === 120) return resolve(119_000 / (times.at(-1) - times[0]));
		picture.dispatchEvent(new KeyboardEvent('keydown', {key: times.length % 40 < 20 ? 'ArrowRight' : 'ArrowLeft'}));
		requestAnimationFrame(step);
	});
})`

// answering gives data to an operation of the page, which asks by the hash of its text, and none to others.
func answering(b *testing.B, name string, data any) http.HandlerFunc {
	b.Helper()
	text, err := os.ReadFile("operations/" + name + ".graphql")
	if err != nil {
		b.Fatal(err)
	}
	hash := fmt.Sprintf("%x", sha256.Sum256(text))
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		answer := any(map[string]any{})
		if strings.Contains(string(body), hash) {
			answer = data
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"data": answer}) // a browser that went away does not want it
	}
}

// madeUpPicture gives so many organisations in both countries, each tied to one or two that are near it in the list, and one in ten to anybody.
func madeUpPicture(organisations int) any {
	chance := rand.New(rand.NewPCG(1, 1))
	id := func(i int) string { return fmt.Sprintf("made-up-%d", i) }
	tied, ties := make([]any, organisations), 0
	for i := range tied {
		to := []string{}
		for range 1 + chance.IntN(2) {
			other := i + 1 + chance.IntN(30)
			if chance.IntN(10) == 0 {
				other = i + 1 + chance.IntN(organisations)
			}
			if other < organisations {
				to = append(to, id(other))
			}
		}
		ties += len(to)
		tied[i] = map[string]any{
			"organisation": map[string]any{"id": id(i), "legalName": fmt.Sprintf("Made-up organisation %d", i), "country": []string{"NO", "SE"}[i*2/organisations]},
			"tiedTo":       to, "community": 1 + i/40, "betweenness": chance.Float64(),
		}
	}
	return map[string]any{"networkMetrics": map[string]any{
		"organisations": organisations, "ties": ties, "crossBorderTies": 0, "tied": tied, "missingTies": []any{},
	}}
}
