package signin_test

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"partnernet/access"
	"partnernet/signin"
	"partnernet/testdb"
)

// Who was looked up a moment ago is not looked up again, and what has ended since is refused: whichever server ended it, and however.
func TestWhoIsRememberedIsLookedUpAgainOnceSomethingHasEnded(t *testing.T) {
	w := newWorld(t)
	counted, statements := testdb.Count(w.options.DB)
	here := w.options
	here.DB = counted
	desk := signin.New(here) // the other server is the world's own
	handler := desk.Recognised(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		caller, _ := signin.CallerOf(r.Context())
		if err := caller.StillSignedIn(r.Context(), w.state()); err != nil {
			refuse(rw, r, http.StatusOK, err)
			return
		}
		tellCaller(rw, r)
	}))
	requestOf := func(b *browser) *http.Request {
		request := httptest.NewRequestWithContext(t.Context(), "GET", w.url, nil)
		request.Header.Set("Authorization", b.headers["Authorization"])
		for _, cookie := range b.jar.Cookies(w.options.Address) {
			request.AddCookie(cookie)
		}
		return request
	}
	ask := func(r *http.Request) string {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, r)
		return answer.Body.String()
	}
	const reads = keeper + " true"
	withToken := func() (r *http.Request, id string) {
		id, b := w.token(signin.TokenRequest{Name: "ends", Right: signin.Write})
		return requestOf(b), id
	}
	for why, ended := range map[string]func() *http.Request{
		"a token is revoked": func() *http.Request {
			r, id := withToken()
			ask(r)
			w.must(w.desk.RevokeToken(t.Context(), keeper, id))
			return r
		},
		"somebody signs out": func() *http.Request {
			b := w.signedIn()
			r := requestOf(b)
			ask(r)
			b.send("POST", "/sign-out", "")
			return r
		},
		"an account is closed": func() *http.Request {
			r, _ := withToken()
			ask(r)
			w.run(w.options.DB, "MATCH (a:Account), (access:Access) SET a.state = 'SUSPENDED', access.version = access.version + 1")
			return r
		},
		"a token expires": func() *http.Request {
			r, _ := withToken()
			w.now = w.now.AddDate(0, 0, 90).Add(-time.Millisecond)
			ask(r)
			w.now = w.now.Add(time.Millisecond)
			return r
		},
	} {
		t.Run(why, func(t *testing.T) {
			w.run(w.options.DB, "MATCH (a:Account) SET a.state = 'ACTIVE'")
			other, _ := withToken()
			before := statements.Load()
			if got := ask(other); got != reads {
				t.Fatalf("at first it is %q", got)
			}
			asked := statements.Load() - before
			if got := ask(other); got != reads || statements.Load()-before != asked {
				t.Errorf("again it is %q, with %d statements", got, statements.Load()-before-asked)
			}
			if got := ask(ended()); got != "UNAUTHENTICATED" {
				t.Errorf("then it is %q", got)
			}
		})
	}
}

// state gives the state of the database that decides who may see what.
func (w *world) state() access.AsOf {
	w.t.Helper()
	state, err := access.Read(w.t.Context(), w.options.DB.ReadRows, "", w.now)
	w.must(err)
	return state.AsOf
}
