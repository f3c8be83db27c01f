package commands_test

import (
	"strings"
	"testing"
	"time"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// A document that was recorded is the ground of what is entered after it, and is recorded once.
func TestADocumentIsAGround(t *testing.T) {
	w := register.New(t)
	region, digest := w.Organisation("Region"), strings.Repeat("0f", 32)
	obtained := register.Today.Add(-time.Hour).Format(time.RFC3339)
	got := w.Command("recordDocument", object{
		"title": "Beslut", "reference": "RUN/112/2023", "type": "DECISION", "language": "sv", "sha256": digest, "url": "https://example.org/",
		"assertedBy": region, "retrievedAt": obtained, "locator": "page 2", "unknown": []object{{"field": "publishedOn", "reason": "NOT_IN_SOURCE"}},
	}, `document { title reference type language sha256 url publishedOn unknown { field reason } }
		source { title retrievedAt locator assertedBy { legalName } }
		changes { subject { __typename } source { title } }`).Good()
	ofItself := func(kind string) any {
		return object{"subject": object{"__typename": kind}, "source": object{"title": "Beslut"}}
	}
	want := object{
		"document": object{"title": "Beslut", "reference": "RUN/112/2023", "type": "DECISION", "language": "sv", "sha256": digest, "url": "https://example.org/",
			"publishedOn": nil, "unknown": []any{object{"field": "publishedOn", "reason": "NOT_IN_SOURCE"}}},
		"source":  object{"title": "Beslut", "retrievedAt": obtained, "locator": "page 2", "assertedBy": object{"legalName": "Region"}},
		"changes": []any{ofItself("Document"), ofItself("Source")},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	source := w.Make("recordDocument", object{"title": "Minutes"}, "source")
	documents := w.Count("Document")
	id := w.Make("registerOrganisation", object{"legalName": "A", "source": object{"id": source}}, "organisation")
	rests := w.Do(`query($id: ID!) { organisation(id: $id) { sources { title } } }`, object{"id": id})
	if diff := cmp.Diff(object{"organisation": object{"sources": []any{object{"title": "Minutes"}}}}, rests); diff != "" {
		t.Error(diff)
	}
	if w.Count("Document") != documents {
		t.Error("the document has been recorded again")
	}
}

func TestDocumentsRefused(t *testing.T) {
	w := register.New(t)
	for _, row := range []struct {
		why         string
		input       object
		rule, field string
	}{
		{"no title", object{"title": ""}, "required", "input.title"},
		{"published tomorrow", object{"publishedOn": register.DayFrom(1)}, "not-future", "input.publishedOn"},
		{"obtained tomorrow", object{"retrievedAt": register.DayFrom(1) + "T00:00:00Z"}, "not-future", "input.retrievedAt"},
		{"a language by its name", object{"language": "Swedish"}, "language-tag", "input.language"},
		{"half a digest", object{"sha256": "0f0f"}, "sha256-form", "input.sha256"},
	} {
		t.Run(row.why, func(t *testing.T) {
			if row.input["title"] == nil {
				row.input["title"] = "A letter"
			}
			w.On(t).Command("recordDocument", row.input, "changes { id }").Fails("BAD_INPUT", row.rule, row.field)
		})
	}
	w.Command("recordDocument", object{"title": "A letter", "assertedBy": "nobody"}, "changes { id }").Fails("NOT_FOUND", "", "input.assertedBy")
	if n := w.Count("Record"); n != 0 {
		t.Errorf("commands that are refused leave %d records", n)
	}
}
