package web

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

// Each question is a GraphQL operation in a .graphql file, whose first line asks it in words, with example variables in the .variables.json file
// of the same name.
//
//go:embed questions/*.graphql questions/*.variables.json
var questionFiles embed.FS

// Question is one of the questions that the registry is there to answer.
type Question struct {
	Name      string          `json:"name"`  // of the files: 01-network-overview
	Title     string          `json:"title"` // the question in words
	Query     string          `json:"query"`
	Variables json.RawMessage `json:"variables"`      // examples
	Note      string          `json:"note,omitempty"` // what to do so that they have an answer
}

// Questions gives the questions in the order of their names.
func Questions() ([]Question, error) {
	files, err := fs.Glob(questionFiles, "questions/*.graphql")
	if err != nil {
		return nil, err
	}
	questions := make([]Question, len(files))
	for i, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".graphql")
		query, err := questionFiles.ReadFile(file)
		if err != nil {
			return nil, err
		}
		variables, err := questionFiles.ReadFile("questions/" + name + ".variables.json")
		if err != nil {
			return nil, err
		}
		title, _, _ := strings.Cut(string(query), "\n")
		questions[i] = Question{
			Name:      name,
			Title:     strings.TrimPrefix(title, "# "),
			Query:     string(query),
			Variables: variables,
		}
	}
	return questions, nil
}

// serveQuestions serves the questions to the page, with examples of this register.
func serveQuestions(questions []Question, e examples) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		writeJSON(w, http.StatusOK, e.of(r.Context(), questions))
	}
}
