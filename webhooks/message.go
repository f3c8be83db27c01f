package webhooks

import (
	_ "embed"
	"encoding/json"
	"time"
)

// Subscription is the text of the subscription by which hooks are told of changes.
//
//go:embed change.graphql
var Subscription string

// message is what is posted. Its id is the same however often it is.
type message struct {
	id   string
	body []byte
}

// newMessage makes a message of a type, as the Standard Webhooks specification has its body.
func newMessage(id, kind string, at time.Time, data any) (message, error) {
	body, err := json.Marshal(struct {
		Type      string    `json:"type"`
		Timestamp time.Time `json:"timestamp"`
		Data      any       `json:"data"`
	}{kind, at.UTC(), data})
	return message{id, body}, err
}

// messageOf makes the message of a change, as the subscription is answered.
func messageOf(answer []byte) (message, error) {
	var told struct {
		Changes struct {
			Node json.RawMessage `json:"node"`
		} `json:"changes"`
	}
	var change struct {
		ID string    `json:"id"`
		At time.Time `json:"at"`
	}
	if err := json.Unmarshal(answer, &told); err != nil {
		return message{}, err
	}
	if err := json.Unmarshal(told.Changes.Node, &change); err != nil {
		return message{}, err
	}
	return newMessage(change.ID, "change.recorded", change.At, told.Changes.Node)
}
