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
	Fact    string  // the id of a fact of the draft; "" for one that the draft lacks
	Kind    string  // of a fact that the draft lacks
	Values  []Given // those of a fact that are not named stay
	LeftOut bool    // the fact is not so, and nothing stands in its place
	At      *Place  // where in the text it stands; nil where that is as the draft says, or nowhere
}

// Given is what somebody gives for a field of a fact.
type Given struct{ Field, Words string }

// Place is a part of a page: characters are counted from 0, and To is the first that no longer belongs to it.
type Place struct{ Page, From, To int }

// Corrected gives the draft as somebody corrects it. What is wrong with a correction is BAD_INPUT at its field: corrections[2].values.
func (d *Draft) Corrected(corrections []Correction) (*Draft, error) {
	if err := checkTogether(corrections); err != nil {
		return nil, err
	}
	corrected := *d
	corrected.Facts = slices.Clone(d.Facts)
	for i, c := range corrections {
		if field, err := corrected.correct(c); err != nil {
			return nil, fault.Within(placeOf(i, field), err)
		}
	}
	return &corrected, nil
}

// placeOf gives where in the input stands a field of a correction, or all of it.
func placeOf(correction int, field string) string {
	return fault.Join(fmt.Sprintf("corrections[%d]", correction), field)
}

// checkTogether refuses a correction that says two things, or other than one before it: one of them would be lost.
func checkTogether(corrections []Correction) error {
	first := map[string]int{}
	for i, c := range corrections {
		if field, err := c.check(); err != nil {
			return fault.Within(placeOf(i, field), err)
		}
		fact := c.Fact
		if slices.Contains(single, c.Kind) {
			fact = factID(c.Kind, 1)
		}
		if before, twice := first[fact]; twice {
			return fault.Within(placeOf(i, ""), refuse("correction.twice", registry.About{"fact": fact, "place": placeOf(before, "")}))
		}
		if fact != "" {
			first[fact] = i
		}
	}
	return nil
}

// check refuses a correction that says two things itself, or nothing. An error comes with the field that it is about.
func (c Correction) check() (field string, err error) {
	switch {
	case (c.Fact == "") == (c.Kind == ""):
		return "", refuse("correction.which", nil)
	case c.LeftOut && c.Fact == "":
		return "fact", refuse("correction.leftOut", nil)
	case c.LeftOut && (len(c.Values) > 0 || c.At != nil):
		return "", refuse("correction.leftOutValues", nil)
	case c.Fact == "" && len(c.Values) == 0:
		return "values", refuse("correction.nothing", nil)
	}
	for i, value := range c.Values {
		if slices.ContainsFunc(c.Values[:i], func(other Given) bool { return other.Field == value.Field }) {
			return "values", refuse("correction.field.twice", registry.About{"field": value.Field})
		}
	}
	return "", nil
}

// correct takes over one correction. An error comes with the field that it is about.
func (d *Draft) correct(c Correction) (field string, err error) {
	at := slices.IndexFunc(d.Facts, func(f Fact) bool { return f.ID == c.Fact })
	switch {
	case c.Fact != "" && at < 0:
		return "fact", refuse("correction.fact", registry.About{"fact": c.Fact})
	case c.LeftOut:
		d.Facts = slices.Delete(d.Facts, at, at+1)
		return "", nil
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
	for _, given := range c.Values {
		if f.Values[given.Field], err = d.readCorrection(f.Kind, given.Field, given.Words); err != nil {
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
