package web

import (
	"context"
	"encoding/json"

	"partnernet/graph"
	"partnernet/operations"
)

// dossier is the question about one organisation, which is looked up by a number of a public register.
const dossier = "03-organisation-dossier"

// noNumber says how there comes to be somebody to ask that question about.
const noNumber = "No organisation here has a number of a public register yet, so this answers null. Add one with updateOrganisation " +
	"(identifiers), or import a list that has a column of numbers."

const numberedQuery = `{ organisations(filter: {identifiers: {}}, first: 1) { nodes { identifiers { scheme value } } } }`

// examples give questions variables of which this register knows something, as everybody may see it.
type examples struct{ ask operations.Ask }

// of gives the questions with their variables. The dossier's are a number that an organisation of the register has; while none has any, or
// the register does not answer, they stay as they are, and in the first case the question has a note that says so.
func (e examples) of(ctx context.Context, questions []Question) []Question {
	ctx, cancel := context.WithTimeout(graph.WithViewer(ctx, graph.Viewer{Name: "page", Clearance: "PUBLIC", Language: "en"}), readyTimeout)
	defer cancel()
	answer, err := e.ask(ctx, numberedQuery, nil)
	if err != nil {
		return questions // the page is there whether or not the database is, and /readyz says that it is not
	}
	filled := make([]Question, len(questions))
	for i, q := range questions {
		if q.Name == dossier {
			q.Variables, q.Note = numberIn(answer, q.Variables)
		}
		filled[i] = q
	}
	return filled
}

// numberIn gives the number in an answer as variables, or else those given and a note.
func numberIn(answer map[string]any, otherwise json.RawMessage) (json.RawMessage, string) {
	var found struct {
		Organisations struct {
			Nodes []struct{ Identifiers []json.RawMessage }
		}
	}
	text, err := json.Marshal(answer)
	if err != nil || json.Unmarshal(text, &found) != nil || len(found.Organisations.Nodes) == 0 || len(found.Organisations.Nodes[0].Identifiers) == 0 {
		return otherwise, noNumber
	}
	return found.Organisations.Nodes[0].Identifiers[0], ""
}
