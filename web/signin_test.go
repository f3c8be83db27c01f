package web_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"strings"
	"testing"

	"partnernet/signin"
	"partnernet/testworld/site"
)

// A new user's first minute: what is public is read by anybody, the printed link makes its opener the keeper, and a token lets a script in.
func TestTheFirstMinute(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar}
	const read = `{ projects { totalCount } }`
	const write = `mutation { registerOrganisation(input: {legalName: \"Exempel AB\", country: SE, sectorType: SME, audience: {class: COORDINATORS}, dryRun: true, source: {document: {title: \"Test\"}}}) { organisation { legalName } } }`
	ask := func(why, query string, headers map[string]string, want string) {
		t.Helper()
		request, err := http.NewRequest("POST", server.URL+"/graphql", strings.NewReader(`{"query": "`+query+`"}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		for name, value := range headers {
			request.Header.Set(name, value)
		}
		response, err := client.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		body, err := io.ReadAll(response.Body)
		if err != nil || !strings.Contains(string(body), want) {
			t.Errorf("%s: %s %v, want %s", why, body, err, want)
		}
	}
	ownPage := map[string]string{"Sec-Fetch-Site": "same-origin"}
	ask("anybody reads what is public", read, nil, `"totalCount":1`)
	ask("nobody in particular changes nothing", write, nil, `"FORBIDDEN"`)

	link, err := signin.NewLink(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := client.Get(link)
	if err != nil {
		t.Fatal(err)
	}
	opened.Body.Close()
	if opened.StatusCode != http.StatusOK || opened.Request.URL.Path != "/" {
		t.Fatalf("the link leads to %s, %d", opened.Request.URL, opened.StatusCode)
	}
	ask("the keeper reads", read, ownPage, `"totalCount":1`)
	ask("the keeper changes", write, ownPage, `"legalName":"Exempel AB"`)
	ask("a page elsewhere does not change in the keeper's name", write, map[string]string{"Sec-Fetch-Site": "cross-site"}, `"FORBIDDEN"`)
	ask("what is no page neither", write, nil, `"FORBIDDEN"`)

	for right, want := range map[string]string{"READ": `"FORBIDDEN"`, "WRITE": `"legalName":"Exempel AB"`} {
		secret := newToken(t, client, server.URL, right)
		ask("a token that may "+right, write, map[string]string{"Authorization": "Bearer " + secret}, want)
		ask("a token that may "+right+" reads", read, map[string]string{"Authorization": "Bearer " + secret}, `"totalCount":1`)
	}
}

// newToken makes an access token in a browser's session.
func newToken(t *testing.T, client *http.Client, server, right string) string {
	t.Helper()
	request, err := http.NewRequest("POST", server+"/account/tokens", strings.NewReader(`{"name": "test", "right": "`+right+`"}`))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var made struct{ Secret string }
	if err := json.NewDecoder(response.Body).Decode(&made); err != nil || made.Secret == "" {
		t.Fatalf("no token: %d %v", response.StatusCode, err)
	}
	return made.Secret
}
