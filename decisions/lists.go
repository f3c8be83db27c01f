package decisions

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where a list is divided: at the ends of lines, unless it stands in a sentence.
var pieces = map[string]*regexp.Regexp{"list": regexp.MustCompile(`[^\n,;•]+`), "names": regexp.MustCompile(`[^,;]+`)}

// listed gives a fact for each organisation of a list, line by line or divided by commas.
func (d *draftReader) listed(r *rule, c capture, begin, end int) []found {
	var all []found
	parts := pieces[c.pattern].FindAllStringIndex(d.text[begin:end], -1)
	for i, at := range parts {
		from, to := begin+at[0], begin+at[1]
		for _, part := range divided(d.text, from, to, i > 0 && i == len(parts)-1) {
			if d.isHead(part[0], part[1]) && !d.isRemark(part[0], strings.TrimSpace(d.text[part[0]:part[1]])) {
				return all // the next field begins
			}
			entry := strings.TrimSpace(d.text[part[0]:part[1]])
			begin := part[0] + strings.Index(d.text[part[0]:part[1]], entry)
			if column := gaps.FindStringIndex(entry); column != nil {
				entry = entry[:column[0]] // an address stands in the next column
			}
			if c.pattern == "list" && d.isHead(begin, begin+len(entry)) && !d.isRemark(part[0], entry) {
				return all // the head of a column
			}
			if at := strings.Index(entry, " v/"); at > 0 {
				entry = entry[:at] // whoever reads it there
			}
			if c.pattern == "names" {
				if colon := strings.LastIndexByte(entry, ':'); colon >= 0 && i == 0 {
					entry = strings.TrimSpace(entry[colon+1:]) // what they do stands before
				}
				entry = nameOnly(beforeNames().ReplaceAllString(entry, ""))
			}
			words := strings.Trim(partIn().ReplaceAllString(oneLine(entry), ""), " .-–·*")
			first, _ := utf8.DecodeRuneInString(words)
			if words == "" || c.pattern == "list" && !isNameLike(words) || noEntry().MatchString(words) || c.pattern == "names" && onlyMeant().MatchString(words) || country().MatchString(words) || d.overlapsPerson(begin, begin+len(entry)) || !unicode.IsUpper(first) && c.kind != "notified" && !(c.kind == "copiedTo" && ownOffice().MatchString(words)) || len(words) > 90 || strings.Contains(words, ":") {
				if c.kind != "notified" && len(all) > 0 && !d.isRemark(part[0], words) {
					return all // the list is over where something else begins
				}
				continue
			}
			if value, ok := d.organisation(words); ok {
				all = append(all, found{c.kind, map[string]string{orValue(c.field): value}, part[0], part[1], r})
			}
		}
	}
	return all
}

// isNameLike says whether words of a list, which nothing else tells to be names, look like one: a word alone, a further word with a capital, or one that
// bodies are called by.
func isNameLike(words string) bool {
	if officeFirst().MatchString(words) {
		return true
	}
	parts := strings.Fields(words)
	capital := func(word string) bool { return strings.ContainsFunc(word, unicode.IsUpper) }
	return len(parts) < 2 || slices.ContainsFunc(parts[1:], capital) || namedAs().MatchString(parts[len(parts)-1])
}

var (
	namedAs     = vocabulary("looksNamed")
	officeFirst = vocabulary("officeFirst")
	country     = vocabulary("country")
)

// isRemark says whether words of a list say something of the name before them on their line: Luleå tekniska universitet, koordinator.
func (d *draftReader) isRemark(from int, words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	return (unicode.IsLower(first) || country().MatchString(words)) && strings.HasSuffix(strings.TrimRight(d.text[:from], " "), ",")
}

// nameOnly gives the name that words of a sentence begin with: what goes on after it is no part of it.
func nameOnly(words string) string {
	if at := beginsWithName().FindStringIndex(words); at != nil && placeAfter().MatchString(words[at[1]:]) {
		return words
	}
	if at := beginsWithName().FindStringIndex(words); at != nil && (strings.TrimSpace(words[at[1]:]) == "" || goesOnAfter().MatchString(words[at[1]:])) {
		return words[:at[1]]
	}
	if at := goesOnAfter().FindStringIndex(words); at != nil && !strings.HasSuffix(words[:at[0]], "-") && !doesTwoThings().MatchString(words) {
		return words[:at[0]]
	}
	return words
}

