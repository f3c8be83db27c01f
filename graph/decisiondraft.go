package graph

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"partnernet/access"
	"partnernet/commands"
	"partnernet/decisions"
	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

// decisionDraft makes what the root field readDecision answers: what the file that comes with it says, for those who may import decisions.
func decisionDraft(resolver *access.Resolver) madeField {
	return func(ctx context.Context, field graphql.CollectedField, arguments map[string]any) (graphql.Marshaler, error) {
		viewer := ViewerOf(ctx)
		rights, err := resolver.Rights(ctx, viewer)
		if err != nil {
			return nil, err
		}
		if err := commands.CheckMayImport(rights.GrantedRoles()); err != nil {
			return nil, err
		}
		if arguments, err = received(arguments); err != nil {
			return nil, err
		}
		file, _ := arguments["file"].(commands.File)
		draft, err := decisions.Read(ctx, file.Content, file.Size)
		if err != nil {
			return nil, fault.Within("file", err)
		}
		return draftTeller{draft, viewer.Language}.draft().marshal(ctx, field), nil
	}
}

// draftTeller tells a draft in a language.
type draftTeller struct {
	*decisions.Draft
	language string
}

func (t draftTeller) draft() madeObject {
	pages := make([]madeObject, len(t.Text))
	for i, text := range t.Text {
		pages[i] = madeObject{"DraftPage", map[string]any{"number": i + 1, "text": text}}
	}
	return madeObject{"DecisionDraft", map[string]any{
		"language": strings.ToUpper(t.Language), "sha256": t.SHA256, "format": strings.ToUpper(string(t.Format)), "macros": t.Macros, "personsLeftOut": t.PersonsLeftOut,
		"pages": pages, "facts": toldEach(t.Facts, t.fact), "absent": toldEach(t.Absent, t.absent),
		"contradictions": toldEach(t.Contradictions, t.contradiction), "notUnderstood": toldEach(t.NotUnderstood, t.passage),
	}}
}

func toldEach[T any](all []T, tell func(T) madeObject) []madeObject {
	list := make([]madeObject, len(all))
	for i, each := range all {
		list[i] = tell(each)
	}
	return list
}

func (t draftTeller) fact(f decisions.Fact) madeObject {
	values := []madeObject{}
	for _, field := range decisions.FieldsOf(f.Kind) {
		if value := f.Values[field]; value != "" {
			told := t.field(f.Kind)(field)
			told.typeName, told.fields["value"], told.fields["words"] = "DraftValue", value, decisions.ValueWords(t.language, f.Kind, field, value)
			values = append(values, told)
		}
	}
	return madeObject{"DraftFact", map[string]any{"id": f.ID, "kind": f.Kind, "label": decisions.KindLabel(t.language, f.Kind), "values": values, "receipt": t.receipt(f.Receipt)}}
}

// field tells a field of facts of a kind.
func (t draftTeller) field(kind string) func(string) madeObject {
	return func(field string) madeObject {
		enumeration, example := decisions.FormOf(kind, field)
		return madeObject{"DraftField", map[string]any{"field": field, "label": decisions.FieldLabel(t.language, kind, field),
			"enumeration": stored.OrNull(enumeration), "example": stored.OrNull(example)}}
	}
}

func (t draftTeller) absent(kind string) madeObject {
	return madeObject{"AbsentFact", map[string]any{"kind": kind, "label": decisions.KindLabel(t.language, kind), "reason": string(registry.NotInSource),
		"fields": toldEach(decisions.FieldsOf(kind), t.field(kind))}}
}

func (t draftTeller) contradiction(c decisions.Contradiction) madeObject {
	return madeObject{"DraftContradiction", map[string]any{"kind": c.Kind, "label": decisions.KindLabel(t.language, c.Kind), "values": c.Values}}
}

func (t draftTeller) passage(p decisions.Passage) madeObject {
	return madeObject{"DraftPassage", map[string]any{"receipt": t.receipt(p.Receipt), "holds": p.Holds}}
}

func (t draftTeller) receipt(r decisions.Receipt) madeObject {
	fields := map[string]any{"page": r.Page, "from": r.From, "to": r.To, "untilPage": nil, "quote": r.Quote, "sentence": r.Sentence, "locator": r.Locator(), "rule": stored.OrNull(r.Rule), "sure": r.Sure}
	if r.Until > 0 {
		fields["untilPage"] = r.Until
	}
	return madeObject{"TextReceipt", fields}
}
