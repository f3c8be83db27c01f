// Package limits bounds what a GraphQL request may cost, and refuses what is over the bounds before it costs anything.
//
// Every bound is checked by counting, never by trying: however a document of the allowed size is made, refusing it takes
// milliseconds. What a client is told of a refusal is which limit, what it allows, what was found, and what to do.
package limits

// Limits says what one request may cost. Start from Default: there is no value for "without limit", and zero allows nothing.
type Limits struct {
	// Body is the size of a request in bytes: of a POST's body, a GET's query string, a message of a WebSocket. The transports hold it.
	Body int64
	// Tokens is how many words and signs a document may have, comments included.
	Tokens int
	// Depth is how many fields may stand inside each other. Introspection is left out of it: its depth says nothing of what it costs,
	// and the question every tool begins with goes fifteen deep.
	Depth int
	// Aliases is how many fields of a document may be given another name. Without other names a field is asked once, however often it is written.
	Aliases int
	// Inputs is how many objects the arguments of a request may hold, those in its variables included. Each is a condition to be planned by the database.
	Inputs int
	// InputDepth is how deep objects and lists may stand inside each other in an argument.
	InputDepth int
	// Validation is how many steps it may take to check a document against the schema: fields visited, once for each operation or fragment that
	// reaches them, and fields of one name compared with each other.
	Validation int
	// Complexity is how many values the answer may hold: a field is one, and what stands inside a list counts as often as the list may be long.
	// That is the page size where the list has pages, and otherwise ListLength.
	Complexity int
	// PageSize is how long a page is when the client does not say.
	PageSize int
	// MaxPageSize is the longest page that a client may ask for.
	MaxPageSize int
	// Cache is how much memory documents that were checked already may take, in bytes. Texts of persisted queries may take a quarter of it besides.
	Cache uint64
}

// ListLength is how long a list without pages is taken to be: those lists hold the parts of one record (parties, sources, conditions),
// of which there are a few. It is an assumption about the data, not a bound.
const ListLength = 5

// Default gives the limits of a registry that says nothing else. The questions that the registry is for need at most a third
// of each, and half of the page.
func Default() Limits {
	return Limits{
		Body:        256 << 10,
		Tokens:      4000,
		Depth:       20,
		Aliases:     100,
		Inputs:      200,
		InputDepth:  10,
		Validation:  20_000,
		Complexity:  20_000,
		PageSize:    25,
		MaxPageSize: 100,
		Cache:       32 << 20,
	}
}
