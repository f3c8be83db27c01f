package intake

import (
	"sync"

	"partnernet/registry"
)

// Area is a unit of a code system of areas.
type Area struct {
	Code, Name string
}

// SwedishNUTS3 are Sweden's areas of NUTS 2024 level 3, which are its counties (län).
var SwedishNUTS3 = []Area{
	{"SE110", "Stockholms län"},
	{"SE121", "Uppsala län"},
	{"SE122", "Södermanlands län"},
	{"SE123", "Östergötlands län"},
	{"SE124", "Örebro län"},
	{"SE125", "Västmanlands län"},
	{"SE211", "Jönköpings län"},
	{"SE212", "Kronobergs län"},
	{"SE213", "Kalmar län"},
	{"SE214", "Gotlands län"},
	{"SE221", "Blekinge län"},
	{"SE224", "Skåne län"},
	{"SE231", "Hallands län"},
	{"SE232", "Västra Götalands län"},
	{"SE311", "Värmlands län"},
	{"SE312", "Dalarnas län"},
	{"SE313", "Gävleborgs län"},
	{"SE321", "Västernorrlands län"},
	{"SE322", "Jämtlands län"},
	{"SE331", "Västerbottens län"},
	{"SE332", "Norrbottens län"},
}

// swedishCounties gives the code of each area by its folded name.
var swedishCounties = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for _, area := range SwedishNUTS3 {
		codes[registry.Fold(area.Name)] = area.Code
	}
	return codes
})
