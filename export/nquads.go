package export

import (
	"context"
	"io"
	"strings"
)

// writeNQuads writes everything as N-Quads: a statement a line, all of the default graph.
func writeNQuads(ctx context.Context, s source, w io.Writer) error {
	for r, err := range s.resources(ctx) {
		if err != nil {
			return err
		}
		var lines strings.Builder
		r.statements(&lines)
		if _, err := io.WriteString(w, lines.String()); err != nil {
			return err
		}
	}
	return nil
}

// statements writes what a resource and its parts say.
func (r *resource) statements(w *strings.Builder) {
	say := func(predicate, object string) {
		w.WriteString("<" + r.id + "> <" + vocabulary.full(predicate) + "> " + object + " .\n")
	}
	for _, name := range r.types {
		say("rdf:type", "<"+vocabulary.full(name)+">")
	}
	for _, p := range r.properties {
		t := vocabulary.termOf(p.field)
		for _, v := range p.values {
			if v.to == nil {
				say(t.Is, t.object(v))
				continue
			}
			say(t.Is, "<"+v.to.id+">")
			v.to.statements(w)
		}
	}
}

// object gives a text as the object of a statement.
func (t term) object(v value) string {
	quoted := `"` + escapeQuad.Replace(v.text) + `"`
	switch {
	case v.datatype != "":
		return quoted + "^^<" + vocabulary.full(v.datatype) + ">"
	case datatypes[t.As] != "":
		return quoted + "^^<" + vocabulary.full(datatypes[t.As]) + ">"
	case t.As == "address" || t.As == "code":
		return "<" + escapeAddress.Replace(v.text) + ">"
	case t.As != "":
		return quoted + "@" + t.As
	}
	return quoted
}

// What stands in texts and addresses of N-Quads in another way.
var (
	escapeQuad    = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`)
	escapeAddress = strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22", " ", "%20", "{", "%7B", "}", "%7D", "|", "%7C", "^", "%5E", "`", "%60", `\`, "%5C")
)
