package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"partnernet/signin"
	"partnernet/web"
)

// A page has a line for each finding, with what to do; what is wrong makes an error of it, and what is doubtful does not.
func TestAPageOfFindings(t *testing.T) {
	for _, c := range []struct {
		states []state
		want   string
	}{
		{[]state{well, doubtful}, ""},
		{[]state{well, wrong}, "one thing is wrong; its line says what to do"},
		{[]state{wrong, doubtful, wrong}, "2 things are wrong; their lines say what to do"},
	} {
		var page bytes.Buffer
		var findings []finding
		for _, s := range c.states {
			f := finding{"disk", s, "found", ""}
			if s != well {
				f.todo = "do this"
			}
			findings = append(findings, f)
		}
		err := tellFindings(&page, findings)
		if got := message(err); got != c.want || strings.Count(page.String(), "do this") != strings.Count(page.String(), string(doubtful))+strings.Count(page.String(), string(wrong)) {
			t.Errorf("%v: %q\n%s", c.states, got, &page)
		}
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// The command ends with 1 when something is wrong, and makes nothing.
func TestADoctorsExitCode(t *testing.T) {
	data := t.TempDir() + "/data"
	for address, want := range map[string]int{"127.0.0.1:0": exitSuccess, "8080": exitFailure} {
		var page bytes.Buffer
		if got := run([]string{"doctor", "--listen", address, "--data", data}, &page, &page); got != want {
			t.Errorf("%s: %d, %s", address, got, &page)
		}
	}
	if _, err := os.Stat(data); !os.IsNotExist(err) {
		t.Errorf("it has made the folder: %v", err)
	}
}

// An identity provider is looked at from outside: whether it answers, for itself, and at what time.
func TestWhatADoctorFindsOfAnIssuer(t *testing.T) {
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	var calls, says string
	idp := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls = r.URL.Path
		w.Header().Set("Date", now.Format(http.TimeFormat))
		_ = json.NewEncoder(w).Encode(map[string]string{"issuer": says})
	}))
	defer idp.Close()
	gone := httptest.NewServer(nil)
	gone.Close()
	for _, c := range []struct {
		why, address, says string
		skew               time.Duration
		want               []state
	}{
		{"all is well", idp.URL, idp.URL, time.Second, []state{well, well}},
		{"this machine's clock is late", idp.URL, idp.URL, -time.Minute, []state{well, wrong}},
		{"it calls itself otherwise", idp.URL, "https://other.example", 0, []state{wrong}},
		{"it is gone", gone.URL, "", 0, []state{wrong}},
	} {
		says = c.says
		found := described(t.Context(), http.DefaultClient, signin.Issuer{Key: "idp", Issuer: c.address}, func() time.Time { return now.Add(c.skew) })
		var states []state
		for _, f := range found {
			states = append(states, f.state)
			if (f.state == well) != (f.todo == "") {
				t.Errorf("%s: %+v", c.why, f)
			}
		}
		if len(states) != len(c.want) || states[0] != c.want[0] || states[len(states)-1] != c.want[len(c.want)-1] {
			t.Errorf("%s: %+v", c.why, found)
		}
	}
	if calls != "/.well-known/openid-configuration" {
		t.Errorf("it was asked for %s", calls)
	}
}

// The machine that tests run on has a disk and memory, and a port that somebody else listens at is told.
func TestWhatADoctorFindsOfAMachine(t *testing.T) {
	if f := diskOf("data folder", t.TempDir()+"/not/yet/there"); f.state == wrong && !strings.Contains(f.todo, "room") {
		t.Errorf("%+v", f)
	}
	if f := memoryOf(1 << 60); f.state == well {
		t.Errorf("%+v", f)
	}
	other := httptest.NewServer(http.NotFoundHandler())
	defer other.Close()
	registry := httptest.NewServer(http.HandlerFunc(web.Alive))
	defer registry.Close()
	for address, want := range map[string]state{strings.TrimPrefix(other.URL, "http://"): wrong, strings.TrimPrefix(registry.URL, "http://"): well, "127.0.0.1:0": well, "nowhere": wrong} {
		if f := listening(t.Context(), address); f.state != want {
			t.Errorf("%s: %+v", address, f)
		}
	}
}

// A database that the server works with is well.
func (g *guarded) testDoctor(t *testing.T) {
	found := map[string]finding{}
	for _, f := range lookInto(t.Context(), g.db.DB, time.Now) {
		found[f.what] = f
	}
	for _, what := range []string{"database", "clock, database", "migrations", "indexes"} {
		if found[what].state != well {
			t.Errorf("%s: %+v", what, found[what])
		}
	}
	if f := found["database"].found; !strings.Contains(f, "Neo4j 5.") {
		t.Errorf("the database is %q", f)
	}
}
