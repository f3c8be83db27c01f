package intake

import (
	"cmp"
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"sync"

	"github.com/goccy/go-yaml"

	"partnernet/registry"
)

//go:embed sectors.yaml
var sectorsFile []byte

// sectorWord is what one of a list's own words for a kind of body means.
type sectorWord struct {
	Word       string       `yaml:"word"`
	SectorType string       `yaml:"sectorType"` // empty where the word leaves a choice
	ByName     []sectorName `yaml:"byName"`
}

// sectorName narrows a word by the form of the organisation's name.
type sectorName struct {
	Name       pattern `yaml:"name"`
	Unless     pattern `yaml:"unless"`
	SectorType string  `yaml:"sectorType"`
}

// pattern is a regular expression over a folded name; without one it matches nothing.
type pattern struct{ *regexp.Regexp }

// UnmarshalYAML compiles the pattern.
func (p *pattern) UnmarshalYAML(unmarshal func(any) error) error {
	var text string
	if err := unmarshal(&text); err != nil {
		return err
	}
	compiled, err := regexp.Compile(text)
	p.Regexp = compiled
	return err
}

func (p pattern) matches(folded string) bool { return p.Regexp != nil && p.MatchString(folded) }

// sectorWords gives the table by folded word.
var sectorWords = sync.OnceValue(func() map[string]sectorWord {
	var rows []sectorWord
	if err := yaml.Unmarshal(sectorsFile, &rows); err != nil {
		panic(err) // the file is part of the program, and a test reads it
	}
	words := map[string]sectorWord{}
	for _, row := range rows {
		words[registry.Fold(row.Word)] = row
	}
	return words
})

// sectorType reads a list's word for the kind of an organisation of this name. A word that is not in the table is noted.
func (l *PartnerList) sectorType(text, organisation string) rowValue[string] {
	text = registry.Plain(text)
	if text == "" {
		return rowValue[string]{}
	}
	word, known := sectorWords()[registry.Fold(text)]
	if !known {
		l.doubt("organisationstyp", text, "The word is not known for this field.")
	}
	if meaning := word.sectorTypeFor(registry.Fold(organisation)); meaning != "" {
		return rowValue[string]{text: text, value: &meaning}
	}
	return rowValue[string]{text: text}
}

// sectorTypeFor gives the kind that the word means for an organisation of this folded name, "" where nothing decides.
func (w sectorWord) sectorTypeFor(folded string) string {
	for _, n := range w.ByName {
		if n.Name.matches(folded) && !n.Unless.matches(folded) {
			return n.SectorType
		}
	}
	return w.SectorType
}

// Wordless is a word of the list that no value could be told from, and of how many organisations it leaves the kind unknown.
type Wordless struct {
	Word          string
	Organisations int
}

// UnmappedSectors gives the words that leave kinds of body unknown, the most frequent first.
func (l *PartnerList) UnmappedSectors() []Wordless {
	counts := map[string]int{}
	for _, o := range l.Organisations {
		for _, reading := range o.SectorType.Readings {
			if reading.Value == nil {
				counts[reading.Text]++
			}
		}
	}
	return byCount(counts)
}

// byCount gives counted words, the most frequent first.
func byCount(counts map[string]int) []Wordless {
	words := make([]Wordless, 0, len(counts))
	for _, word := range slices.Sorted(maps.Keys(counts)) {
		words = append(words, Wordless{word, counts[word]})
	}
	slices.SortStableFunc(words, func(a, b Wordless) int { return cmp.Compare(b.Organisations, a.Organisations) })
	return words
}
