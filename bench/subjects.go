package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// A subject answers operations in its way. It is asked by many clients at once.
type subject interface {
	// ask asks the question with the given number and gives the answer as it came.
	ask(ctx context.Context, o *operation, question int) (any, error)
	// value gives what an answer says, as encoding/json would read it.
	value(answer any) (any, error)
}

// floor is hand-written Cypher over Bolt, as cheaply as the driver can: one statement that commits itself.
type floor struct{ driver neo4j.DriverWithContext }

func (f floor) ask(ctx context.Context, o *operation, question int) (any, error) {
	session := f.driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	result, err := session.Run(ctx, o.cypher, parameters(o.variables[question]))
	if err != nil {
		return nil, err
	}
	record, err := result.Single(ctx)
	if err != nil {
		return nil, err
	}
	return record.Values[0], nil
}

func (floor) value(answer any) (any, error) {
	text, err := json.Marshal(plain(answer))
	if err != nil {
		return nil, err
	}
	var value any
	return value, json.Unmarshal(text, &value)
}

// plain writes days as the API does.
func plain(v any) any {
	switch v := v.(type) {
	case dbtype.Date:
		return time.Time(v).Format(time.DateOnly)
	case []any:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = plain(item)
		}
		return items
	case map[string]any:
		fields := make(map[string]any, len(v))
		for name, item := range v {
			fields[name] = plain(item)
		}
		return fields
	}
	return v
}

// endpoint is a GraphQL server over HTTP, asked in one spelling.
type endpoint struct {
	url    string
	client *http.Client
	token  string              // of who asks; "" for nobody in particular
	bodies map[string][][]byte // by operation: what is sent for each question
}

func newEndpoint(url string, clients int, operations []operation, way string) (*endpoint, error) {
	e := &endpoint{url: url, bodies: map[string][][]byte{},
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true}}}
	for _, o := range operations {
		for _, variables := range o.variables {
			body, err := json.Marshal(map[string]any{"query": o.text(way), "variables": variables})
			if err != nil {
				return nil, err
			}
			e.bodies[o.name] = append(e.bodies[o.name], body)
		}
	}
	return e, nil
}

func (e *endpoint) ask(ctx context.Context, o *operation, question int) (any, error) {
	return e.send(ctx, e.bodies[o.name][question])
}

// send posts a request and gives the body of its answer.
func (e *endpoint) send(ctx context.Context, request []byte) ([]byte, error) {
	post, err := http.NewRequestWithContext(ctx, http.MethodPost, e.url, bytes.NewReader(request))
	if err != nil {
		return nil, err
	}
	post.Header.Set("Content-Type", "application/json")
	if e.token != "" {
		post.Header.Set("Authorization", "Bearer "+e.token)
	}
	return answerTo(e.client, post)
}

// answerTo gives the body of a good answer.
func answerTo(client *http.Client, post *http.Request) ([]byte, error) {
	response, err := client.Do(post)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	switch {
	case err != nil:
		return nil, err
	case response.StatusCode != http.StatusOK || bytes.HasPrefix(body, []byte(`{"errors"`)):
		return nil, fmt.Errorf("%s answered %s: %.500s", post.URL, response.Status, body)
	}
	return body, nil
}

func (e *endpoint) value(answer any) (any, error) {
	body, _ := answer.([]byte)
	var read struct {
		Data   map[string]any   `json:"data"`
		Errors []map[string]any `json:"errors"`
	}
	if err := json.Unmarshal(body, &read); err != nil {
		return nil, err
	}
	if len(read.Errors) > 0 || len(read.Data) != 1 {
		return nil, fmt.Errorf("no answer: %.500s", body)
	}
	for _, value := range read.Data {
		return value, nil
	}
	return nil, errors.New("no answer")
}
