package transport

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"maps"
	"mime/multipart"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"partnernet/fault"
)

const (
	// preflight is the header that a request with files must have. A web page of another origin can make a browser send a form, and with it
	// the browser's rights; it cannot add a header to it without the browser asking the server first.
	preflight = "GraphQL-Preflight"

	defaultUploadLimit = 16 << 20
	// maxFiles is how many files one request may bring.
	maxFiles = 10
)

// readMultipart reads a request by the GraphQL multipart request specification: a part operations with the request, a part map that says
// to which variables each file belongs, and then the files.
func (x *exchange) readMultipart() (*graphql.RawParams, *refusal) {
	if x.r.Header.Get(preflight) == "" {
		return nil, &refusal{status: http.StatusForbidden, fault: fault.New(fault.Forbidden,
			"A request with files has the header %s: 1, which no form of a web page has.", preflight)}
	}
	// What stands around the parts of a form is little; what else there is, each part is bounded by.
	limit := x.uploadLimit() + 2*cmp.Or(x.BodyLimit, defaultBodyLimit)
	x.r.Body = http.MaxBytesReader(x.w, x.r.Body, limit)
	form, err := x.r.MultipartReader()
	if err != nil {
		return nil, badRequest(fault.Wrap(fault.BadInput, err, "The form is not well formed: it has no boundary."))
	}
	m := &multipartRequest{exchange: x, form: form}
	params, refused := m.read()
	if refused != nil && refused.status == 0 {
		refused.status = http.StatusBadRequest
	}
	return params, refused
}

func (x *exchange) uploadLimit() int64 { return cmp.Or(x.UploadLimit, defaultUploadLimit) }

// multipartRequest is such a request being read.
type multipartRequest struct {
	*exchange
	form *multipart.Reader
}

func (m *multipartRequest) read() (*graphql.RawParams, *refusal) {
	operations, refused := m.field("operations")
	if refused != nil {
		return nil, refused
	}
	params, f := readParams(operations)
	if f != nil {
		return nil, badRequest(f)
	}
	text, refused := m.field("map")
	if refused != nil {
		return nil, refused
	}
	var places map[string][]string
	if decode(text, &places) != nil || len(places) == 0 || len(places) > maxFiles {
		return nil, badRequest(fault.New(fault.BadInput, `The part map is a JSON object that gives each file its variables, as {"0": ["variables.input.file"]}, and has 1 to %d files.`, maxFiles).At("map"))
	}
	for range len(places) { // each that is read is taken out of the map
		if refused := m.file(params, places); refused != nil {
			return nil, refused
		}
	}
	for _, name := range slices.Sorted(maps.Keys(places)) {
		return nil, badRequest(fault.New(fault.BadInput, "The file %.40q that the map names was not sent.", name).At("map"))
	}
	return params, nil
}

// field reads the next part, which is due to be the one of this name.
func (m *multipartRequest) field(name string) ([]byte, *refusal) {
	part, err := m.form.NextPart()
	if err != nil || part.FormName() != name {
		return nil, m.broken(err, fault.New(fault.BadInput, "The parts of the form are operations, map and then the files; %s is missing or out of order.", name))
	}
	return m.content(part, cmp.Or(m.BodyLimit, defaultBodyLimit))
}

// file reads the next file and puts it where the map says. It is no longer among the places then.
func (m *multipartRequest) file(params *graphql.RawParams, places map[string][]string) *refusal {
	part, err := m.form.NextPart()
	if err != nil {
		return m.broken(err, fault.New(fault.BadInput, "The form ended before all files of the map were sent.").At("map"))
	}
	paths := places[part.FormName()]
	if len(paths) == 0 {
		return badRequest(fault.New(fault.BadInput, "The map says of no variable that it is the file %.40q, or the file is sent twice.", part.FormName()).At("map"))
	}
	delete(places, part.FormName())
	content, refused := m.content(part, m.uploadLimit())
	if refused != nil {
		return refused
	}
	for _, path := range paths {
		upload := graphql.Upload{File: bytes.NewReader(content), Filename: part.FileName(), Size: int64(len(content)), ContentType: part.Header.Get("Content-Type")}
		if !place(params, path, upload) {
			return badRequest(fault.New(fault.BadInput, "The map names %.100q, which is no variable with the value null.", path).At("map"))
		}
	}
	return nil
}

func (m *multipartRequest) content(part io.Reader, limit int64) ([]byte, *refusal) {
	content, err := io.ReadAll(io.LimitReader(part, limit+1))
	if err != nil {
		return nil, m.broken(err, nil)
	}
	if int64(len(content)) > limit {
		return nil, tooLargeBody(limit)
	}
	return content, nil
}

// broken says why a form cannot be read on: that is its own fault if there is one, unless the body is too large or broke off.
func (m *multipartRequest) broken(err error, own *fault.Fault) *refusal {
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return tooLargeBody(tooLarge.Limit)
	case own != nil && (err == nil || errors.Is(err, io.EOF)):
		return badRequest(own)
	}
	return badRequest(fault.Wrap(fault.BadInput, err, "The body broke off before its end."))
}

func tooLargeBody(limit int64) *refusal {
	return &refusal{status: http.StatusRequestEntityTooLarge, limit: limit,
		fault: fault.New(fault.TooCostly, "The body is larger than the %d bytes allowed. Split the request.", limit)}
}

// place puts a file where a path such as variables.input.files.0 leads, if the value there is null.
func place(params *graphql.RawParams, path string, upload graphql.Upload) bool {
	steps := strings.Split(path, ".")
	if len(steps) < 2 || steps[0] != "variables" {
		return false
	}
	var at any = params.Variables
	for i, step := range steps[1:] {
		last := i == len(steps)-2
		switch holder := at.(type) {
		case map[string]any:
			value, named := holder[step]
			if last && named && value == nil {
				holder[step] = upload
				return true
			}
			at = value
		case []any:
			index, err := strconv.Atoi(step)
			if err != nil || index < 0 || index >= len(holder) {
				return false
			}
			if last && holder[index] == nil {
				holder[index] = upload
				return true
			}
			at = holder[index]
		default:
			return false
		}
	}
	return false
}
