// Package reports makes the five reports of the registry: Markdown, and a page of HTML made from that Markdown.
//
// A report is a template (templates/) over the answers to GraphQL operations (queries/). It reads nothing in another way, so a figure in a
// report is the figure that the API gives to the same reader.
package reports

import (
	"context"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/operations"
)

// Kind is what a report is about.
type Kind string

// The five reports.
const (
	NetworkOverview Kind = "network-overview"
	NeedsMap        Kind = "needs-map"
	Partnerships    Kind = "partnerships"
	Funding         Kind = "funding"
	Gaps            Kind = "gaps"
)

// Kinds are all reports, in the order in which a reader new to a network would read them.
var Kinds = []Kind{NetworkOverview, NeedsMap, Partnerships, Funding, Gaps}

// Request says which report is asked for.
type Request struct {
	Kind     Kind
	Network  string // the only network that it is about, by its acronym or id; empty: all of them
	Language string // sv, nb or en
	AsOf     string // the day that it shows, as 2024-01-15
}

// Report is a report in both its forms.
type Report struct {
	Title    string
	Markdown string
	HTML     string // a page that fetches nothing
}

// Query asks the API for a report, so that whoever is served one gets what everybody gets who asks.
const Query = `query($kind: ReportKind!, $network: String, $language: Language, $asOf: Date) {
  report(kind: $kind, network: $network, language: $language, asOf: $asOf) { markdown html }
}`

// Enum gives a kind as the API names it.
func (k Kind) Enum() string { return strings.ToUpper(strings.ReplaceAll(string(k), "-", "_")) }

// KindOf gives the kind that the API names so.
func KindOf(enum string) Kind { return Kind(strings.ReplaceAll(strings.ToLower(enum), "_", "-")) }

// Find gives the kind of a name. It is BAD_INPUT when there is none.
func Find(name string) (Kind, error) {
	if kind := Kind(name); slices.Contains(Kinds, kind) {
		return kind, nil
	}
	return "", fault.New(fault.BadInput, "There is no report %.40q. The reports are %s.", name, fault.Listed(Kinds)).At("kind")
}

// Make makes a report of what it asks.
func Make(ctx context.Context, ask operations.Ask, request Request) (Report, error) {
	if _, err := Find(string(request.Kind)); err != nil {
		return Report{}, err
	}
	words, err := wordsIn(request.Language)
	if err != nil {
		return Report{}, err
	}
	facts, err := gatherFacts(ctx, ask, request)
	if err != nil {
		return Report{}, err
	}
	title := string(words.say("title." + string(request.Kind)))
	markdown, err := write(words, title, request, facts)
	if err != nil {
		return Report{}, err
	}
	page, err := pageOf(request.Language, title, markdown)
	if err != nil {
		return Report{}, err
	}
	return Report{Title: title, Markdown: markdown, HTML: page}, nil
}
