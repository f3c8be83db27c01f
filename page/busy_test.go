package page_test

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"partnernet/fault"
	"partnernet/web"
)

// busyServer gives a server of the founding case that sends the first so many operations away, to come again after a time, as one does that is overloaded.
func busyServer(t *testing.T) (server *httptest.Server, away *atomic.Int32, after *time.Duration) {
	t.Helper()
	at, err := url.Parse(foundingServer(t).URL)
	if err != nil {
		t.Fatal(err)
	}
	passOn := httputil.NewSingleHostReverseProxy(at)
	away, after = &atomic.Int32{}, new(time.Duration)
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/graphql" && away.Add(-1) >= 0 {
			web.Refuse(w, r, http.StatusServiceUnavailable, fault.New(fault.Unavailable, "The server is too busy now. Try again in a moment.").Again(*after))
			return
		}
		passOn.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	return server, away, after
}

// A page that is sent away asks again after as long as it is told, and shows what it asked for. Where that is too long to wait for, it says how long.
func TestAPageBeforeABusyServer(t *testing.T) {
	server, away, after := busyServer(t)
	v := visit(t, server.URL)
	v.wrong.expected = "503"
	*after = time.Second
	away.Store(6)
	v.goTo("/networks?lang=en")
	v.shows("MITTSEC")
	if left := away.Load(); left > 0 {
		t.Errorf("%d operations that were to be sent away were not asked", left)
	}
	*after = time.Minute
	away.Store(1_000)
	v.do(chromedp.Navigate(v.server + "/networks/MITTSEC?lang=en"))
	v.waits("document.querySelector('.problem')?.textContent.includes('Try again in 60 s.')")
	away.Store(0)
	v.clickIn("document.querySelector('.problem')", "Try again")
	v.waits("!document.querySelector('.problem') && document.querySelector('main h1')?.textContent.includes('MITTSEC')")
}
