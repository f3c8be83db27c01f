package transport

import (
	"encoding/json"
	"io"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// RetryAfter is the extension of an error that says after how many seconds the same request may do. Over HTTP it is a header too.
const RetryAfter = "retryAfter"

// retryAfter gives the longest of what the errors of a response say of that; 0 when none does.
func retryAfter(r *graphql.Response) (seconds int) {
	for _, err := range r.Errors {
		after, _ := err.Extensions[RetryAfter].(int)
		seconds = max(seconds, after)
	}
	return seconds
}

// writeResponse writes a response as one JSON object. Data goes through as it is, however large, and is left out
// when the request was refused: "data": null would say that the operation ran.
func writeResponse(w io.Writer, r *graphql.Response) error {
	head, err := json.Marshal(struct {
		Errors     gqlerror.List  `json:"errors,omitempty"`
		Extensions map[string]any `json:"extensions,omitempty"`
	}{r.Errors, r.Extensions})
	if err != nil {
		return err
	}
	if len(r.Data) == 0 {
		_, err = w.Write(head)
		return err
	}
	open := head[:len(head)-1]
	if len(open) > 1 {
		open = append(open, ',')
	}
	for _, part := range [][]byte{append(open, `"data":`...), r.Data, []byte("}")} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
