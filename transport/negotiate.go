package transport

import (
	"strings"

	"github.com/elnormous/contenttype"
)

// mediaType is a form in which an answer can be had.
type mediaType string

const (
	applicationJSON mediaType = "application/json"
	graphqlResponse mediaType = "application/graphql-response+json"
	eventStream     mediaType = "text/event-stream"
)

// available are the forms of an answer; the first is the one for clients that do not care.
var available = []contenttype.MediaType{parameterised(applicationJSON), parameterised(graphqlResponse), parameterised(eventStream)}

// parameterised adds the encoding, so that a client that asks for another one is refused.
func parameterised(m mediaType) contenttype.MediaType {
	return contenttype.NewMediaType(string(m) + "; charset=utf-8")
}

func offered() []string {
	var names []string
	for _, each := range available {
		names = append(names, each.MIME())
	}
	return names
}

// negotiate gives the form that the Accept header ranks highest. Not ok: it names none that can be had.
func negotiate(accept []string) (mediaType, bool) { return choose(accept, available) }

// accepts says whether the Accept header allows a form at all.
func accepts(accept []string, form mediaType) bool {
	_, ok := choose(accept, []contenttype.MediaType{parameterised(form)})
	return ok
}

func choose(accept []string, among []contenttype.MediaType) (mediaType, bool) {
	header := strings.Join(accept, ",")
	if strings.TrimSpace(header) == "" {
		header = "*/*"
	}
	chosen, _, err := contenttype.GetAcceptableMediaTypeFromHeader(header, among)
	return mediaType(chosen.MIME()), err == nil
}
