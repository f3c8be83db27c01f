package export

import (
	"slices"

	"partnernet/operations"
)

// organisations is the list of organisations: of a network's members, or of all.
var organisations = table{
	kind: "organisations", query: "organisations", narrowed: operations.Members,
	columns: slices.Concat(organisation(), []column{
		worded("sectorType", "SectorType", "sectorType"),
		worded("sizeClass", "SizeClass", "sizeClass"),
		worded("status", "OrganisationStatus", "status"),
		days("foundedOn", "foundedOn"),
		texts("aliases", "aliases"),
		text("nuts", "location", "nuts", "code"),
		each("otherNumber", numberOf("OTHER"), "identifiers"),
	}, origins()),
}

// organisation are the columns that tell which organisation a row is about, those that a member list has. Import reads them again.
func organisation(path ...string) []column {
	under := func(fields ...string) []string { return append(slices.Clone(path), fields...) }
	return []column{
		text("country", under("country")...),
		text("legalName", under("legalName")...),
		number("identifiers", under("identifiers")...),
		each("lei", numberOf("LEI"), under("identifiers")...),
		each("pic", numberOf("PIC"), under("identifiers")...),
		text("municipality", under("location", "municipality")...),
		text("legalForm", under("legalForm")...),
		text("homepage", under("homepage")...),
		texts("industryCodes", under("industryCodes")...),
	}
}

// number is the column of the number in the register of an organisation's country.
func number(heading string, path ...string) column {
	return column{heading, func(row object, language string) cell {
		for _, scheme := range []string{"SE_ON", "NO_BRC"} {
			for _, identifier := range listAt(row, path...) {
				if value := numberOf(scheme)(identifier, language); value != "" {
					return value
				}
			}
		}
		return nil
	}}
}

// numberOf gives an identifier that is of a scheme.
func numberOf(scheme string) func(object, string) string {
	return func(identifier object, _ string) string {
		if textAt(identifier, "scheme") != scheme {
			return ""
		}
		return textAt(identifier, "value")
	}
}
