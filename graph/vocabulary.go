package graph

import (
	"context"
	"maps"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/registry"
)

// tellWords tells what people call the only one of a name, or all of them, in a language.
type tellWords func(language, only string) ([]madeObject, error)

// words makes what the root fields vocabulary, labels and typeLabels answer, which ask the database nothing.
func words(tell tellWords) madeField {
	return func(ctx context.Context, field graphql.CollectedField, arguments map[string]any) (graphql.Marshaler, error) {
		only, _ := arguments["name"].(string)
		list, err := tell(languageOf(ctx, arguments), only)
		return marshalMadeObjects(ctx, field, list), err
	}
}

// enumerationWords tells what people call the values of the only enumeration of a name, or of all of them.
func enumerationWords(schema *ast.Schema) tellWords {
	return func(language, only string) (all []madeObject, err error) {
		for _, name := range slices.Sorted(maps.Keys(schema.Types)) {
			definition := schema.Types[name]
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
