package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"partnernet/graph"
	"partnernet/signin"
)

func TestOnWhoseBehalfARequestReads(t *testing.T) {
	nobody, reader, keeper := t.Context(), signin.WithCaller(t.Context(), signin.Caller{Account: "r"}), signin.WithCaller(t.Context(), signin.Caller{Account: "k", MayWrite: true})
	for _, c := range []struct {
		why               string
		who               context.Context
		viewer, languages string
		status            int
		want              string
	}{
		{"nobody has signed in", nobody, "", "", 200, " PUBLIC  en false"},
		{"nobody looks through the eyes of others", nobody, "RESTRICTED", "", 200, " PUBLIC RESTRICTED en true"},
		{"an account is who it is", keeper, "", "", 200, "k   en false"},
		{"a token that only reads", reader, "", "", 200, "r   en true"},
		{"the public's eyes", keeper, "PUBLIC", "sv-SE,sv;q=0.9,en;q=0.5", 200, "k  PUBLIC sv true"},
		{"a member's eyes", keeper, "MEMBERS", "nb-NO", 200, "k  MEMBERS nb true"},
		{"a coordinator's eyes, with a token that only reads", reader, "COORDINATORS", "no", 200, "r  COORDINATORS nb true"},
		{"nothing suits", nobody, "", "fi, fr;q=0.5", 200, " PUBLIC  en false"},
		{"the best that suits comes first", nobody, "", "fr, sv;q=0.4, en;q=0.3", 200, " PUBLIC  sv false"},
		{"a broken header is no reason to fail", nobody, "", ";;q=,", 200, " PUBLIC  en false"},
		{"an unknown viewer must not see everything", keeper, "GUEST", "", 400, "BAD_INPUT"},
		{"names are written as in the schema", keeper, "public", "", 400, "BAD_INPUT"},
	} {
		told := Parts{Desk: &signin.Desk{Options: signin.Options{Now: time.Now}}}.seen(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			viewer := graph.ViewerOf(r.Context())
			_, _ = fmt.Fprintf(w, "%s %s %s %s %t", viewer.Account, viewer.Clearance, viewer.Eyes, viewer.Language, viewer.ReadOnly)
		}))
		request := httptest.NewRequestWithContext(c.who, "POST", "/graphql", nil)
		request.Header.Set(viewerHeader, c.viewer)
		request.Header.Set("Accept-Language", c.languages)
		answer := httptest.NewRecorder()
		told.ServeHTTP(answer, request)
		body := answer.Body.String()
		if answer.Code == http.StatusBadRequest {
			var refused struct {
				Errors []struct{ Extensions struct{ Code string } }
			}
			if err := json.Unmarshal([]byte(body), &refused); err == nil && len(refused.Errors) == 1 {
				body = refused.Errors[0].Extensions.Code
			}
		}
		if answer.Code != c.status || body != c.want {
			t.Errorf("%s: got %d %q, want %d %q", c.why, answer.Code, body, c.status, c.want)
		}
	}
}
