package web_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"partnernet/testworld/golden"
	"partnernet/testworld/site"
	"partnernet/web"
)

// dossier is the question about one organisation, which is looked up by a number of a public register.
const dossier = "03-organisation-dossier"

// TestQuestions compares what the founding case answers to each question with questions/<name>.golden.json.
func TestQuestions(t *testing.T) {
	server, _ := site.Founding(t)
	questions, err := web.Questions()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		if q.Name == dossier {
			continue // the founding case has no organisation with a number
		}
		t.Run(q.Name, func(t *testing.T) {
			answer := site.Ask(t, nil, server.URL, q.Query, q.Variables)
			golden.Compare(t, "questions/"+q.Name+".golden.json", site.Stable(t, answer))
		})
	}
	checkDossier(t, server.URL)
}

// checkDossier asks the question about one organisation as the page has it: with a note while nobody has a number, and then, once somebody has
// one, with that number, to which the answer is compared with the golden file.
func checkDossier(t *testing.T, server string) {
	t.Helper()
	if q := servedDossier(t, server); !strings.Contains(q.Note, "updateOrganisation") {
		t.Errorf("nobody has a number, and the note is %q", q.Note)
	}
	entered := site.Ask(t, nil, server, `mutation {
		registerOrganisation(input: {
			legalName: "Exempel Säkerhet AB", country: SE, sectorType: SME, location: {municipality: "Östersund"}
			identifiers: [{scheme: SE_ON, value: "559999-9991"}], source: {document: {title: "Utdrag ur registret"}}
		}) { organisation { id } }
	}`, nil)
	if bytes.Contains(entered, []byte(`"errors"`)) {
		t.Fatalf("%s", entered)
	}
	q := servedDossier(t, server)
	if q.Note != "" || string(q.Variables) != `{"scheme":"SE_ON","value":"5599999991"}` {
		t.Errorf("somebody has a number, and the question has %s, %q", q.Variables, q.Note)
	}
	golden.Compare(t, "questions/"+dossier+".golden.json", site.Stable(t, site.Ask(t, nil, server, q.Query, q.Variables)))
}

// servedDossier gives that question as the page gets it.
func servedDossier(t *testing.T, server string) web.Question {
	t.Helper()
	_, body := site.Fetch(t, "GET", server+"/questions", nil)
	var questions []web.Question
	if err := json.Unmarshal([]byte(body), &questions); err != nil {
		t.Fatal(err)
	}
	for _, q := range questions {
		if q.Name == dossier {
			var variables bytes.Buffer
			if err := json.Compact(&variables, q.Variables); err != nil {
				t.Fatal(err)
			}
			q.Variables = variables.Bytes()
			return q
		}
	}
	t.Fatal("the page has no such question")
	return web.Question{}
}
