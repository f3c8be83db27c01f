package commands

import (
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
	"partnernet/registry"
)

// checkTexts refuses an empty text where the input requires one, however deep it stands in it. Not all of them become a value that a record must have.
func (w *work) checkTexts() error {
	argument := w.model.Type("Mutation").Field(w.request.Name).Def.Arguments.ForName("input")
	return w.checkTextsWithin("", argument.Type, w.request.Input)
}

// checkTextsWithin does so of a value of a type. The path says where in the input it stands, "" for the input itself.
func (w *work) checkTextsWithin(path string, t *ast.Type, value any) error {
	switch v := value.(type) {
	case string:
		if t.NonNull && t.Name() == "String" {
			return fault.Within(path, registry.CheckGiven(v))
		}
	case []any:
		for i, item := range v {
			if err := w.checkTextsWithin(fmt.Sprintf("%s[%d]", path, i), t.Elem, item); err != nil {
				return err
			}
		}
	case map[string]any:
		for _, field := range w.model.Schema.Types[t.Name()].Fields {
			if err := w.checkTextsWithin(fault.Join(path, field.Name), field.Type, v[field.Name]); err != nil {
				return err
			}
		}
	}
	return nil
}
