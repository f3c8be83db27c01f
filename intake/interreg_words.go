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

var sectorTypes = map[string]string{
	"small or medium sized enterprise sme":    "SME",
	"large enterprise":                        "LARGE_ENTERPRISE",
	"enterprise except sme":                   "LARGE_ENTERPRISE",
	"business support organisation":           "BUSINESS_SUPPORT",
	"ngo":                                     "CIVIL_SOCIETY",
	"international governmental organisation": "OTHER",

	// University or institute, school or institute.
	"higher education and research institution": "",
	"education and research institution":        "",
	// Municipalities and their companies and associations; regions, county administrative boards and energy agencies;
	// authorities, state companies and universities.
	"local public authority":                  "",
	"regional public authority":               "",
	"national public authority":               "",
	"national regional and local authorities": "",
	"sectoral agency":                         "",
	"bodies governed by public law":           "",
	"hospital and medical centre":             "",
	"egtc":                                    "",
	"interest groups including ngos":          "", // trade associations and companies too
	"other":                                   "", // other than the list's kinds, not than the registry's
	"infrastructure and public organisation service provider": "",
}

// word reads a text by a table of known words; one that is not in it is noted.
func word(l *PartnerList, field, text string, known map[string]string) said[string] {
	text = registry.Plain(text)
	if text == "" {
		return said[string]{}
	}
	meaning, ok := known[registry.Fold(text)]
	switch {
	case !ok:
		l.doubt(field, text, "The word is not known for this field.")
		return said[string]{text: text}
	case meaning == "":
		return said[string]{text: text}
	}
	return said[string]{text: text, value: &meaning}
}
