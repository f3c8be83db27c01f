package signin_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestThePageOfWaysToSignIn(t *testing.T) {
	w := newWorld(t)
	b := w.browser()
	if _, page := b.get("/sign-in"); !strings.Contains(page, "server sign-in") {
		t.Errorf("without a provider it says %s", page)
	}
	w, _ = withProvider(t, nil)
	b = w.browser()
	b.headers["Accept-Language"] = "nb"
	_, page := b.get("/sign-in?to=/account&invitation=a%22b")
	for _, want := range []string{`<html lang="nb">`, "Logg inn med Test", `href="/sign-in/with/test?invitation=a%22b&amp;to=%2Faccount"`, "invitert"} {
		if !strings.Contains(page, want) {
			t.Errorf("it lacks %s:\n%s", want, page)
		}
	}
}

// Who looks at pages is told on a page, in their language, why they are not let in.
func TestRefusalsAreToldOnAPage(t *testing.T) {
	w := newWorld(t)
	b := w.browser()
	b.headers["Accept"], b.headers["Accept-Language"] = "text/html,*/*;q=0.8", "sv"
	status, page := b.get("/sign-in/link?code=guess")
	if status != http.StatusUnauthorized || !strings.Contains(page, "Länken har redan använts") || !strings.Contains(page, `href="/sign-in"`) {
		t.Errorf("%d %s", status, page)
	}
}
