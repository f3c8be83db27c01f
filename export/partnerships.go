package export

import (
	"slices"
	"strings"

	"partnernet/operations"
)

// partnerships is the list of partnerships.
var partnerships = table{
	kind: "partnerships", query: "partnerships", narrowed: operations.Partnerships,
	columns: slices.Concat([]column{
		text("title", "title"),
		each("parties", party, "parties"),
		worded("type", "PartnershipType", "type"),
		worded("state", "RelationState", "state"),
		worded("formality", "PartnershipFormality", "formality"),
		truths("crossBorder", "crossBorder"),
		days("validFrom", "validFrom"),
		days("validTo", "validTo"),
		worded("endStatus", "EndStatus", "endStatus"),
		days("lastConfirmedOn", "lastConfirmedOn"),
		text("agreementRef", "agreementRef"),
		text("arisesFrom", "arisesFrom", "acronym"),
	}, origins()),
}

// party tells a party, with its country and what it says of the partnership as far as these are known.
func party(part object, language string) string {
	name := textAt(part, "party", "displayName")
	var more []string
	for _, text := range []string{textAt(part, "party", "country"), word(language, "Confirmation", textAt(part, "confirmation"))} {
		if text != "" {
			more = append(more, text)
		}
	}
	if name == "" || more == nil {
		return name
	}
	return name + " (" + strings.Join(more, ", ") + ")"
}
