package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"partnernet/fault"
)

// readParams reads the parameters of a GraphQL request from a JSON object: the body of a POST or the payload of a subscribe message.
// Properties it does not know are ignored and null stands for left out, as the specification has it. What was sent is never repeated in an error.
func readParams(text []byte) (*graphql.RawParams, *fault.Fault) {
	properties, ok := readObject(text)
	if !ok {
		return nil, fault.New(fault.BadInput, `The request is not a JSON object in UTF-8. Send {"query": "…", "variables": {…}}, one request at a time.`)
	}
	return params(properties)
}

// paramsOfURL reads the parameters of a GET. There variables and extensions are JSON, and the empty string stands for left out.
func paramsOfURL(values url.Values) (*graphql.RawParams, *fault.Fault) {
	properties := map[string]json.RawMessage{}
	for _, name := range []string{"query", "operationName"} {
		properties[name], _ = json.Marshal(values.Get(name))
	}
	for _, name := range []string{"variables", "extensions"} {
		if value := values.Get(name); value != "" {
			properties[name] = json.RawMessage(value)
		}
	}
	return params(properties)
}

// params takes the parameters out of an object's properties and checks their types.
func params(properties map[string]json.RawMessage) (*graphql.RawParams, *fault.Fault) {
	var p graphql.RawParams
	for _, each := range []struct {
		name, form string
		into       any
	}{
		{"query", "a string", &p.Query},
		{"operationName", "a string", &p.OperationName},
		{"variables", "an object", &p.Variables},
		{"extensions", "an object", &p.Extensions},
	} {
		if value, sent := properties[each.name]; sent && decode(value, each.into) != nil {
			return nil, fault.New(fault.BadInput, "The parameter %s must be %s.", each.name, each.form).At(each.name)
		}
	}
	// A persisted query is named by its hash in the extensions.
	if p.Query == "" && p.Extensions["persistedQuery"] == nil {
		return nil, fault.New(fault.BadInput, "The parameter query is missing: it is the text of the GraphQL document.").At("query")
	}
	return &p, nil
}

// readObject splits a JSON object into its properties. Names are matched to the letter, which decoding into a struct would not do.
func readObject(text []byte) (map[string]json.RawMessage, bool) {
	var properties map[string]json.RawMessage
	if !utf8.Valid(text) || json.Unmarshal(text, &properties) != nil {
		return nil, false
	}
	return properties, properties != nil
}

// decode reads one JSON value and keeps numbers as they were written: a float64 would bend integers beyond 53 bits.
func decode(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("text after the JSON value")
	}
	return nil
}
