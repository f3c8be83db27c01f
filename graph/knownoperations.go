package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"partnernet/fault"
)

// knownOperations let requests name an operation that the server has by the hash of its text, in the form of automatic persisted queries. A server that
// takes no others refuses what it does not have.
type knownOperations struct {
	texts map[string]string // by their hashes
	only  bool
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
} = knownOperations{}

func newKnownOperations(texts []string, only bool) knownOperations {
	k := knownOperations{texts: map[string]string{}, only: only}
	for _, text := range texts {
		k.texts[hashOf(text)] = text
	}
	return k
}

// hashOf gives the name of an operation: the SHA-256 hash of its text.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// ExtensionName names the extension.
func (knownOperations) ExtensionName() string { return "KnownOperations" }

// Validate has nothing to check: each operation is checked when it is asked.
func (knownOperations) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters puts in the text of a known operation that a request names by its hash.
func (k knownOperations) MutateOperationParameters(ctx context.Context, request *graphql.RawParams) *gqlerror.Error {
	named, _ := request.Extensions["persistedQuery"].(map[string]any)
	hash, _ := named["sha256Hash"].(string)
	if text, there := k.texts[hash]; there && request.Query == "" {
		request.Query = text
	}
	if !k.only || ownQuestion(ctx) {
		return nil
	}
	if _, there := k.texts[hashOf(request.Query)]; there {
		return nil
	}
	f := fault.New(fault.Forbidden, "This server takes no operations but those of its own page. If this is the page, load it again: it may be of an earlier version.")
	return &gqlerror.Error{Err: f, Message: f.Text, Extensions: map[string]any{"code": string(f.Code)}}
}

type ownKey struct{}

// ownQuestion says whether it is the server that asks, of itself.
func ownQuestion(ctx context.Context) bool { return ctx.Value(ownKey{}) != nil }
