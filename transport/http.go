package transport

import (
	"cmp"
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/fault"
)

const (
	defaultBodyLimit = 1 << 20
	// methods are those that the endpoint answers to.
	methods = "GET, HEAD, POST, OPTIONS"
	// multipartForm is the media type of a request that brings files.
	multipartForm = "multipart/form-data"
)

// HTTP serves GraphQL over HTTP, and the distinct-connections mode of GraphQL over server-sent events for clients that accept
// text/event-stream. POST takes application/json, and multipart/form-data only with a header of its own, and GET runs queries only, so that
// no web page can write across origins without the browser asking first.
type HTTP struct {
	// BodyLimit is the largest body of a POST and the longest query part of a URL, in bytes; 1 MiB when 0.
	BodyLimit int64
	// UploadLimit is the largest file that may come with a request by the GraphQL multipart request specification, in bytes; 16 MiB when 0.
	UploadLimit int64
	// KeepAlive is the pause after which a silent event stream gets a comment; 15 s when 0.
	KeepAlive time.Duration
	// Streams is told of event streams, so that they end when the server stops; may be nil.
	Streams *Streams
}

var _ graphql.Transport = HTTP{}

// Supports takes every request: what is wrong with one, HTTP can say best.
func (HTTP) Supports(*http.Request) bool { return true }

// refusal is why a request did not become an operation, and the status that says so.
type refusal struct {
	status int
	fault  *fault.Fault
	allow  string // the Allow header, which status 405 must have
	limit  int64  // the size allowed, in bytes, when the request is larger
}

// exchange is one HTTP request and its answer.
type exchange struct {
	HTTP
	w    http.ResponseWriter
	r    *http.Request
	exec graphql.GraphExecutor
	form mediaType // of the answer
}

// Do answers one request.
func (h HTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	// Answers depend on who asks and on the hour, so no cache may keep them.
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Add("Vary", "Accept")
	if r.Method == http.MethodOptions {
		w.Header().Set("Allow", methods)
		w.WriteHeader(http.StatusNoContent)
		return
	}
	x := exchange{HTTP: h, w: w, r: r, exec: exec, form: applicationJSON}
	params, refused := x.read()
	if refused != nil {
		x.refuse(r.Context(), refused)
		return
	}
	ctx, op, failed := prepare(r.Context(), exec, params)
	if failed == nil {
		refused = x.mayRun(op.Operation.Operation)
	}
	switch {
	case refused != nil:
		x.refuse(ctx, refused)
	case x.form == eventStream:
		x.stream(ctx, op, failed)
	case failed != nil:
		x.write(x.statusOf(failed), failed)
	default:
		x.answer(ctx, op)
	}
}

// read finds out how to answer and what was asked.
func (x *exchange) read() (*graphql.RawParams, *refusal) {
	switch x.r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost:
	default:
		return nil, &refusal{status: http.StatusMethodNotAllowed, fault: fault.New(fault.BadInput, "GraphQL is asked with GET or POST."), allow: methods}
	}
	form, ok := negotiate(x.r.Header.Values("Accept"))
	if !ok {
		return nil, &refusal{status: http.StatusNotAcceptable, fault: fault.New(fault.BadInput, "The answer can be had as %s.", strings.Join(offered(), ", "))}
	}
	x.form = form
	var params *graphql.RawParams
	var refused *refusal
	start := graphql.Now()
	if x.r.Method == http.MethodPost {
		params, refused = x.readBody()
	} else {
		params, refused = x.readURL()
	}
	if refused != nil {
		return nil, refused
	}
	params.Headers = x.r.Header
	params.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return params, nil
}

func (x *exchange) readBody() (*graphql.RawParams, *refusal) {
	kind, attributes, err := mime.ParseMediaType(x.r.Header.Get("Content-Type"))
	charset := cmp.Or(attributes["charset"], "utf-8")
	if err == nil && kind == multipartForm {
		return x.readMultipart()
	}
	if err != nil || kind != string(applicationJSON) || !strings.EqualFold(charset, "utf-8") {
		return nil, &refusal{status: http.StatusUnsupportedMediaType, fault: fault.New(fault.BadInput, "A POST has Content-Type: application/json, in UTF-8.")}
	}
	limit := cmp.Or(x.BodyLimit, defaultBodyLimit)
	body, err := io.ReadAll(http.MaxBytesReader(x.w, x.r.Body, limit))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, tooLargeBody(limit)
	case err != nil:
		return nil, &refusal{status: http.StatusBadRequest, fault: fault.Wrap(fault.BadInput, err, "The body broke off before its end.")}
	}
	params, f := readParams(body)
	return params, badRequest(f)
}

