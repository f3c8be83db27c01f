package export

// ofFeeds gives the exports that programs of others fetch again and again.
func ofFeeds() []Offer {
	return []Offer{
		{Kind: "calendar", Format: "ics", MediaType: "text/calendar; charset=utf-8", Feed: true, write: writeCalendar},
		{Kind: "changes", Format: "atom", MediaType: "application/atom+xml; charset=utf-8", Feed: true, write: writeAtom},
	}
}
