package web

import (
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// compressed sends what is larger than a packet in fewer bytes to whoever takes gzip. The length of an answer is made uncertain by some bytes,
// so that it does not tell which of the words sent stand in it. Streams stay as they are: each event is sent at once.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1400), gzhttp.RandomJitter(32, 0, false))
	if err != nil {
		panic(err) // the options are those above
	}
	zipped := wrap(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Upgrade") != "" || strings.Contains(r.Header.Get("Accept"), "text/event-stream") {
			next.ServeHTTP(w, r)
			return
		}
		zipped.ServeHTTP(w, r)
	})
}
