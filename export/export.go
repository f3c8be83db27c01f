// Package export writes what the registry holds in the formats that others use: a file for each format, and one for each kind of list.
//
// It reads nothing but answers of the API, page by page, on behalf of whoever the export is for. So an export holds what its reader could have
// asked for, and no rule of permission stands here.
package export

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"partnernet/fault"
	"partnernet/operations"
	"partnernet/registry"
)

// Kind is what an export tells.
type Kind string

// Format is how it tells it, as the ending of a file's name.
type Format string

// Request says which export is asked for.
type Request struct {
	Kind     Kind
	Format   Format
	Network  string // the only network that it is about, by its acronym or id; empty: all of them
	Language string // sv, nb or en
	AsOf     string // the day that it shows, as 2024-01-15
}

// Offer is an export that there is.
type Offer struct {
	Kind      Kind
	Format    Format
	MediaType string
	OfNetwork bool // whether it tells one network, which has to be named
	Feed      bool // whether programs of others fetch it again and again, with an address that has a secret in it

	write func(context.Context, source, io.Writer) error
}

// Offers are all exports, in the order in which people choose among them.
var Offers = slices.Concat(ofTables(), ofGraph(), ofFeeds(), ofLinkedData(), ofGrants())

// File gives the name of the file that an export is.
func (o Offer) File() string { return string(o.Kind) + "." + string(o.Format) }

// Title gives what people call what an export tells.
func (o Offer) Title(language string) string { return heading(language, "kind."+string(o.Kind)) }

// Find gives the export of a kind in a format. It is BAD_INPUT when there is none.
func Find(kind Kind, format Format) (Offer, error) {
	var formats []Format
	var kinds []Kind
	for _, o := range Offers {
		switch {
		case o.Kind == kind && o.Format == format:
			return o, nil
		case o.Kind == kind:
			formats = append(formats, o.Format)
		case !slices.Contains(kinds, o.Kind):
			kinds = append(kinds, o.Kind)
		}
	}
	if formats != nil {
		return Offer{}, fault.New(fault.BadInput, "There is no %.40q of %s. The formats are %s.", string(format), string(kind), fault.Listed(formats)).At("format")
	}
	return Offer{}, fault.New(fault.BadInput, "There is no export %.40q. The exports are %s.", string(kind), fault.Listed(kinds)).At("kind")
}

// Detail says for the audit which file is taken out, of which network, "" for all, and for which class, "" for what whoever asks sees.
func Detail(file, network, class string) string {
	detail := file
	if network != "" {
		detail += fmt.Sprintf(" of %.100q", network)
	}
	if class != "" {
		detail += " for " + class
	}
	return detail
}

// Write writes an export of what it asks. What is wrong with the request is told before anything is written.
func Write(ctx context.Context, ask operations.Ask, request Request, w io.Writer) error {
	offer, err := Find(request.Kind, request.Format)
	if err != nil {
		return err
	}
	if !slices.Contains(registry.Languages, request.Language) {
		return fault.New(fault.BadInput, "Exports are not written in %.20q. The languages are %s.", request.Language, fault.Listed(registry.Languages)).At("language")
	}
	if _, err := time.Parse(time.DateOnly, request.AsOf); err != nil {
		return fault.New(fault.BadInput, "%.40q is no day. Write it as 2024-01-15.", request.AsOf).At("asOf")
	}
	s, err := sourceOf(ask, request).ofNetwork(ctx, offer)
	if err != nil {
		return err
	}
	return offer.write(ctx, s, w)
}
