// Package decisions reads an authority's decision on project money: what its words say as facts in the registry's terms, each with the place
// that it rests on; what such a decision should say and does not; and what in it no rule understands. Its rules are data, in the folder
// rules. It guesses nothing, asks no network, and leaves out the names of persons.
package decisions

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"partnernet/pagetext"
)

// Fact is one thing that a decision says.
type Fact struct {
	Kind    string            `json:"kind"`
	Values  map[string]string `json:"values"` // by field; a fact of one value has it as "value"
	Receipt Receipt           `json:"receipt"`
}

// Receipt is what a fact rests on: where on which page, in which words, and by which rule.
type Receipt struct {
	Page  int    `json:"page"`
	From  int    `json:"from"` // characters of the page, counted from 0
	To    int    `json:"to"`   // the first character after it; on the last page that it goes on to
	Until int    `json:"until,omitempty"`
	Quote string `json:"quote"`
	Rule  string `json:"rule"`
	Sure  bool   `json:"sure"` // false of a rule that is asked only where none told it in so many words
}

// Passage is a part of the text that people should look at.
type Passage struct {
	Receipt
	Holds []string `json:"holds"` // what in it was not understood: amount, date, share, name, number
}

// Contradiction is where a text says two things that cannot both be.
type Contradiction struct {
	Kind   string   `json:"kind"` // of the fact, or what does not agree
	Values []string `json:"values"`
}

// Draft is what a decision says, for people to look at before it is recorded.
type Draft struct {
	Language       string          `json:"language"`
	SHA256         string          `json:"sha256"`
	Format         pagetext.Format `json:"format"`
	Pages          int             `json:"pages"`
	Macros         bool            `json:"macros,omitempty"`
	Facts          []Fact          `json:"facts"`
	Absent         []string        `json:"absent"` // kinds of fact that such a decision should tell and this does not
	Contradictions []Contradiction `json:"contradictions"`
	NotUnderstood  []Passage       `json:"notUnderstood"`
	PersonsLeftOut int             `json:"personsLeftOut"` // in how many places a name or an address of a person stands
}

// draftReader reads one decision.
type draftReader struct {
	reader
	flow    *pagetext.Flow
	text    string
	ends    []int // of sentences
	persons []span
}

// Read reads a decision in a file. What is wrong with the file is BAD_INPUT and says what to do.
func Read(ctx context.Context, file io.ReaderAt, size int64) (*Draft, error) {
	text, err := pagetext.Read(ctx, file, size)
	if err != nil {
		return nil, err
	}
	return ReadText(ctx, text)
}

// ReadText reads the text of a decision. It ends early, with the context's error, when that is done.
func ReadText(ctx context.Context, text *pagetext.Text) (*Draft, error) {
	flow := text.Flow()
	d := &draftReader{flow: flow, text: flow.Text, ends: ends(flow.Text), persons: persons(flow.Text)}
	d.language = languageOf(flow.Text)
	all, err := d.find(ctx)
	if err != nil {
		return nil, err
	}
	kept, contradictions := settled(all)
	kept = derived(kept)
	draft := &Draft{Language: d.language.Language, SHA256: text.SHA256, Format: text.Format, Pages: len(text.Pages), Macros: text.Macros,
		PersonsLeftOut: len(merged(d.persons))}
	for _, f := range kept {
		draft.Facts = append(draft.Facts, Fact{f.kind, f.values, d.receipt(f.from, f.to, f.rule)})
	}
	draft.Contradictions = append(contradictions, disagreements(kept)...)
	draft.Absent = absent(kept)
	draft.NotUnderstood = d.unread(all)
	return draft, nil
}

// languageOf tells the language by its most common words: Swedish where neither has more.
func languageOf(text string) *languageRules {
	words := map[string]int{}
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		words[strings.Trim(word, ".,:;()”\"")]++
	}
	best, most := &rules.languages[0], -1
	for i := range rules.languages {
		many := 0
		for _, word := range rules.languages[i].Telling {
			many += words[word]
		}
		if many > most {
			best, most = &rules.languages[i], many
		}
	}
	return best
}

// receipt gives the place of words on the pages.
func (d *draftReader) receipt(from, to int, r *rule) Receipt {
	to = from + len(strings.TrimRight(d.text[from:to], " \n"))
	spans := d.flow.Spans(from, to)
	if len(spans) == 0 {
		spans = []pagetext.Span{{Page: 1}}
	}
	first, last := spans[0], spans[len(spans)-1]
	receipt := Receipt{Page: first.Page, From: first.From, To: last.To, Quote: d.withoutPersons(from, to)}
	if last.Page != first.Page {
		receipt.Until = last.Page
	}
	if r != nil {
		receipt.Rule, receipt.Sure = r.Name, r.Rank == 0
	}
	return receipt
}

// Locator says where the words of a receipt stand, as records of the registry keep it.
func (r Receipt) Locator() string {
	if r.Until > 0 {
		return fmt.Sprintf("page %d, from character %d, to page %d, character %d", r.Page, r.From, r.Until, r.To)
	}
	return fmt.Sprintf("page %d, characters %d–%d", r.Page, r.From, r.To)
}

func groupName(i int) string { return fmt.Sprintf("c%d", i) }

// merged gives spans in order, those that overlap as one.
func merged(spans []span) []span {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	var all []span
	for _, s := range spans {
		if n := len(all); n > 0 && s.from <= all[n-1].to {
			all[n-1].to = max(all[n-1].to, s.to)
			continue
		}
		all = append(all, s)
	}
	return all
}
