package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"partnernet/access"
	"partnernet/graph"
	"partnernet/registry"
	"partnernet/signin"
)

func TestOnWhoseBehalfARequestReads(t *testing.T) {
	sees := func(class registry.Class) func(context.Context, graph.Viewer) (access.Rights, error) {
		return func(context.Context, graph.Viewer) (access.Rights, error) {
			return access.Rights{Sight: registry.Sight{Everywhere: class}}, nil
		}
	}
	nobody, reader, keeper := t.Context(), signin.WithCaller(t.Context(), signin.Caller{Account: "r"}), signin.WithCaller(t.Context(), signin.Caller{Account: "k", MayWrite: true})
	for _, c := range []struct {
		why               string
		who               context.Context
		sees              registry.Class
		viewer, languages string
		status            int
		want              string
	}{
		{"nobody has signed in", nobody, "PUBLIC", "", "", 200, " PUBLIC en false"},
		{"nobody sees more by asking for it", nobody, "PUBLIC", "RESTRICTED", "", 200, " PUBLIC en false"},
		{"an account is who it is", keeper, "COORDINATORS", "", "", 200, "k  en false"},
		{"a token that only reads", reader, "COORDINATORS", "", "", 200, "r  en true"},
		{"the public's eyes", keeper, "COORDINATORS", "PUBLIC", "sv-SE,sv;q=0.9,en;q=0.5", 200, " PUBLIC sv true"},
		{"a member's eyes", keeper, "COORDINATORS", "MEMBERS", "nb-NO", 200, " MEMBERS nb true"},
		{"a coordinator's eyes, with a token that only reads", reader, "COORDINATORS", "COORDINATORS", "no", 200, " COORDINATORS nb true"},
		{"more than one sees", keeper, "COORDINATORS", "RESTRICTED", "nn", 200, "k  nb false"},
		{"more than one sees of all networks", keeper, "PUBLIC", "MEMBERS", "nn", 200, "k  nb false"},
		{"nothing suits", nobody, "PUBLIC", "", "fi, fr;q=0.5", 200, " PUBLIC en false"},
		{"the best that suits comes first", nobody, "PUBLIC", "", "fr, sv;q=0.4, en;q=0.3", 200, " PUBLIC sv false"},
		{"a broken header is no reason to fail", nobody, "PUBLIC", "", ";;q=,", 200, " PUBLIC en false"},
		{"an unknown viewer must not see everything", keeper, "COORDINATORS", "GUEST", "", 400, "BAD_INPUT"},
		{"names are written as in the schema", keeper, "COORDINATORS", "public", "", 400, "BAD_INPUT"},
	} {
		told := viewers{rights: sees(c.sees)}.seen(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			viewer := graph.ViewerOf(r.Context())
			_, _ = fmt.Fprintf(w, "%s %s %s %t", viewer.Account, viewer.Clearance, viewer.Language, viewer.ReadOnly)
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
