package transport_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"go.uber.org/goleak"

	"partnernet/fault"
	"partnernet/transport"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const schemaText = `
	type Query {
		hello: String
		viewer: String
		fails: String
		required: String!
		refused: String
		panics: String
		echo(text: String, number: Int, ratio: Float, id: ID, colour: Colour, numbers: [Int!], input: Input, choice: Choice): String
		sent(file: Upload, files: [Upload]): String
	}
	type Mutation { write: String }
	type Subscription { events: String broken: String }
	scalar Upload
	enum Colour { RED GREEN }
	input Input { number: Int inner: Input numbers: [Int] choice: Choice }
	input Choice @oneOf { id: ID text: String }
`

// world is a GraphQL server of a small schema over the transports, with the far ends of its subscriptions in the test's hands.
type world struct {
	*httptest.Server
	streams *transport.Streams
	// events is what the subscription events tells; closing it ends the subscription.
	events chan string
	// begun and ended get a value for each subscription that begins and ends in the resolver.
	begun, ended chan struct{}
	// writes counts the mutations that ran.
	writes atomic.Int32
}

// viewerKey is under what the context of a socket's operations tells who asks.
type viewerKey struct{}

// newWorld serves the transports with the changes that a test asks for.
func newWorld(t *testing.T, change ...func(*transport.HTTP, *transport.WebSocket)) *world {
	t.Helper()
	w := &world{
		streams: transport.NewStreams(),
		events:  make(chan string),
		begun:   make(chan struct{}, 1000),
		ended:   make(chan struct{}, 1000),
	}
	overHTTP := transport.HTTP{Streams: w.streams}
	overSocket := transport.WebSocket{Streams: w.streams}
	for _, each := range change {
		each(&overHTTP, &overSocket)
	}
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: schemaText})
	srv := handler.New(&graphql.ExecutableSchemaMock{
		SchemaFunc: func() *ast.Schema { return schema },
		ExecFunc:   w.exec,
	})
	srv.AddTransport(overSocket)
	srv.AddTransport(overHTTP)
	srv.Use(extension.AutomaticPersistedQuery{Cache: graphql.MapCache[string]{}})
	srv.Use(&transport.StrictInputs{})
	w.Server = httptest.NewServer(srv)
	t.Cleanup(func() {
		if err := w.streams.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
		w.Close()
		http.DefaultClient.CloseIdleConnections()
	})
	return w
}

// exec answers an operation: each root field is its own name as text, but for those that go wrong in their own way.
func (w *world) exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx).Operation
	if op.Operation == ast.Subscription {
		return w.subscribe(ctx, op.SelectionSet[0].(*ast.Field).Name)
	}
	done := false
	return func(ctx context.Context) *graphql.Response {
		if done {
			return nil
		}
		done = true
		data := map[string]any{}
		for _, selection := range op.SelectionSet {
			switch field := selection.(*ast.Field); field.Name {
			case "panics":
				panic("a secret of the house")
			case "refused":
				graphql.AddError(ctx, fault.New(fault.Forbidden, "Not for you."))
				return &graphql.Response{}
			case "required":
				graphql.AddError(ctx, errors.New("no value"))
				return &graphql.Response{Data: []byte("null")}
			case "fails":
				graphql.AddError(ctx, errors.New("no value"))
				data[field.Alias] = nil
			case "viewer":
				data[field.Alias] = ctx.Value(viewerKey{})
			case "__type":
				data[field.Alias] = nil
			case "sent":
				data[field.Alias] = sentFiles(graphql.GetOperationContext(ctx).Variables)
			case "write":
				w.writes.Add(1)
				data[field.Alias] = "written"
			default:
				data[field.Alias] = field.Name
			}
		}
		text, _ := json.Marshal(data)
		return &graphql.Response{Data: text}
	}
}

// sentFiles tells the names and sizes of the files among variables.
func sentFiles(variables map[string]any) string {
	var told []string
	for _, value := range variables {
		list := reflect.ValueOf(value)
		if list.Kind() != reflect.Slice {
			list = reflect.ValueOf([]any{value})
		}
		for i := range list.Len() {
			file := list.Index(i).Interface().(graphql.Upload)
			told = append(told, fmt.Sprintf("%s %d", file.Filename, file.Size))
		}
	}
	return strings.Join(told, ", ")
}

func (w *world) subscribe(ctx context.Context, field string) graphql.ResponseHandler {
	if field == "broken" {
		graphql.AddError(ctx, errors.New("no such source"))
		return nil
	}
	w.begun <- struct{}{}
	end := sync.OnceFunc(func() { w.ended <- struct{}{} })
	context.AfterFunc(ctx, end)
	return func(ctx context.Context) *graphql.Response {
		select {
		case <-ctx.Done():
			return nil
		case event, more := <-w.events:
			if !more {
				end()
				return nil
			}
			text, _ := json.Marshal(map[string]string{field: event})
			return &graphql.Response{Data: text}
		}
	}
}