var (
	beginsWithName = lazily(func() string { return `^(?:` + loose(rules().expanded("organisation")) + `)` })
	goesOnAfter    = vocabulary("goesOnAfter")
)

// doesTwoThings finds a name that ends with what a body does: Værnesregionen brann og redning.
var doesTwoThings = vocabulary("doesTwoThings")

// beforeNames finds what stands before the first name of a list: även, bland andra.
var beforeNames = vocabulary("beforeNames")

// ownOffice finds an office of whoever decides, which a list writes in small letters: ekonomiavdelningen.
var ownOffice = vocabulary("ownOffice")

// placeAfter finds where a body of a name is, which belongs to it: Sivilforsvaret i Nordland.
var placeAfter = vocabulary("placeAfter")

// partIn finds what a list says of somebody's part: Luleå tekniska universitet (koordinator).
var partIn = vocabulary("partIn")

// onlyMeant finds a word for somebody who is named elsewhere: the municipality.
var onlyMeant = vocabulary("onlyMeant")

// noEntry finds what begins something else than a name in a list: who is told, and a number.
var noEntry = vocabulary("noEntry")

var (
	and          = vocabulary("and")
	placeWithAnd = vocabulary("placeWithAnd")
)

// divided gives the parts of one line of a list that an "and" joins, where both begin as names do. Before the last of several names it always does.
func divided(text string, from, to int, last bool) [][2]int {
	var parts [][2]int
	begin := from
	for _, at := range andsIn(text[from:to]) {
		if name := beginsWithName().FindStringIndex(text[begin:to]); name != nil && strings.Contains(text[from+at[0]:from+at[1]], "and") && from+at[0] < begin+name[1] {
			continue // the University of Science and Technology
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(text[from+at[1]:], "the "))
		if left := text[begin : from+at[0]]; unicode.IsUpper(next) && !isPlace(text[from:to], at[0]) && (last || company().MatchString(left) || isNamedAlone(left) || isNamedAlone(text[from+at[1]:to]) || company().MatchString(nameOnly(text[from+at[1]:to])) && (len(strings.Fields(left)) > 1 || definite.MatchString(strings.TrimSpace(left))) || severalWords(left) && severalWords(text[from+at[1]:to])) {
			parts = append(parts, [2]int{begin, from + at[0]})
			begin = from + at[1]
		}
	}
	if at := beginsWithName().FindStringIndex(text[begin:to]); at != nil && wholeName().MatchString(text[begin+at[1]:to]) && whole(text, begin, begin+at[1]) {
		return append(parts, [2]int{begin, begin + at[1]}, [2]int{begin + at[1], to}) // a list that has lost its lines
	}
	return append(parts, [2]int{begin, to})
}

// andsIn gives where an "and" stands between names: in English before "the", if one does, for others may be part of a name.
func andsIn(words string) [][]int {
	all := and().FindAllStringIndex(words, -1)
	var before [][]int
	for _, at := range all {
		if strings.HasPrefix(words[at[1]:], "the ") {
			before = append(before, at)
		}
	}
	if before != nil {
		return before
	}
	return all
}

// isNamedAlone says whether a name is one word that says what it is: Falstadsenteret.
func isNamedAlone(name string) bool {
	name = strings.TrimSpace(name)
	return definite.MatchString(name) && namedAs().MatchString(name)
}

// severalWords says whether a name has more than one word, of which the last has a capital: one that an "and" joins to another one is no part of it.
func severalWords(name string) bool {
	words := strings.Fields(nameOnly(strings.TrimSpace(name)))
	if len(words) < 2 {
		return false
	}
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(last)
}

// isPlace says whether an "and" is part of a place's name: Troms og Finnmark.
func isPlace(words string, and int) bool {
	return slices.ContainsFunc(placeWithAnd().FindAllStringIndex(words, -1), func(at []int) bool { return at[0] < and && and < at[1] })
}
