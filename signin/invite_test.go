package signin_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"partnernet/signin"
)

// Administrators who have just signed in invite people, and add programs with their tokens.
func TestAdministratorsInviteAndAddPrograms(t *testing.T) {
	w := newWorld(t)
	w.run(w.options.DB, "CREATE (:Record:Account {id: 'nightly', kind: 'SERVICE', state: 'ACTIVE'}), (:Record:Account {id: 'member', kind: 'PERSON', state: 'ACTIVE'})")
	keeper := w.signedIn()
	status, body := keeper.send("POST", "/account/invitations", `{"name": "Kari", "role": "COORDINATOR", "over": "MIDSEC"}`)
	if invited := read[struct{ Link string }](w, body); status != http.StatusCreated || invited.Link != w.url+"/sign-in?invitation=Kari" {
		t.Errorf("invited: %d %s", status, body)
	}
	if status, body := keeper.send("POST", "/account/programs/nightly/tokens", `{"name": "import"}`); status != http.StatusNotFound {
		t.Errorf("no such program: %d %s", status, body)
	}
	if status, body := keeper.send("POST", "/account/programs", `{"name": "nightly", "role": "READER"}`); status != http.StatusCreated || read[struct{ Account string }](w, body).Account != "nightly" {
		t.Errorf("added: %d %s", status, body)
	}
	status, body = keeper.send("POST", "/account/programs/nightly/tokens", `{"name": "import", "right": "READ"}`)
	made := read[struct{ Secret string }](w, body)
	if status != http.StatusCreated || !strings.HasPrefix(made.Secret, "pnr_") {
		t.Fatalf("its token: %d %s", status, body)
	}
	program := w.browser()
	program.headers = map[string]string{"Authorization": "Bearer " + made.Secret}
	program.is("the program", "nightly false")
	_, writer := w.token(signin.TokenRequest{Name: "writer", Right: signin.Write})
	for _, row := range []struct {
		why, path, body string
		by              *browser
		status          int
	}{
		{"a role over nothing", "/account/invitations", `{"name": "Kari", "role": "REPRESENTATIVE"}`, keeper, http.StatusBadRequest},
		{"a field that is none", "/account/invitations", `{"nam": "Kari"}`, keeper, http.StatusBadRequest},
		{"an access token", "/account/invitations", `{"name": "Kari", "role": "READER"}`, writer, http.StatusUnauthorized},
		{"an access token of a program", "/account/programs/nightly/tokens", `{"name": "another"}`, program, http.StatusUnauthorized},
		{"nobody", "/account/programs", `{"name": "x", "role": "READER"}`, w.browser(), http.StatusUnauthorized},
	} {
		if status, body := row.by.send("POST", row.path, row.body); status != row.status {
			t.Errorf("%s: %d %s", row.why, status, body)
		}
	}
	w.now = w.now.Add(10 * time.Minute)
	if status, _ := keeper.send("POST", "/account/invitations", `{"name": "Kari", "role": "READER"}`); status != http.StatusUnauthorized {
		t.Errorf("a sign-in of ten minutes ago: %d", status)
	}
}
