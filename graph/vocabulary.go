package graph

import (
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/access"
	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/registry"
)

// vocabulary answers the root fields vocabulary, labels and typeLabels, which ask the database nothing. It stands before the Reader.
type vocabulary struct {
	compiler *cypher.Compiler
	schema   *ast.Schema
	now      func() time.Time
}

var _ interface {
	graphql.HandlerExtension
	graphql.RootFieldInterceptor
} = (*vocabulary)(nil)

// ExtensionName names the extension to gqlgen.
func (v *vocabulary) ExtensionName() string { return "Vocabulary" }

// Validate accepts every schema: the compiler has checked it.
func (v *vocabulary) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField answers words; every other field is passed on.
func (v *vocabulary) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	field := graphql.GetRootFieldContext(ctx).Field
	tell := map[string]func(string, string) ([]madeObject, error){"vocabulary": v.enumerations, "labels": fieldWords, "typeLabels": typeWords}[field.Name]
	if graphql.GetOperationContext(ctx).Operation.Operation != ast.Query || tell == nil {
		return next(ctx)
	}
	return answered(ctx, field, func(ctx context.Context, field graphql.CollectedField) (graphql.Marshaler, error) {
		arguments, err := v.compiler.Arguments(compiling(ctx, field, access.Rights{}, v.now()))
		if err != nil {
			return nil, err
		}
		language := ViewerOf(ctx).Language
		if wanted, given := arguments["language"].(string); given {
			language = strings.ToLower(wanted)
		}
		only, _ := arguments["name"].(string)
		list, err := tell(language, only)
		return marshalMadeObjects(ctx, field, list), err
	})
}

// enumerations tells what people call the values of the only enumeration of a name, or of all of them.
func (v *vocabulary) enumerations(language, only string) ([]madeObject, error) {
	var all []madeObject
	for _, name := range slices.Sorted(maps.Keys(v.schema.Types)) {
		definition := v.schema.Types[name]
		if definition.Kind != ast.Enum || definition.BuiltIn || only != "" && name != only {
			continue
		}
		values := make([]madeObject, len(definition.EnumValues))
		for i, value := range definition.EnumValues {
			label, _ := registry.ValueLabel(language, name, value.Name)
			values[i] = word(value.Name, label)
		}
		all = append(all, madeObject{"EnumerationWords", map[string]any{"name": name, "values": values}})
	}
	if all == nil {
		return nil, fault.New(fault.NotFound, "There is no enumeration %.80q. The query vocabulary without a name lists them.", only).At("name")
	}
	return all, nil
}

// fieldWords tells what people call the only field of a name, or all of them.
func fieldWords(language, only string) ([]madeObject, error) {
	all := labelled(registry.LabelledFields(), registry.FieldLabel, language, only)
	if all == nil {
		return nil, fault.New(fault.NotFound, "There are no words for a field %.80q. The query labels without a name lists those that have some.", only).At("name")
	}
	return all, nil
}

// typeWords tells what people call records of the only type of a name, or of all of them.
func typeWords(language, only string) ([]madeObject, error) {
	all := labelled(registry.LabelledTypes(), registry.TypeLabel, language, only)
	if all == nil {
		return nil, fault.New(fault.NotFound, "There are no words for a type %.80q. The query typeLabels without a name lists those that have some.", only).At("name")
	}
	return all, nil
}

// labelled tells what is called by its label, of one name or of all.
func labelled(names []string, labelOf func(language, name string) (string, bool), language, only string) (all []madeObject) {
	for _, name := range names {
		if only == "" || name == only {
			label, _ := labelOf(language, name)
			all = append(all, word(name, label))
		}
	}
	return all
}

// word is what people call something of the schema.
func word(name, label string) madeObject {
	return madeObject{"Word", map[string]any{"name": name, "label": label}}
}
