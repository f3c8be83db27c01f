package transport

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
)

const (
	// mostNames is how many operations of a document an error lists.
	mostNames = 10
	// longestText is the longest sentence of an error, in bytes: some repeat a word of the document, which can be as long as the request.
	longestText = 400
)

// graphqlError gives a fault the form of a GraphQL error, its code in extensions.code.
func graphqlError(f *fault.Fault) *gqlerror.Error {
	return &gqlerror.Error{Err: f, Message: f.Text, Extensions: map[string]any{"code": string(f.Code)}}
}

// requestErrors gives every error that stopped a request before it ran a code and a sentence of use, each once: the library checks a fragment
// wherever it is spread and by itself too. Its own codes for parsing and validation say no more than BAD_INPUT does. The variables are those that came.
func requestErrors(op *graphql.OperationContext, errs gqlerror.List, variables map[string]any) gqlerror.List {
	if op != nil && op.Doc != nil && op.Operation == nil {
		return gqlerror.List{graphqlError(unclearOperation(op))}
	}
	errs = withoutRepeats(errs)
	for _, err := range errs {
		if _, isFault := errors.AsType[*fault.Fault](err); isFault {
			continue
		}
		variableFirst(err, variables)
		code, _ := err.Extensions["code"].(string)
		if code == "" || code == errcode.ParseFailed || code == errcode.ValidationFailed {
			code = string(fault.BadInput)
			errcode.Set(err, code)
		}
		if len(err.Message) > longestText {
			err.Message = strings.ToValidUTF8(err.Message[:longestText], "") + "…"
		}
		err.Err = fault.Wrap(fault.Code(code), err.Err, "%s", err.Message)
	}
	return errs
}

// withoutRepeats gives the errors without those that say the same of the same places as one before them.
func withoutRepeats(errs gqlerror.List) gqlerror.List {
	var once gqlerror.List
	for _, err := range errs {
		repeated := slices.ContainsFunc(once, func(before *gqlerror.Error) bool {
			return before.Message == err.Message && len(err.Locations) > 0 && slices.Equal(before.Locations, err.Locations)
		})
		if !repeated {
			once = append(once, err)
		}
	}
	return once
}

// variableFirst moves the place of a wrong variable from the error's path into its sentence:
// a path in a response points into its data, and this response has none.
func variableFirst(err *gqlerror.Error, variables map[string]any) {
	if len(err.Path) < 2 || err.Path[0] != ast.PathName("variable") {
		return
	}
	if before, kind, found := strings.Cut(err.Message, " as "); found && strings.HasPrefix(before, "cannot use value ") {
		// The library shows what it has made of the number: 0 of 1.5.
		err.Message = fmt.Sprintf("cannot use value %s as %s", shown(variables[err.Path[1:].String()]), kind)
	}
	err.Message = fmt.Sprintf("Variable $%s: %s.", err.Path[1:].String(), strings.TrimSuffix(err.Message, "."))
	err.Path = nil
}

// unclearOperation says what to put into operationName when it names no operation of the document.
func unclearOperation(op *graphql.OperationContext) *fault.Fault {
	var names []string
	for _, each := range op.Doc.Operations {
		if each.Name != "" && len(names) < mostNames {
			names = append(names, each.Name)
		}
	}
	have := "Its only operation has no name: leave operationName out."
	if len(names) > 0 {
		have = "It has: " + strings.Join(names, ", ") + "."
	}
	if op.OperationName == "" {
		return fault.New(fault.BadInput, "The document has several operations; say in operationName which one to run. %s", have)
	}
	return fault.New(fault.BadInput, "The document has no operation of the name given in operationName. %s", have)
}
