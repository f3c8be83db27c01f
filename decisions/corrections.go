package decisions

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"partnernet/fault"
	"partnernet/registry"
)

// Correction is what somebody who has read the text says otherwise than the draft.
type Correction struct {
	Fact    string            // the id of a fact of the draft; "" for one that the draft lacks
	Kind    string            // of a fact that the draft lacks
	Values  map[string]string // by field; those of a fact that are not named stay
	LeftOut bool              // the fact is not so, and nothing stands in its place
	At      *Place            // where in the text it stands; nil where that is as the draft says, or nowhere
}

// Place is a part of a page: characters are counted from 0, and To is the first that no longer belongs to it.
type Place struct{ Page, From, To int }

// Corrected gives the draft as somebody corrects it. What is wrong with a correction is BAD_INPUT at its field: corrections[2].values.
func (d *Draft) Corrected(corrections []Correction) (*Draft, error) {
	corrected := *d
	corrected.Facts = slices.Clone(d.Facts)
	for i, c := range corrections {
		if field, err := corrected.correct(c); err != nil {
			return nil, fault.Within(fmt.Sprintf("corrections[%d].%s", i, field), err)
		}
	}
	return &corrected, nil
}

// correct takes over one correction. An error comes with the field that it is about.
func (d *Draft) correct(c Correction) (field string, err error) {
	at := slices.IndexFunc(d.Facts, func(f Fact) bool { return f.ID == c.Fact })
	switch {
	case c.Fact != "" && at < 0:
		return "fact", refuse("correction.fact", registry.About{"fact": c.Fact})
	case c.LeftOut && c.Fact != "":
		d.Facts = slices.Delete(d.Facts, at, at+1)
		return "", nil
	case c.LeftOut:
		return "fact", refuse("correction.leftOut", nil)
	case c.Fact == "":
		if factFields()[c.Kind] == nil {
			return "kind", refuse("correction.kind", registry.About{"kind": c.Kind, "kinds": strings.Join(slices.Sorted(maps.Keys(factFields())), ", ")})
		}
		if slices.Contains(single, c.Kind) && slices.ContainsFunc(d.Facts, func(f Fact) bool { return f.Kind == c.Kind }) {
			return "kind", refuse("correction.has", registry.About{"fact": c.Kind})
		}
		d.Facts = append(d.Facts, Fact{ID: d.newFactID(c.Kind), Kind: c.Kind, Values: map[string]string{}})
		at = len(d.Facts) - 1
	}
	f := &d.Facts[at]
	f.Values = maps.Clone(f.Values)
	f.Receipt.Rule, f.Receipt.Sure = "", true
	for name, words := range c.Values {
		if f.Values[name], err = d.readCorrection(f.Kind, name, words); err != nil {
			return "values", err
		}
	}
	return "at", d.place(f, c.At)
}

func (d *Draft) newFactID(kind string) string {
	which := 1
	for slices.ContainsFunc(d.Facts, func(f Fact) bool { return f.ID == factID(kind, which) }) {
		which++
	}
	return factID(kind, which)
}

// place says where in the text a corrected fact stands.
func (d *Draft) place(f *Fact, at *Place) error {
	if at == nil {
		return nil
	}
	if at.Page < 1 || at.Page > len(d.Text) {
		return refuse("correction.page", registry.About{"pages": strconv.Itoa(len(d.Text))})
	}
	letters := []rune(d.Text[at.Page-1])
	if at.From < 0 || at.From >= at.To || at.To > len(letters) {
		return refuse("correction.place", registry.About{"characters": strconv.Itoa(len(letters))})
	}
	words := oneLine(string(letters[at.From:at.To]))
	if at.Page == f.Receipt.Page && at.From == f.Receipt.From && at.To == f.Receipt.To {
		words = f.Receipt.Sentence
	}
	f.Receipt = Receipt{Page: at.Page, From: at.From, To: at.To, Quote: oneLine(string(letters[at.From:at.To])), Sentence: words, Sure: true}
	return nil
}

func refuse(key string, about registry.About) error {
	return phrases.Fault(fault.BadInput, nil, key, about)
}

// factFields gives the fields that facts of a kind have, with the patterns by which rules read them.
var factFields = sync.OnceValue(fieldsOfFacts)

func fieldsOfFacts() map[string]map[string]string {
	all := map[string]map[string]string{}
	put := func(kind, field, pattern string) {
		if all[kind] == nil {
			all[kind] = map[string]string{}
		}
		if all[kind][orValue(field)] == "" || pattern == "date" {
			all[kind][orValue(field)] = pattern
		}
	}
	for _, language := range rules().languages {
		for _, r := range language.Rules {
			for _, c := range r.captures {
				put(c.kind, c.field, c.pattern)
			}
			for name := range r.Set {
				kind, field, _ := strings.Cut(name, ".")
				put(kind, field, "")
			}
		}
	}
	for _, language := range rules().languages {
		for _, l := range language.Labels {
			if l.Kind != "" && all[l.Kind] == nil {
				put(l.Kind, l.Field, l.As)
			}
		}
	}
	delete(all, "asked") // what only other facts follow from
	put("obligation", "dueOn", "date")
	put("recipient", "", "organisation")
	for field, pattern := range map[string]string{"recipient": "organisation", "cap": "amount", "aidRate": "percent", "funder": "organisation"} {
		put("award", field, pattern)
	}
	return all
}
