package transport

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
)

// StrictInputs is an extension of gqlgen's handler that refuses what the GraphQL specification refuses and gqlgen's own coercion lets through:
// an Int beyond 32 bits, a number for a String or an enum, a text for a number, an enum value in other letters, a OneOf input object with
// none of its fields or with several.
type StrictInputs struct{ schema *ast.Schema }

var _ interface {
	graphql.HandlerExtension
	graphql.OperationContextMutator
} = &StrictInputs{}

// ExtensionName names the extension.
func (*StrictInputs) ExtensionName() string { return "StrictInputs" }

// Validate takes the schema.
func (s *StrictInputs) Validate(schema graphql.ExecutableSchema) error {
	s.schema = schema.Schema()
	return nil
}

// MutateOperationContext checks the values of the variables, which gqlgen has put in their place, and the integers in the document.
func (s *StrictInputs) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	for _, v := range op.Operation.VariableDefinitions {
		if at, wrong := s.check(v.Type, op.Variables[v.Variable]); wrong != "" {
			return graphqlError(fault.New(fault.BadInput, "Variable $%s: %s", v.Variable+at, wrong).At(v.Variable))
		}
	}
	if value := wideLiteral(op.Doc); value != nil {
		err := graphqlError(fault.New(fault.BadInput, "%s", beyondInt(value.Raw)))
		err.Locations = []gqlerror.Location{{Line: value.Position.Line, Column: value.Position.Column}}
		return err
	}
	return nil
}

// check says what is wrong with a value for a type, or nothing, and at which fields within it: ".inner.number".
func (s *StrictInputs) check(t *ast.Type, value any) (at, wrong string) {
	if value == nil {
		return "", ""
	}
	if t.Elem != nil {
		return s.checkList(t.Elem, value)
	}
	def := s.schema.Types[t.NamedType]
	switch {
	case def.Kind == ast.Enum:
		return "", checkEnum(def, value)
	case def.Kind == ast.InputObject:
		return s.checkObject(def, value)
	case def.BuiltIn:
		return "", checkScalar(def.Name, value)
	}
	return "", "" // a custom scalar judges its values itself
}

// checkList looks at each element; a value that is no list stands for a list of one. gqlgen makes typed slices of those.
func (s *StrictInputs) checkList(elem *ast.Type, value any) (at, wrong string) {
	list := reflect.ValueOf(value)
	if list.Kind() != reflect.Slice {
		return s.check(elem, value)
	}
	for i := range list.Len() {
		if at, wrong := s.check(elem, list.Index(i).Interface()); wrong != "" {
			return at, wrong
		}
	}
	return "", ""
}

func (s *StrictInputs) checkObject(def *ast.Definition, value any) (at, wrong string) {
	object, _ := value.(map[string]any)
	if def.Directives.ForName("oneOf") != nil && !givesOne(object) {
		return "", fmt.Sprintf("OneOf Input Object %q must specify exactly one key.", def.Name)
	}
	for _, field := range def.Fields {
		if within, wrong := s.check(field.Type, object[field.Name]); wrong != "" {
			return "." + field.Name + within, wrong
		}
	}
	return "", ""
}

// givesOne says whether a OneOf input object has exactly one of its fields, with a value that is not null.
func givesOne(object map[string]any) bool {
	for _, value := range object {
		return len(object) == 1 && value != nil
	}
	return false
}

func checkEnum(def *ast.Definition, value any) string {
	name, isText := value.(string)
	if isText && def.EnumValues.ForName(name) != nil {
		return ""
	}
	return fmt.Sprintf("%s is none of the values of %s.", shown(value), def.Name)
}

// checkScalar judges a value as JSON has it. Values that come from defaults in the document are Go's own types already.
func checkScalar(name string, value any) string {
	number, isNumber := numberOf(value)
	_, isText := value.(string)
	switch name {
	case "Int":
		if !isNumber || !isInteger(number) {
			return fmt.Sprintf("%s is not an Int.", shown(value))
		}
		if !fitsInt(number) {
			return beyondInt(number)
		}
	case "Float":
		if !isNumber {
			return fmt.Sprintf("%s is not a Float.", shown(value))
		}
	case "String":
		if !isText {
			return fmt.Sprintf("%s is not a String.", shown(value))
		}
	case "ID":
		if !isText && (!isNumber || !isInteger(number)) {
			return fmt.Sprintf("%s is not an ID.", shown(value))
		}
	}
	return ""
}

func numberOf(value any) (text string, ok bool) {
	switch value := value.(type) {
	case json.Number:
		return value.String(), true
	case int64, float64:
		return fmt.Sprint(value), true
	}
	return "", false
}

func isInteger(number string) bool { return !strings.ContainsAny(number, ".eE") }

func fitsInt(number string) bool {
	_, err := strconv.ParseInt(number, 10, 32)
	return err == nil
}

func beyondInt(number string) string {
	return fmt.Sprintf("%s is beyond the range of Int, %d to %d.", shown(number), math.MinInt32, math.MaxInt32)
}

// shown gives a value for an error; a long one is cut.
func shown(value any) string {
	const most = 40
	text := fmt.Sprint(value)
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "…"
	}
	return strconv.Quote(text)
}

// wideLiteral finds an Int beyond 32 bits that is written in the document. Documents are shared between requests, so it only looks.
func wideLiteral(doc *ast.QueryDocument) *ast.Value {
	for _, each := range doc.Operations {
		if found := wideIn(each.SelectionSet); found != nil {
			return found
		}
	}
	for _, each := range doc.Fragments {
		if found := wideIn(each.SelectionSet); found != nil {
			return found
		}
	}
	return nil
}

func wideIn(selections ast.SelectionSet) *ast.Value {
	for _, selection := range selections {
		var below ast.SelectionSet
		switch selection := selection.(type) {
		case *ast.Field:
			for _, argument := range selection.Arguments {
				if found := wideValue(argument.Value); found != nil {
					return found
				}
			}
			below = selection.SelectionSet
		case *ast.InlineFragment:
			below = selection.SelectionSet
		}
		if found := wideIn(below); found != nil {
			return found
		}
	}
	return nil
}

func wideValue(value *ast.Value) *ast.Value {
	if value.Kind == ast.IntValue && value.Definition != nil && value.Definition.Name == "Int" && !fitsInt(value.Raw) {
		return value
	}
	for _, child := range value.Children {
		if found := wideValue(child.Value); found != nil {
			return found
		}
	}
	return nil
}
