package transport_test

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"strings"
	"testing"

	"partnernet/transport"
)

// formPart is a part of a form: a field, or a file when it has a name.
type formPart struct{ name, file, content string }

func formOf(t *testing.T, parts ...formPart) (contentType string, body []byte) {
	t.Helper()
	var text bytes.Buffer
	form := multipart.NewWriter(&text)
	for _, p := range parts {
		var part io.Writer
		var err error
		if p.file != "" {
			part, err = form.CreateFormFile(p.name, p.file)
		} else {
			part, err = form.CreateFormField(p.name)
		}
		if err == nil {
			_, err = io.WriteString(part, p.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return form.FormDataContentType(), text.Bytes()
}

func TestFilesComeByTheMultipartSpecification(t *testing.T) {
	const (
		one  = `{"query": "query($f: Upload) { sent(file: $f) }", "variables": {"f": null}}`
		many = `{"query": "query($fs: [Upload]) { sent(files: $fs) }", "variables": {"fs": [null, null]}}`
	)
	w := newWorld(t, func(h *transport.HTTP, _ *transport.WebSocket) { h.BodyLimit, h.UploadLimit = 1000, 100 })
	file := func(name string, size int) formPart { return formPart{name, "a.csv", strings.Repeat("x", size)} }
	for _, row := range []struct {
		parts  []formPart
		plain  bool // without the header that makes browsers ask first
		status int
		says   string
		why    string
	}{
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.f"]}`}, file("0", 3)}, false, 200, `"sent":"a.csv 3"`, "one file"},
		{[]formPart{{"operations", "", many}, {"map", "", `{"0": ["variables.fs.0"], "1": ["variables.fs.1"]}`}, file("0", 3), file("1", 0)}, false, 200, `"sent":"a.csv 3, a.csv 0"`, "a list of files"},
		{[]formPart{{"operations", "", many}, {"map", "", `{"0": ["variables.fs.0", "variables.fs.1"]}`}, file("0", 3)}, false, 200, `"sent":"a.csv 3, a.csv 3"`, "one file in two places"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.f"]}`}, file("0", 3)}, true, 403, "GraphQL-Preflight", "a form of a web page"},
		{[]formPart{{"map", "", `{"0": ["variables.f"]}`}, {"operations", "", one}, file("0", 3)}, false, 400, "operations", "out of order"},
		{[]formPart{{"operations", "", "[" + one + "]"}, {"map", "", `{"0": ["variables.f"]}`}, file("0", 3)}, false, 400, "one request at a time", "several requests at once"},
		{[]formPart{{"operations", "", one}}, false, 400, "map", "no map"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": "variables.f"}`}, file("0", 3)}, false, 400, "map", "a map of another form"},
		{[]formPart{{"operations", "", one}, {"map", "", `{}`}}, false, 400, "map", "a map of nothing"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.f"]}`}}, false, 400, "ended", "a file is not sent"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.f"]}`}, file("1", 3)}, false, 400, "map", "a file that the map does not have"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.g"]}`}, file("0", 3)}, false, 400, "variables.g", "a variable that is not there"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["query"]}`}, file("0", 3)}, false, 400, "query", "a place that is no variable"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.f.0.a"]}`}, file("0", 3)}, false, 400, "variables.f.0.a", "a place in what is null"},
		{[]formPart{{"operations", "", many}, {"map", "", `{"0": ["variables.fs.2"]}`}, file("0", 3)}, false, 400, "variables.fs.2", "a place after the list's end"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.f"]}`}, file("0", 101)}, false, 413, `"allowed":100`, "a file that is too large"},
		{[]formPart{{"operations", "", one + strings.Repeat(" ", 1000)}}, false, 413, `"allowed":1000`, "operations that are too large"},
		{[]formPart{{"operations", "", one}, {"map", "", `{"0": ["variables.f"]}`}, {"0", "a.csv", strings.Repeat("x", 100_000)}}, false, 413, `"limit":"body"`, "a body that is too large"},
	} {
		contentType, body := formOf(t, row.parts...)
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.URL, bytes.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", contentType)
		if !row.plain {
			request.Header.Set("GraphQL-Preflight", "1")
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if err != nil || response.StatusCode != row.status || !strings.Contains(string(text), row.says) {
			t.Errorf("%s: got %d %s %v, want %d with %s", row.why, response.StatusCode, text, err, row.status, row.says)
		}
	}
}
