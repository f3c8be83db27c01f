package decisions

import (
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"partnernet/registry"
)

// organisations tells every organisation that the decision names in a part of its own.
func (b *recordsBuilder) organisations() {
	for _, kind := range []string{"applicant", "recipient", "partner", "madeBy", "copiedTo"} {
		for _, f := range b.all(kind) {
			b.organisation(f)
		}
	}
	for _, f := range b.all("award") {
		b.organisation(namedIn(f, "recipient"))
		if f.Values["funder"] != "" {
			b.organisation(namedIn(f, "funder"))
		}
	}
	for _, f := range b.all("notified") {
		b.board(f)
	}
}

// namedIn gives a fact of several fields as one that tells the organisation which a field of it names.
func namedIn(f *Fact, field string) *Fact {
	named := *f
	named.Values = map[string]string{"value": f.Values[field]}
	return &named
}

// organisationKey gives the key of the organisation of a kind of fact that there is one of; "" where none is told.
func (b *recordsBuilder) organisationKey(kind string) string {
	if name := b.value(kind); name != "" {
		return nameKey(name)
	}
	return ""
}

func nameKey(name string) string { return "organisation " + registry.Fold(name) }

func (b *recordsBuilder) organisation(f *Fact) {
	name := f.Values["value"]
	r := b.add("Organisation", nameKey(name)).put("legalName", name, f)
	country, sectorType, form := placed(name)
	if f.Values["country"] != "" {
		country = f.Values["country"]
	}
	r.put("legalForm", form, f).put("country", country, f).put("sectorType", sectorType, f)
	for _, numbered := range b.all("organisation") {
		if registry.Fold(numbered.Values["name"]) == registry.Fold(name) {
			scheme, value, _ := strings.Cut(numbered.Values["number"], " ")
			r.put("identifiers", []yaml.MapSlice{{{Key: "scheme", Value: scheme}, {Key: "value", Value: value}}}, numbered)
		}
	}
	r.expect("identifiers", "location", "sectorType")
	if sectorType == "" {
		r.expect("sizeClass")
	}
}

// board tells a board, which is a unit of whose decision it is.
func (b *recordsBuilder) board(f *Fact) {
	maker := b.organisationKey("madeBy")
	r := b.add("Organisation", b.boardKey(f)).put("legalName", capitalised(f.Values["value"]), f)
	if maker != "" {
		country, sectorType, _ := placed(b.value("madeBy"))
		r.put("country", country, f).put("sectorType", sectorType, f).put("unitOf", maker, f)
	}
}

func (b *recordsBuilder) boardKey(f *Fact) string {
	return nameKey(b.value("madeBy")) + " " + registry.Fold(f.Values["value"])
}

func capitalised(name string) string {
	letters := []rune(name)
	return strings.ToUpper(string(letters[:1])) + string(letters[1:])
}

// placed tells what a name says of an organisation: its country and kind, by the list of authorities or the form of the name, and its legal form.
func placed(name string) (country, sectorType, form string) {
	if listed, is := rules().authorities.named(name); is {
		return listed.Country, listed.SectorType, ""
	}
	words := strings.Fields(name)
	for _, body := range rules().authorities.Bodies {
		if slices.Contains(words, body.Word) {
			if body.SectorType == "" && words[len(words)-1] != body.Word {
				continue
			}
			if body.SectorType == "" {
				form = body.Word
			}
			return body.Country, body.SectorType, form
		}
	}
	return "", "", ""
}
