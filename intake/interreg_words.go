package intake

import "partnernet/registry"

// The list's own words, folded, and what they mean in the registry's enumerations. A word with no meaning is known
// and leaves more than one choice: the field stays unknown, the word a claim.

// roles are the partner roles: lead, project and associated partner.
var roles = map[string]string{"lp": "LEAD", "pp": "PARTNER", "ap": "ASSOCIATED"}

var projectTypes = map[string]string{
	"regular":           "MAIN",
	"small":             "SMALL_SCALE",
	"feasibility study": "PRE_STUDY",
	"full application":  "", // a stage of applying, not a kind of project
}

// word reads a text by a table of known words; one that is not in it is noted.
func word(l *PartnerList, field, text string, known map[string]string) rowValue[string] {
	text = registry.Plain(text)
	if text == "" {
		return rowValue[string]{}
	}
	meaning, ok := known[registry.Fold(text)]
	switch {
	case !ok:
		l.doubt(field, text, "The word is not known for this field.")
		return rowValue[string]{text: text}
	case meaning == "":
		return rowValue[string]{text: text}
	}
	return rowValue[string]{text: text, value: &meaning}
}
