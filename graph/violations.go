package graph

import (
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
)

// violation is one thing that is wrong with an input, as extensions.violations tells it.
type violation struct {
	Field   string `json:"field,omitempty"` // as extensions.field has it
	Rule    string `json:"rule,omitempty"`  // as extensions.rule has it
	Message string `json:"message"`         // what is wrong
	Remedy  string `json:"remedy,omitempty"`
}

// violationsOf gives all that is wrong with an input by a fault, in a language; nil for a fault that is about no field and no rule.
func violationsOf(f *fault.Fault, schema *ast.Schema, language string) []violation {
	all := f.Violations
	if all == nil {
		if f.Field == "" && f.Rule == "" {
			return nil
		}
		bare := *f
		bare.Path = "" // which is told as the field
		all = []fault.Violation{{Field: f.Field, Rule: f.Rule, Err: &bare}}
	}
	told := make([]violation, len(all))
	for i, v := range all {
		told[i] = violation{Field: v.Field, Rule: v.Rule}
		told[i].Message, told[i].Remedy = fault.Parts(sentenceOf(v.Err, schema, language))
	}
	return told
}