func (x *exchange) readURL() (*graphql.RawParams, *refusal) {
	limit := cmp.Or(x.BodyLimit, defaultBodyLimit)
	if int64(len(x.r.URL.RawQuery)) > limit {
		return nil, &refusal{status: http.StatusRequestURITooLong, limit: limit,
			fault: fault.New(fault.TooCostly, "The query part of the URL is longer than the %d bytes allowed. Split the request.", limit)}
	}
	values, err := url.ParseQuery(x.r.URL.RawQuery)
	if err != nil {
		return nil, badRequest(fault.Wrap(fault.BadInput, err, "The query part of the URL is not well formed."))
	}
	params, f := paramsOfURL(values)
	return params, badRequest(f)
}

func badRequest(f *fault.Fault) *refusal {
	if f == nil {
		return nil
	}
	return &refusal{status: http.StatusBadRequest, fault: f}
}

// mayRun says whether this request may run an operation of this kind.
func (x *exchange) mayRun(kind ast.Operation) *refusal {
	switch {
	case kind == ast.Mutation && x.r.Method != http.MethodPost:
		return &refusal{status: http.StatusMethodNotAllowed, fault: fault.New(fault.BadInput, "A mutation is sent with POST."), allow: http.MethodPost}
	case kind == ast.Subscription && x.form != eventStream && accepts(x.r.Header.Values("Accept"), eventStream):
		x.form = eventStream
	case kind == ast.Subscription && x.form != eventStream:
		return &refusal{status: http.StatusNotAcceptable, fault: fault.New(fault.BadInput,
			"A subscription needs Accept: text/event-stream, or a WebSocket with the subprotocol %s.", subprotocol)}
	}
	return nil
}

// answer runs a query or a mutation and writes its one response.
func (x *exchange) answer(ctx context.Context, op *graphql.OperationContext) {
	for response := range run(ctx, x.exec, op) {
		status := http.StatusOK
		if isRequestError(response) {
			status = x.statusOf(response)
		}
		x.write(status, response)
		return
	}
	f := fault.New(fault.Unavailable, "The answer was not ready in time. Try again, or ask for less at once.")
	x.refuse(ctx, &refusal{status: http.StatusServiceUnavailable, fault: f})
}

// refuse writes why the request did not run. An event stream has not begun yet, so the client gets plain JSON.
func (x *exchange) refuse(ctx context.Context, refused *refusal) {
	if x.form == eventStream {
		x.form = applicationJSON
	}
	if refused.allow != "" {
		x.w.Header().Set("Allow", refused.allow)
	}
	err := graphqlError(refused.fault)
	if refused.limit > 0 {
		err.Extensions["limit"], err.Extensions["allowed"] = "body", refused.limit
	}
	x.write(refused.status, dispatch(ctx, x.exec, err))
}

func (x *exchange) write(status int, response *graphql.Response) {
	x.w.Header().Set("Content-Type", string(x.form)+"; charset=utf-8")
	if seconds := retryAfter(response); seconds > 0 {
		x.w.Header().Set("Retry-After", strconv.Itoa(seconds))
	}
	x.w.WriteHeader(status)
	// An error here means that the client has gone; the server ends the connection.
	_ = writeResponse(x.w, response)
}

// statusOf gives the status of a well-formed request that was refused.
//
// It follows the reference audit of the specification. Clients of application/json may take any other status than 200 for
// the word of some proxy, so they get 200 where the document or its variables are wrong, and clients of
// application/graphql-response+json get 400. (Drafts after April 2026 split 400 into 400 and 422; the audit has not followed.)
func (x *exchange) statusOf(response *graphql.Response) int {
	status := codeOf(response).Status(time.Duration(retryAfter(response)) * time.Second)
	if status == http.StatusBadRequest && x.form == applicationJSON {
		return http.StatusOK
	}
	return status
}
