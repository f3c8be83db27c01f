package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"

	"partnernet/fault"
)

// Ask answers a GraphQL operation within this process, on behalf of the viewer of ctx and under the limits of every request. It gives the
// data, with numbers as json.Number. An answer with errors is an error: the first of them.
func (h *Handler) Ask(ctx context.Context, query string, variables map[string]any) (map[string]any, error) {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		return nil, fault.Wrap(fault.Internal, err, "The question could not be asked.")
	}
	request, err := http.NewRequestWithContext(context.WithValue(ctx, ownKey{}, true), http.MethodPost, "/graphql", bytes.NewReader(body))
	if err != nil {
		return nil, fault.Wrap(fault.Internal, err, "The question could not be asked.")
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	answer := &keptAnswer{header: http.Header{}}
	h.ServeHTTP(answer, request)
	return readAnswer(&answer.Buffer)
}

// readAnswer reads an answer of the registry's own.
func readAnswer(text *bytes.Buffer) (map[string]any, error) {
	var got struct {
		Data   map[string]any
		Errors []struct {
			Message    string
			Extensions struct {
				Code       fault.Code
				RetryAfter int
			}
		}
	}
	decoder := json.NewDecoder(text)
	decoder.UseNumber()
	if err := decoder.Decode(&got); err != nil {
		return nil, fault.Wrap(fault.Internal, err, "The question was not answered.")
	}
	if len(got.Errors) > 0 {
		first := got.Errors[0]
		return nil, fault.New(first.Extensions.Code, "%s", first.Message).Again(time.Duration(first.Extensions.RetryAfter) * time.Second)
	}
	return got.Data, nil
}

// keptAnswer is an answer that stays in this process.
type keptAnswer struct {
	bytes.Buffer
	header http.Header
}

// Header gives the headers, which nobody reads.
func (a *keptAnswer) Header() http.Header { return a.header }

// WriteHeader leaves the status: the body tells what was wrong.
func (a *keptAnswer) WriteHeader(int) {}
