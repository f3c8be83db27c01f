// Package decisions reads an authority's decision on project money: what its words say as facts in the registry's terms, each with the place
// that it rests on; what such a decision should say and does not; and what in it no rule understands. Its rules are data, in the folder
// rules. It guesses nothing, asks no network, and leaves out the names of persons.
package decisions

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"partnernet/fault"
	"partnernet/pagetext"
	"partnernet/registry"
)

// Fact is one thing that a decision says.
type Fact struct {
	ID      string            `json:"id"` // its kind, and of further ones of a kind which it is: partner-2
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
	// Sentence is the whole sentence that the words stand in.
	Sentence string `json:"sentence"`
	Rule     string `json:"rule"`
	Sure     bool   `json:"sure"` // false of a rule that is asked only where none told it in so many words
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
	Text           []string        `json:"-"`              // the pages, with a dash for each character of a person's name or address
}

// draftReader reads one decision.
type draftReader struct {
	reader
	flow    *pagetext.Flow
	text    string
	index   *index
	ends    []int // of sentences
	persons []span
}

// The bounds of reading, beside those of the file.
const (
	maxReading = 20 * time.Second
	readers    = 2 // decisions that are read at a time
)

var reading = make(chan struct{}, readers)

// Read reads a decision in a file. What is wrong with the file is BAD_INPUT and says what to do; that others are being read for too long is UNAVAILABLE.
func Read(ctx context.Context, file io.ReaderAt, size int64) (*Draft, error) {
	rules() // they are made ready once, which is no part of the time that a decision takes
	within, cancel := context.WithTimeout(ctx, maxReading)
	defer cancel()
	select {
	case reading <- struct{}{}:
		defer func() { <-reading }()
	case <-within.Done():
		return nil, phrases.Fault(fault.Unavailable, within.Err(), "read.busy", nil)
	}
	text, err := pagetext.Read(within, file, size)
	if err != nil {
		return nil, err
	}
	draft, err := readText(within, text)
	if err != nil && within.Err() != nil && ctx.Err() == nil {
		return nil, phrases.Fault(fault.BadInput, err, "read.slow", registry.About{"most": strconv.Itoa(int(maxReading.Seconds()))})
	}
	return draft, err
}

// readText reads the text of a decision. It ends early, with the context's error, when that is done.
func readText(ctx context.Context, text *pagetext.Text) (*Draft, error) {
	flow := text.Flow()
	flow.Text = dotLeaders.ReplaceAllStringFunc(flow.Text, blankOf)
	words := newIndex(flow.Text)
	d := &draftReader{flow: flow, text: flow.Text, index: words, ends: ends(flow.Text), persons: persons(words)}
	d.language = languageOf(flow.Text)
	all, err := d.find(ctx)
	if err != nil {
		return nil, err
	}
	kept, contradictions := settled(all)
	kept = derived(d.longerNames(kept))
	draft := &Draft{Language: d.language.Language, SHA256: text.SHA256, Format: text.Format, Pages: len(text.Pages), Macros: text.Macros,
		PersonsLeftOut: len(merged(d.persons)), Text: d.masked(text.Pages)}
	many := map[string]int{}
	for _, f := range kept {
		many[f.kind]++
		draft.Facts = append(draft.Facts, Fact{factID(f.kind, many[f.kind]), f.kind, f.values, d.receipt(f.from, f.to, f.rule)})
	}
	draft.Contradictions = append(contradictions, disagreements(kept)...)
	draft.Absent = absent(kept)
	draft.NotUnderstood = d.unread(all)
	return draft, nil
}

// dotLeaders finds the points that lead from a label to what stands beside it.
var dotLeaders = regexp.MustCompile(`\.{4,}`)

// factID names a fact: by its kind, and by which it is of further ones of that kind.
func factID(kind string, which int) string {
	if which == 1 {
		return kind
	}
	return fmt.Sprintf("%s-%d", kind, which)
}

// masked gives pages with a dash for each character of what tells of a person. Everything else stays in its place.
func (d *draftReader) masked(pages []string) []string {
	letters := make([][]rune, len(pages))
	for i, page := range pages {
		letters[i] = []rune(page)
	}
	for _, person := range d.persons {
		for _, at := range d.flow.Spans(person.from, person.to) {
			for i := at.From; i < at.To; i++ {
				if letters[at.Page-1][i] != '\n' {
					letters[at.Page-1][i] = '–'
				}
			}
		}
	}
	all := make([]string, len(pages))
	for i := range letters {
		all[i] = string(letters[i])
	}
	return all
}

// languageOf tells the language by its most common words: Swedish where neither has more.
func languageOf(text string) *languageRules {
	words := map[string]int{}
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		words[strings.Trim(word, ".,:;()”\"")]++
	}
	best, most := &rules().languages[0], -1
	for i := range rules().languages {
		many := 0
		for _, word := range rules().languages[i].Telling {
			many += words[word]
		}
		if many > most {
			best, most = &rules().languages[i], many
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
	receipt := Receipt{Page: first.Page, From: first.From, To: last.To, Quote: d.withoutPersons(from, to), Sentence: d.withoutPersons(d.sentenceAround(from, to))}
	if last.Page != first.Page {
		receipt.Until = last.Page
	}
	if r != nil {
		receipt.Rule, receipt.Sure = r.Name, r.Rank <= 0
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

// mostQuoted is how many characters of a sentence are kept.
const mostQuoted = 400

// Quoting gives the same with the sentence, as far as one is kept.
func (r Receipt) Quoting() string {
	words := cmp.Or(r.Sentence, r.Quote)
	if letters := []rune(words); len(letters) > mostQuoted {
		words = r.Quote // the words themselves are shorter
	}
	if words == "" || len([]rune(words)) > mostQuoted {
		return r.Locator()
	}
	return r.Locator() + ": ”" + words + "”"
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
