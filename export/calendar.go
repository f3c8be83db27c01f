package export

import (
	"context"
	"io"
	"maps"
	"time"

	ics "github.com/arran4/golang-ical"

	"partnernet/fault"
	"partnernet/operations"
	"partnernet/registry"
)

// datedList is a list of which each record has a day that people want in their calendar.
type datedList struct {
	query    string
	kind     string // a key of words: event.<kind>
	day      string // the field of the day
	narrowed func(network, today string) object
	about    func(record object, language string) string
}

// datedLists are all of them: what is due, and what ends.
var datedLists = []datedList{
	{"obligations", "obligation", "dueOn", openObligations, func(record object, language string) string {
		about := word(language, "ObligationType", textAt(record, "type"))
		if project := textAt(record, "project", "acronym"); project != "" {
			about += ", " + project
		}
		return about
	}},
	{"needs", "need", "expiresOn", expiring(operations.OfMembers), textOf("statement")},
	{"offers", "offer", "expiresOn", expiring(operations.OfMembers), textOf("statement")},
	{"calendar-memberships", "membership", "validTo", func(network, _ string) object { return operations.Memberships(network) }, textOf("displayName")},
	{"calendar-partnerships", "partnership", "validTo", func(network, _ string) object { return operations.Partnerships(network) }, textOf("displayName")},
}

// openObligations gives what is still to be done, also what is overdue.
func openObligations(network, _ string) object {
	filter := object{"status": []any{"OPEN"}}
	if projects := operations.Projects(network); projects != nil {
		filter["project"] = projects
	}
	return filter
}

// expiring gives what runs out today or later.
func expiring(narrowed func(string) object) func(network, today string) object {
	return func(network, today string) object {
		filter := object{"expiresFrom": today}
		maps.Copy(filter, narrowed(network))
		return filter
	}
}

func textOf(field string) func(object, string) string {
	return func(record object, _ string) string { return textAt(record, field) }
}

// writeCalendar writes what is due and what ends as a calendar (iCalendar, RFC 5545): an event of a whole day each. What has no known day is left out.
// It is written event by event, so that no calendar is gathered.
func writeCalendar(ctx context.Context, s source, w io.Writer) error {
	form := &ics.SerializationConfiguration{MaxLength: 75, PropertyMaxLength: 75, NewLine: "\r\n"}
	calendar := ics.NewCalendarFor("Partnernet")
	calendar.SetMethod(ics.MethodPublish)
	calendar.SetXWRCalName("Partnernet")
	calendar.SetRefreshInterval("PT6H")
	if _, err := io.WriteString(w, "BEGIN:VCALENDAR\r\n"); err != nil {
		return err
	}
	for _, property := range calendar.CalendarProperties {
		if err := property.SerializeTo(w, form); err != nil {
			return uncalendared(err)
		}
	}
	for _, list := range datedLists {
		for record, err := range s.records(ctx, list.query, list.narrowed(s.request.Network, s.request.AsOf)) {
			if err != nil {
				return err
			}
			on, err := time.Parse(time.DateOnly, textAt(record, list.day))
			if err != nil {
				continue // a day that is not known
			}
			if err := list.event(record, on, s.request.Language).SerializeTo(w, form); err != nil {
				return uncalendared(err)
			}
		}
	}
	_, err := io.WriteString(w, "END:VCALENDAR\r\n")
	return err
}

// event gives the event of a record: a whole day, whose end iCalendar gives as the day after it.
func (l datedList) event(record object, on time.Time, language string) *ics.VEvent {
	event := ics.NewEvent(textAt(record, "id"))
	event.SetAllDayStartAt(on)
	event.SetAllDayEndAt(on.AddDate(0, 0, 1))
	event.SetSummary(words.Say(language, "event."+l.kind, registry.About{"about": l.about(record, language)}))
	event.SetTimeTransparency(ics.TransparencyTransparent)
	if written, err := time.Parse(time.RFC3339Nano, textAt(record, "updatedAt")); err == nil {
		event.SetDtStampTime(written.UTC())
		event.SetModifiedAt(written.UTC())
	}
	return event
}

func uncalendared(err error) error {
	return fault.Wrap(fault.Internal, err, "The calendar could not be written. It has been logged.")
}
