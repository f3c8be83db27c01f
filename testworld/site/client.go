package site

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"partnernet/registry"
	"partnernet/signin"
	"partnernet/testworld"
)

// Patience is how long a test waits for what should take seconds on a machine with nothing else to do.
const Patience = 3 * time.Minute

// TokenOf gives the header Authorization of an account: that of an access token which it may write with.
func TokenOf(t testing.TB, o signin.Options, account string) string {
	t.Helper()
	_, secret, err := signin.NewToken(t.Context(), o, account, signin.TokenRequest{Name: "tests", Right: signin.Write})
	testworld.Must(t, err)
	return "Bearer " + secret
}

// Coordinator makes an account that coordinates a network, or all of them where none is named, and gives the header that says that it asks.
func (r *Register) Coordinator(t testing.TB, name, network string) http.Header {
	t.Helper()
	return http.Header{"Authorization": {TokenOf(t, r.Desk(localhost), r.Account(t, name, registry.Coordinator, network))}}
}

// Account makes an account that has a role in a network, or in all of them where none is named, and gives its id.
func (r *Register) Account(t testing.TB, name string, role registry.Role, network string) string {
	t.Helper()
	all := r.Accounts()
	over, err := all.Over(t.Context(), network)
	testworld.Must(t, err)
	code, err := all.Invite(t.Context(), registry.Invitation{Name: name, Role: role, Over: over})
	testworld.Must(t, err)
	account, err := all.Accept(t.Context(), code, "https://idp.example", name+" of "+t.Name())
	testworld.Must(t, err)
	return account
}

// KeeperSession signs the keeper of the register in at a server, just now, and gives the headers of a browser in that session.
func (r *Register) KeeperSession(t testing.TB, server string) http.Header {
	t.Helper()
	link, err := signin.NewLink(t.Context(), r.Desk(localhost))
	testworld.Must(t, err)
	browser := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := browser.Get(strings.Replace(link, localhost.String(), server, 1))
	testworld.Must(t, err)
	response.Body.Close()
	cookies := response.Cookies()
	if len(cookies) != 1 {
		t.Fatalf("the link signs nobody in: %s", response.Status)
	}
	return http.Header{"Cookie": {cookies[0].Name + "=" + cookies[0].Value}, "Sec-Fetch-Site": {"same-origin"}}
}

// Ask sends a GraphQL request to a server, with headers that say who asks, and gives the answer's JSON. It may be called from any goroutine.
func Ask(t testing.TB, who http.Header, server, query string, variables json.RawMessage) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Error(err)
		return nil
	}
	request, err := http.NewRequest(http.MethodPost, server+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Error(err)
		return nil
	}
	_, answer, err := Send(request, who)
	if err != nil {
		t.Error(err)
	}
	return answer
}

// Send sends JSON with the headers of whoever asks, and gives the response with its whole body.
func Send(request *http.Request, who http.Header) (*http.Response, []byte, error) {
	request.Header = maps.Clone(who)
	if who == nil {
		request.Header = http.Header{}
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return response, body, err
}

// Fetch sends a request with some headers, of which one called Host sets the host, and gives the status and the body.
func Fetch(t testing.TB, method, url string, headers map[string]string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, url, strings.NewReader(`{}`))
	testworld.Must(t, err)
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	request.Host = request.Header.Get("Host")
	response, err := http.DefaultClient.Do(request)
	testworld.Must(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	testworld.Must(t, err)
	return response.StatusCode, string(body)
}

// RefusalCode gives the code of a GraphQL error, "" when the body is none.
func RefusalCode(body string) string {
	var response struct {
		Errors []struct {
			Message    string
			Extensions struct{ Code string }
		}
	}
	if json.Unmarshal([]byte(body), &response) != nil || len(response.Errors) != 1 || response.Errors[0].Message == "" {
		return ""
	}
	return response.Errors[0].Extensions.Code
}
