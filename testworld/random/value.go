package random

import (
	"fmt"
	"time"

	"cloud.google.com/go/civil"
	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"partnernet/model"
	"partnernet/testworld/plain"
)

// The values are few, so that records agree in some and conditions meet some. Among them are what a careless program stumbles over.
var (
	words = []string{"MITTSEC", "MIDSEC", "Åre kommun", "Østersunds Øl AB", "Ægir AS", "ålesund", "zeta", "'}) RETURN `1` //", "$p0 \"\\", "日本 \u2028 \U0001F9ED"}
	days  = []civil.Date{{Year: 2023, Month: 5, Day: 1}, {Year: 2023, Month: 5, Day: 2}, {Year: 2024, Month: 2, Day: 29}, {Year: 2024, Month: 5, Day: 31}, {Year: 2026, Month: 1, Day: 1}}
	times = []time.Time{
		time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2024, 1, 1, 0, 0, 0, 1, time.UTC),
		time.Date(2025, 12, 31, 23, 59, 59, 123456000, time.UTC),
	}
	countries = []string{"NO", "SE", "FI"}
	decimals  = []string{"0.35", "1", "0.5"}
	addresses = []string{"https://example.org/", "https://example.org/a?b=c%20d"}
)

// Today is a day that some of the drawn records hold on and some do not.
var Today = days[2]

// Languages are those that texts are read in.
var Languages = []string{"sv", "nb", "en"}

// Audiences are the numbers of some audiences, the public one first. Of the others, a viewer may be of any.
var Audiences = []int64{0, 1, 2, 3, 4, 5}

// ofNone is how many of them are of no networks in particular. Every database has these.
const ofNone = 4

// audience draws the audience of a record. Most are public: too much that is hidden hides everything.
func audience(t *rapid.T) int64 {
	return Audiences[max(rapid.IntRange(-8, 5).Draw(t, "audience"), 0)]
}

// value draws a value of a scalar or enumeration in its stored form.
func value(t *rapid.T, def *ast.Definition) any {
	if len(def.EnumValues) > 0 {
		return rapid.SampledFrom(def.EnumValues).Draw(t, def.Name).Name
	}
	switch def.Name {
	case "Int":
		return int64(rapid.IntRange(0, 4).Draw(t, def.Name))
	case "Float":
		return rapid.SampledFrom([]float64{63.25, -7.5, 1e-7}).Draw(t, def.Name)
	case "Boolean":
		return rapid.Bool().Draw(t, def.Name)
	case "Date":
		return rapid.SampledFrom(days).Draw(t, def.Name)
	case "DateTime":
		return rapid.SampledFrom(times).Draw(t, def.Name)
	case "Decimal":
		return rapid.SampledFrom(decimals).Draw(t, def.Name)
	case "CountryCode":
		return rapid.SampledFrom(countries).Draw(t, def.Name)
	case "URL":
		return rapid.SampledFrom(addresses).Draw(t, def.Name)
	}
	return rapid.SampledFrom(words).Draw(t, def.Name)
}

// part draws a property of an embedded object. Minor units are stored, and no field of their own.
func part(t *rapid.T, m *model.Model, f *model.Field, stored string) any {
	switch stored {
	case "minorUnits":
		return int64(rapid.IntRange(0, 5).Draw(t, stored))
	case "currency":
		return rapid.SampledFrom([]string{"SEK", "NOK"}).Draw(t, stored)
	}
	return value(t, m.Schema.Types[f.Target])
}

// identifier is a number that a register gave.
type identifier struct{ scheme, stored, written string }

// identifiers are valid ones, with a way of writing them that is not the stored one. No two organisations have the same.
var identifiers = []identifier{
	{"SE_ON", "2321000214", "232100-0214"},
	{"SE_ON", "5560912148", "556091 2148"},
	{"NO_BRC", "974760673", "974 760 673"},
	{"NO_BRC", "972417920", "NO972417920MVA"},
	{"NO_BRC", "123456785", "123456785"},
	{"PIC", "900000001", "900-000-001"},
}

// identifierOf gives the identifier of the node with a number, from 1.
func identifierOf(number int) identifier {
	if number <= len(identifiers) {
		return identifiers[number-1]
	}
	text := fmt.Sprintf("No. %d", number)
	return identifier{"OTHER", text, text}
}

// key gives a field a value that no other node has.
func key(n *plain.Node, f *model.Field, number int) {
	switch {
	case n.Type == "Identifier" && f.Name == "scheme":
		n.Values[f.Property] = identifierOf(number).scheme
	case n.Type == "Identifier":
		n.Values[f.Property] = identifierOf(number).stored
	case f.Target == "Int":
		n.Values[f.Property] = int64(number)
	case f.Target == "DateTime":
		n.Values[f.Property] = times[0].Add(time.Duration(number) * time.Second)
	default:
		n.Values[f.Property] = fmt.Sprintf("%s %d", words[number%len(words)], number)
	}
}
