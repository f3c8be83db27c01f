package limits

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const schemaText = `
	directive @cost(weight: Int!) on FIELD_DEFINITION
	type Query {
		node(id: ID!): Node
		network(id: ID): Network
		networks(filter: Filter, ids: [ID!], state: State, first: Int, after: String): NetworkConnection
		recent(first: Int = 10): [Network!]!
	}
	interface Node { id: ID! }
	type Network implements Node {
		id: ID!
		name: String
		labels: [String!]!
		host: Organisation
		figure: Float @cost(weight: 100)
		brokers(first: Int): [Organisation!] @cost(weight: 500)
		sources: [Source!]!
		members(first: Int): OrganisationConnection
	}
	type Organisation implements Node { id: ID! name: String networks: [Network!]! }
	type Source { title: String }
	type NetworkConnection { edges: [NetworkEdge!]! nodes: [Network!]! pageInfo: PageInfo! totalCount: Int! facets: Facets! }
	type NetworkEdge { cursor: String! node: Network! }
	type OrganisationConnection { nodes: [Organisation!]! totalCount: Int! }
	type PageInfo { hasNextPage: Boolean! endCursor: String }
	type Facets { country: [Facet!]! }
	type Facet { value: String count: Int }
	enum State { OPEN CLOSED }
	input Filter { and: [Filter!] not: Filter state: State name: String }
`

func testSchema() *ast.Schema {
	return gqlparser.MustLoadSchema(&ast.Source{Name: "test", Input: schemaText})
}

// world is a server with limits that answers everything with nothing.
type world struct {
	*handler.Server
	// documents are those of the operations that ran, in order.
	documents []*ast.QueryDocument
}

func newWorld(l Limits) *world {
	w := &world{}
	schema := testSchema()
	w.Server = handler.New(&graphql.ExecutableSchemaMock{
		SchemaFunc: func() *ast.Schema { return schema },
		ExecFunc: func(ctx context.Context) graphql.ResponseHandler {
			w.documents = append(w.documents, graphql.GetOperationContext(ctx).Doc)
			return graphql.OneShot(&graphql.Response{Data: []byte("{}")})
		},
	})
	w.AddTransport(transport.POST{})
	Install(w.Server, l)
	return w
}

// request is the JSON of a request.
type request struct {
	Query         string         `json:"query,omitempty"`
	OperationName string         `json:"operationName,omitempty"`
	Variables     map[string]any `json:"variables,omitempty"`
	Extensions    map[string]any `json:"extensions,omitempty"`
}

// failure is an error that a client got.
type failure struct {
	Message    string         `json:"message"`
	Extensions map[string]any `json:"extensions"`
}

// ask sends a request and gives the errors that came.
func (w *world) ask(t *testing.T, r request) []failure {
	t.Helper()
	body, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	post := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(string(body)))
	post.Header.Set("Content-Type", "application/json")
	answer := httptest.NewRecorder()
	w.ServeHTTP(answer, post)
	var response struct {
		Errors []failure `json:"errors"`
	}
	if err := json.Unmarshal(answer.Body.Bytes(), &response); err != nil {
		t.Fatalf("%s: %v", answer.Body, err)
	}
	return response.Errors
}

// limitOf gives the limit that a request was refused by, or nothing.
func limitOf(errs []failure) string {
	if len(errs) == 0 {
		return ""
	}
	name, _ := errs[0].Extensions["limit"].(string)
	return name
}
