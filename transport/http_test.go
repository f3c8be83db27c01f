package transport_test

import (
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/transport"
)

const (
	plain  = "application/json"
	modern = "application/graphql-response+json"
)

// reply is what a client sees of an answer.
type reply struct {
	status int
	kind   string // media type, without its parameters
	header http.Header
	text   string
	body   map[string]any
}

// ask sends a request as given: nothing is added to it.
func (w *world) ask(t *testing.T, method, target, body string, header map[string]string) reply {
	t.Helper()
	request, err := http.NewRequest(method, w.URL+target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range header {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	r := reply{status: response.StatusCode, header: response.Header, text: string(text)}
	r.kind, _, _ = mime.ParseMediaType(response.Header.Get("Content-Type"))
	_ = json.Unmarshal(text, &r.body) // some answers have no body
	return r
}

// post sends a JSON body and asks for an answer of a kind.
func (w *world) post(t *testing.T, accept, body string) reply {
	t.Helper()
	return w.ask(t, http.MethodPost, "", body, map[string]string{"Content-Type": plain, "Accept": accept})
}

func query(text string) string {
	body, _ := json.Marshal(map[string]string{"query": text})
	return string(body)
}

// code gives extensions.code of the first error.
func (r reply) code() any {
	errs, _ := r.body["errors"].([]any)
	if len(errs) == 0 {
		return nil
	}
	extensions, _ := errs[0].(map[string]any)["extensions"].(map[string]any)
	return extensions["code"]
}

func (r reply) message() string {
	errs, _ := r.body["errors"].([]any)
	if len(errs) == 0 {
		return ""
	}
	message, _ := errs[0].(map[string]any)["message"].(string)
	return message
}

func TestAnswersAreNegotiated(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct{ why, accept, want string }{
		{"the form of the specification", modern, modern},
		{"the form of clients before it", plain, plain},
		{"the one a client ranks higher", plain + ";q=0.9, " + modern, modern},
		{"the one a client ranks higher, whatever the order", modern + ";q=0.5, " + plain, plain},
		{"what the specification tells clients to send", modern + ", " + plain + ";q=0.9", modern},
		{"anything will do", "*/*", plain},
		{"anything of a kind", "application/*", plain},
		{"one of many, the rest unknown", "text/html, image/webp, " + modern, modern},
		{"UTF-8 by name", modern + "; charset=UTF-8", modern},
		{"no header at all", "", plain},
		{"a query needs no event stream where another form ranks the same", plain + ", text/event-stream", plain},
	} {
		t.Run(row.why, func(t *testing.T) {
			header := map[string]string{"Content-Type": plain}
			if row.accept != "" {
				header["Accept"] = row.accept
			}
			r := w.ask(t, http.MethodPost, "", query("{ hello }"), header)
			if r.status != http.StatusOK || r.kind != row.want {
				t.Errorf("status %d, %s; want 200, %s", r.status, r.kind, row.want)
			}
			if !strings.HasSuffix(r.header.Get("Content-Type"), "; charset=utf-8") {
				t.Errorf("the encoding is not told: %s", r.header.Get("Content-Type"))
			}
			if diff := cmp.Diff(map[string]any{"data": map[string]any{"hello": "hello"}}, r.body); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestUnwantedRequestsAreRefused(t *testing.T) {
	w := newWorld(t, func(h *transport.HTTP, _ *transport.WebSocket) { h.BodyLimit = 1000 })
	mutation := url.Values{"query": {"mutation { write }"}}.Encode()
	type headers = map[string]string
	for _, row := range []struct {
		why, method, target, body string
		header                    headers
		status                    int
		code                      any
		allow                     string
	}{
		{"a method that GraphQL has no use for", "PUT", "", "", nil, 405, "BAD_INPUT", "GET, HEAD, POST, OPTIONS"},
		{"GET must not write", "GET", "?" + mutation, "", nil, 405, "BAD_INPUT", "POST"},
		{"GET must not write for modern clients either", "GET", "?" + mutation, "", headers{"Accept": modern}, 405, "BAD_INPUT", "POST"},
		{"nor through an event stream", "GET", "?" + mutation, "", headers{"Accept": "text/event-stream"}, 405, "BAD_INPUT", "POST"},
		{"nor does HEAD", "HEAD", "?" + mutation, "", nil, 405, nil, "POST"},
		{"a form no one has", "POST", "", query("{ hello }"), headers{"Content-Type": plain, "Accept": "text/html"}, 406, "BAD_INPUT", ""},
		{"all forms ruled out", "POST", "", query("{ hello }"), headers{"Content-Type": plain, "Accept": "*/*;q=0"}, 406, "BAD_INPUT", ""},
		{"another encoding", "POST", "", query("{ hello }"), headers{"Content-Type": plain, "Accept": plain + ";charset=latin1"}, 406, "BAD_INPUT", ""},
		{"what an HTML form sends across origins unasked", "POST", "", "query=mutation{write}", headers{"Content-Type": "application/x-www-form-urlencoded"}, 415, "BAD_INPUT", ""},
		{"what a script sends across origins unasked", "POST", "", query("mutation { write }"), headers{"Content-Type": "text/plain"}, 415, "BAD_INPUT", ""},
		{"the other form of an HTML form", "POST", "", query("mutation { write }"), headers{"Content-Type": "multipart/form-data; boundary=x"}, 403, "FORBIDDEN", ""},
		{"a body of no known type", "POST", "", query("mutation { write }"), nil, 415, "BAD_INPUT", ""},
		{"a body in another encoding", "POST", "", query("{ hello }"), headers{"Content-Type": plain + "; charset=iso-8859-1"}, 415, "BAD_INPUT", ""},
		{"a large body", "POST", "", query("{ hello } #" + strings.Repeat("x", 1000)), headers{"Content-Type": plain}, 413, "TOO_COSTLY", ""},
		{"a long URL", "GET", "?query=" + strings.Repeat("x", 1000), "", nil, 414, "TOO_COSTLY", ""},
		{"a URL that cannot be read", "GET", "?query=%zz", "", nil, 400, "BAD_INPUT", ""},
		{"a subscription for a client that takes one answer", "POST", "", query("subscription { events }"), headers{"Content-Type": plain, "Accept": modern}, 406, "BAD_INPUT", ""},
	} {
		t.Run(row.why, func(t *testing.T) {
			r := w.ask(t, row.method, row.target, row.body, row.header)
			if r.status != row.status || r.code() != row.code || r.header.Get("Allow") != row.allow {
				t.Errorf("status %d, code %v, Allow %q; want %d, %v, %q\n%s", r.status, r.code(), r.header.Get("Allow"), row.status, row.code, row.allow, r.text)
			}
			if _, has := r.body["data"]; has {
				t.Errorf("a refused request has no data: %s", r.text)
			}
		})
	}
	large := w.post(t, plain, query(strings.Repeat("x", 1000)))
	if want := `"extensions":{"allowed":1000,"code":"TOO_COSTLY","limit":"body"}`; !strings.Contains(large.text, want) {
		t.Errorf("%s does not say which limit: %s", large.text, want)
	}
	if n := w.writes.Load(); n != 0 {
		t.Errorf("%d refused requests wrote", n)
	}
}

func TestMalformedParametersAreRefused(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct{ why, body, says string }{
		{"no JSON", `{"query": "{ hello }", "secret`, "not a JSON object"},
		{"nothing", ``, "not a JSON object"},
		{"JSON and more", `{"query": "{ hello }"} {}`, "not a JSON object"},
		{"several requests at once", `[{"query": "{ hello }"}]`, "one request at a time"},
		{"null", `null`, "not a JSON object"},
		{"not UTF-8", "{\"query\": \"{ hello }\", \"x\": \"\xff\"}", "UTF-8"},
		{"no query", `{"variables": {}}`, "query is missing"},
		{"query is null", `{"query": null}`, "query is missing"},
		{"names are matched to the letter", `{"QUERY": "{ hello }"}`, "query is missing"},
		{"query is an object", `{"query": {}}`, "query must be a string"},
		{"query is a number", `{"query": 0}`, "query must be a string"},
		{"operationName is a truth value", `{"query": "{ hello }", "operationName": false}`, "operationName must be a string"},
		{"variables are a text", `{"query": "{ hello }", "variables": "{}"}`, "variables must be an object"},
		{"variables are a list", `{"query": "{ hello }", "variables": [7]}`, "variables must be an object"},
		{"extensions are a number", `{"query": "{ hello }", "extensions": 0}`, "extensions must be an object"},
		{"nested deeper than any reader goes", `{"query": "{ hello }", "variables": {"a":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `}}`, "not a JSON object"},
	} {
		t.Run(row.why, func(t *testing.T) {
			for _, accept := range []string{plain, modern} {
				r := w.post(t, accept, row.body)
				if r.status != http.StatusBadRequest || r.code() != "BAD_INPUT" || !strings.Contains(r.message(), row.says) {
					t.Errorf("status %d, %s; want 400 and %q", r.status, r.text, row.says)
				}
				if strings.Contains(r.text, "secret") {
					t.Errorf("what was sent is told back: %s", r.text)
				}
			}
		})
	}
}

func TestWellFormedRequestsRun(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct{ why, body string }{
		{"null stands for left out", `{"query": "{ hello }", "variables": null, "operationName": null, "extensions": null}`},
		{"other properties are ignored", `{"query": "{ hello }", "doc_id": 7, "extensions": {"other": 1}}`},
		{"the empty name stands for left out", `{"query": "query A { hello }", "operationName": ""}`},
		{"one of several operations", `{"query": "query A { hello } query B { fails }", "operationName": "A"}`},
		{"a byte beyond ASCII", `{"query": "{ hello } # 🏃"}`},
	} {
		t.Run(row.why, func(t *testing.T) {
			r := w.post(t, modern, row.body)
			if diff := cmp.Diff(map[string]any{"data": map[string]any{"hello": "hello"}}, r.body); r.status != 200 || diff != "" {
				t.Errorf("status %d\n%s", r.status, diff)
			}
		})
	}
}

func TestRefusedDocumentsHaveNoData(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct{ why, body, says string }{
		{"the document does not parse", query("{"), "Expected Name"},
		{"the document is empty", query(" "), "no operation"},
		{"the document is not valid", query("{ nosuch }"), "nosuch"},
		{"a variable is missing", query("query($x: ID!) { echo(id: $x) }"), "Variable $x: must be defined."},
		{"a variable is null", `{"query": "query($x: ID!) { echo(id: $x) }", "variables": {"x": null}}`, "Variable $x: cannot be null."},
		{"a variable is wrong inside", `{"query": "query($x: Input) { echo(input: $x) }", "variables": {"x": {"inner": {"nosuch": 1}}}}`, "Variable $x.inner.nosuch: unknown field."},
		{"a word as long as the request is not told back", query("{ " + strings.Repeat("x", 5000) + " }"), "…"},
		{"an operation of several is not named", query("query A { hello } query B { hello }"), "It has: A, B."},
		{"an unknown operation is named", `{"query": "query A { hello }", "operationName": "C"}`, "It has: A."},
		{"the only operation has no name", `{"query": "{ hello }", "operationName": "C"}`, "leave operationName out"},
	} {
		t.Run(row.why, func(t *testing.T) {
			for accept, status := range map[string]int{modern: 400, plain: 200} {
				r := w.post(t, accept, row.body)
				if r.status != status || r.kind != accept || r.code() != "BAD_INPUT" || !strings.Contains(r.message(), row.says) {
					t.Errorf("%s: status %d, %s; want %d and %q", accept, r.status, r.text, status, row.says)
				}
				if _, has := r.body["data"]; has {
					t.Errorf("data in the answer to a request that did not run: %s", r.text)
				}
				if len(r.text) > 1000 {
					t.Errorf("%d bytes to say that a request was refused", len(r.text))
				}
				if strings.Contains(r.text, `"path"`) {
					t.Errorf("a path into data that is not there: %s", r.text)
				}
			}
		})
	}
}

// A fragment is checked by itself and where it is spread: what is wrong in it is one error all the same.
func TestWhatIsWrongInAFragmentIsSaidOnce(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct {
		why, document string
		errors        int
	}{
		{"a fragment that is spread once", "{ ...F } fragment F on Query { nosuch }", 1},
		{"a fragment that is spread twice", "{ ...F ... { ...F } } fragment F on Query { nosuch }", 1},
		{"two places in a fragment", "{ ...F } fragment F on Query { nosuch nosuch }", 2},
		{"two things that are wrong in one place", "{ ...F } fragment F on Query { echo(nosuch: 1, nosuch: 1) }", 2},
	} {
		r := w.post(t, modern, query(row.document))
		if errs, _ := r.body["errors"].([]any); len(errs) != row.errors {
			t.Errorf("%s: %s", row.why, r.text)
		}
	}
}

func TestResponsesOfOperations(t *testing.T) {
	w := newWorld(t)
	for _, row := range []struct {
		why, query string
		status     int
		data       any // false: there is no data entry
	}{
		{"an answer", "{ hello }", 200, map[string]any{"hello": "hello"}},
		{"a mutation", "mutation { write }", 200, map[string]any{"write": "written"}},
		{"an answer in part", "{ hello fails }", 200, map[string]any{"hello": "hello", "fails": nil}},
		{"an operation that ran and has nothing to show", "{ required }", 200, nil},
		{"an operation that was forbidden before it ran", "{ refused }", 403, false},
		{"a fault of the server", "{ panics }", 500, false},
	} {
		t.Run(row.why, func(t *testing.T) {
			r := w.post(t, modern, query(row.query))
			if r.status != row.status {
				t.Errorf("status %d, want %d: %s", r.status, row.status, r.text)
			}
			data, has := r.body["data"]
			if has != (row.data != false) || has && !cmp.Equal(data, row.data) {
				t.Errorf("got %s, want data %v", r.text, row.data)
			}
			if strings.Contains(r.text, "secret") {
				t.Errorf("a secret got out: %s", r.text)
			}
			if r.header.Get("Cache-Control") != "no-store" || r.header.Get("Vary") != "Accept" {
				t.Errorf("a cache might keep this: %v", r.header)
			}
		})
	}
}
