package registry

// expected are the fields that a record is expected to have a value of, by the types that are, in the order in which they are told.
var expected = []struct {
	typeName string
	fields   []string
}{
	{"Organisation", []string{"country", "sectorType", "sizeClass", "identifiers", "location"}},
	{"Network", []string{"name", "country", "mission", "host"}},
	{"Membership", []string{"validFrom", "lastConfirmedOn"}},
	{"Partnership", []string{"formality", "validFrom", "lastConfirmedOn"}},
	{"Project", []string{"plannedFrom", "plannedTo", "summary"}},
	{"Need", []string{"theme", "urgency", "expiresOn"}},
	{"Offer", []string{"theme", "level", "expiresOn"}},
	{"Obligation", []string{"dueOn", "responsible"}},
}

// Expected gives the fields that a record of a type is expected to have a value of, none where nothing is expected.
func Expected(typeName string) []string {
	for _, e := range expected {
		if e.typeName == typeName {
			return e.fields
		}
	}
	return nil
}
