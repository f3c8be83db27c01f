package export

import (
	"context"
	"encoding/json"
	"io"
	"slices"
)

// ofLinkedData gives the exports of everything as linked data.
func ofLinkedData() []Offer {
	return []Offer{
		{Kind: "everything", Format: "jsonld", MediaType: "application/ld+json", write: writeJSONLD},
		{Kind: "everything", Format: "nq", MediaType: "application/n-quads", write: writeNQuads},
	}
}

// Context is the JSON-LD context of exports: what each of their terms means.
var Context = contextOf(vocabulary)

func contextOf(v vocabularyTerms) map[string]any {
	all := map[string]any{"@vocab": v.Prefixes["pn"]}
	for prefix, space := range v.Prefixes {
		all[prefix] = space
	}
	for field, t := range v.Terms {
		definition := map[string]any{"@id": v.full(t.Is)}
		switch {
		case datatypes[t.As] != "":
			definition["@type"] = v.full(datatypes[t.As])
		case t.As == "address" || t.As == "code":
			definition["@type"] = "@id"
		case t.As != "":
			definition["@language"] = t.As
		}
		all[field] = definition
	}
	return all
}

// writeJSONLD writes everything as JSON-LD 1.1, with its context in it: a resource a line.
func writeJSONLD(ctx context.Context, s source, w io.Writer) error {
	vocabulary, err := json.Marshal(Context)
	if err != nil {
		return err
	}
	between := "{\"@context\": " + string(vocabulary) + ",\n\"@graph\": [\n"
	for r, err := range s.resources(ctx) {
		if err != nil {
			return err
		}
		text, err := json.Marshal(r.compact())
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, between+string(text)); err != nil {
			return err
		}
		between = ",\n"
	}
	if between != ",\n" { // there is nothing
		_, err = io.WriteString(w, between+"]}\n")
		return err
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

// compact gives a resource as an object of JSON-LD.
func (r *resource) compact() map[string]any {
	all := map[string]any{"@id": r.id}
	if r.types != nil {
		all["@type"] = slices.Clone(r.types)
	}
	for _, p := range r.properties {
		values := make([]any, len(p.values))
		for i, v := range p.values {
			switch {
			case v.to != nil:
				values[i] = v.to.compact()
			case v.datatype != "":
				values[i] = map[string]any{"@value": v.text, "@type": v.datatype}
			default:
				values[i] = v.text
			}
		}
		if all[p.field] = any(values); len(values) == 1 {
			all[p.field] = values[0]
		}
	}
	return all
}
