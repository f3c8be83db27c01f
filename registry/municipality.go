package registry

import (
	_ "embed"
	"encoding/csv"
	"slices"
	"strings"
	"sync"
)

// Municipalities of Sweden (2021, the same today) and Norway (2024), each with its area of NUTS 2024, level 3, which is its county. Swedish
// rows are those of com.helger.masterdata:ph-masterdata (Apache-2.0), names and numbers of Norwegian ones Kartverket's (CC BY 4.0).
//
//go:embed municipalities.csv
var municipalitiesFile string

// NUTSVersion is the code system of the areas of municipalities.
const NUTSVersion = "NUTS_2024"

// Municipality is a kommun or kommune.
type Municipality struct {
	Country, Code string
	Names         []string // Norwegian ones may have a name in each of the municipality's languages
	NUTS          string
}

// MunicipalityNamed gives the one municipality of a name, in the country unless that is "". Double names are known by each of their parts, and
// "kommun" after the name, with or without a genitive, is passed over. Of a name that several have known is false, and m one of
// them; of any other there is none.
func MunicipalityNamed(name, country string) (m Municipality, known bool) {
	folded := Fold(name)
	bare := strings.TrimSuffix(strings.TrimSuffix(folded, " kommune"), " kommun")
	for _, spelling := range []string{folded, bare, strings.TrimSuffix(bare, "s")} {
		var found []Municipality
		for _, candidate := range municipalities()[spelling] {
			if country == "" || candidate.Country == country {
				found = append(found, candidate)
			}
		}
		if len(found) > 0 {
			return found[0], len(found) == 1
		}
	}
	return Municipality{}, false
}

// MunicipalityOfCode gives the one municipality that has a code, in the country unless that is "". Of a code that one in each country has, and of one that none
// has, known is false.
func MunicipalityOfCode(country, code string) (m Municipality, known bool) {
	found := map[string]Municipality{} // by country: a municipality stands under each of its names
	for _, sharing := range municipalities() {
		for _, m := range sharing {
			if m.Code == code && (country == "" || m.Country == country) {
				found[m.Country] = m
			}
		}
	}
	for _, m = range found {
		return m, len(found) == 1
	}
	return Municipality{}, false
}

// municipalities gives all by each of their folded names, and by the names together.
var municipalities = sync.OnceValue(func() map[string][]Municipality {
	rows, err := csv.NewReader(strings.NewReader(municipalitiesFile)).ReadAll()
	if err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	known := map[string][]Municipality{}
	for _, row := range rows[1:] {
		m := Municipality{Country: row[0], Code: row[1], Names: strings.Split(row[2], " / "), NUTS: row[3]}
		spellings := []string{Fold(row[2])}
		for _, name := range m.Names {
			spellings = append(spellings, Fold(name))
		}
		slices.Sort(spellings)
		for _, spelling := range slices.Compact(spellings) {
			known[spelling] = append(known[spelling], m)
		}
	}
	return known
})
