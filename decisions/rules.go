package decisions

import (
	"embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

// ruleFiles are the rules, as data: see docs/reading-decisions.md.
//
//go:embed rules/*.yaml
var ruleFiles embed.FS

// ruleSet is all that decisions are read by.
type ruleSet struct {
	values      valueRules
	authorities authorityRules
	persons     personRules
	languages   []languageRules
	patterns    map[string]string
}

// languageRules are the rules of one language.
type languageRules struct {
	Language string            `yaml:"language"`
	Country  string            `yaml:"country"`
	Currency string            `yaml:"currency"`
	Telling  []string          `yaml:"telling"` // words by which the language is told
	Patterns map[string]string `yaml:"patterns"`
	Rules    []*rule           `yaml:"rules"`
	Labels   []*label          `yaml:"labels"`     // of the fields of forms
	Cues     []*cue            `yaml:"cues"`       // by which amounts, days and shares in sentences are told
	Passed   []string          `yaml:"passedOver"` // what is of another case or another time
	Earlier  []string          `yaml:"earlier"`    // what was decided before, and is passed over where that is not what the decision is about
	Changing string            `yaml:"changing"`   // what a decision says at its head that is about an earlier one
	Refusing string            `yaml:"refusing"`   // what a sentence says that does not grant

	Spellings spellings `yaml:"spellings"`

	labels   *regexp.Regexp
	labelled map[string]*label
	passed   *regexp.Regexp
	earlier  *regexp.Regexp
	changing *regexp.Regexp
	refusing *regexp.Regexp
}

// rule says which words tell which facts.
type rule struct {
	Name     string            `yaml:"rule"`
	Pattern  string            `yaml:"pattern"`
	Set      map[string]string `yaml:"set"`      // what the words tell beside what they hold: outcome: REJECTED
	Unless   string            `yaml:"unless"`   // not where the sentence says this
	Without  string            `yaml:"without"`  // not where what is found says this
	Rank     int               `yaml:"rank"`     // a rule of a higher rank counts only where none of a lower one has told the fact
	Sentence bool              `yaml:"sentence"` // the fact is the whole sentence
	Within   int               `yaml:"within"`   // only among the first so many lines
	By       []string          `yaml:"by"`       // only in decisions of these authorities

	pattern  *search
	unless   *regexp.Regexp
	without  *regexp.Regexp
	captures []capture

	atName      *regexp.Regexp // the same, for the place where a name begins; nil where it begins with something else
	atLineStart bool           // its pattern begins where a line does
	afterAny    *regexp.Regexp // the same after any character, where it may begin with a line; nil where it may not, or must
}

// capture is a group of a rule's pattern: what it holds, and which field of which fact that is.
type capture struct{ kind, field, pattern string }

type valueRules struct {
	Patterns map[string]string  `yaml:"patterns"`
	Units    map[string]unit    `yaml:"units"`
	Scales   map[string]float64 `yaml:"scales"`
	Months   [][]string         `yaml:"months"`
	Numbers  map[string]int     `yaml:"numbers"`
	Openings []string           `yaml:"openings"`
	Headings []string           `yaml:"headings"`
	Closings []string           `yaml:"closings"`
	Words    map[string]string  `yaml:"words"`
}

type unit struct {
	Times    int64  `yaml:"times"`
	Currency string `yaml:"currency"`
}

type authorityRules struct {
	Authorities []authority `yaml:"authorities"`
	Bodies      []body      `yaml:"bodies"`
	Programmes  []programme `yaml:"programmes"`
}

type authority struct {
	Name       string   `yaml:"name"`
	Country    string   `yaml:"country"`
	SectorType string   `yaml:"sectorType"`
	Also       []string `yaml:"also"`
}

type body struct {
	Word       string `yaml:"word"`
	Country    string `yaml:"country"`
	SectorType string `yaml:"sectorType"`
}

type programme struct {
	Name string `yaml:"name"`
	Says string `yaml:"says"`
	says *regexp.Regexp
}

// rules gives the rules of the binary. They are read when they are first needed: most commands read no decision.
var rules = sync.OnceValue(mustRead)

// mustRead reads the rules that are part of the binary; a test reads them too.
func mustRead() *ruleSet {
	set := &ruleSet{patterns: map[string]string{}}
	for name, into := range map[string]any{"values": &set.values, "authorities": &set.authorities, "persons": &set.persons} {
		readRules(name, into)
	}
	maps.Copy(set.patterns, set.values.Patterns)
	set.patterns["authorities"] = set.authorities.pattern()
	set.patterns["authoritiesInCapitals"] = strings.ToUpper(set.authorities.names())
	set.patterns["role"] = set.persons.Roles
	for i, p := range set.authorities.Programmes {
		set.authorities.Programmes[i].says = regexp.MustCompile("(?i)" + loose(p.Says))
	}
	set.patterns["programme"] = set.authorities.programmes()
	for _, name := range []string{"sv", "nb", "en"} {
		var language languageRules
		readRules(name, &language)
		for _, each := range language.Labels {
			each.Words = alternatives(each.Words)
		}
		language.respell()
		maps.Copy(set.patterns, language.Patterns)
		for _, r := range language.Rules {
			set.compile(r)
		}
		language.compileCues(set)
		language.compileLabels(set)
		language.passed = set.optional("(?im)", strings.Join(language.Passed, "|"))
		language.earlier = set.optional("(?im)", strings.Join(slices.Concat(language.Passed, language.Earlier), "|"))
		language.changing, language.refusing = set.optional("(?im)", language.Changing), set.optional("(?i)", language.Refusing)
		set.languages = append(set.languages, language)
	}
	set.persons.compile(set)
	return set
}

// lazily compiles a pattern when something is first looked for by it: what it names is known only when the rules have been read.
func lazily(text func() string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text()) })
}

// vocabulary compiles words of values.yaml that are told by, whatever the language.
func vocabulary(name string) func() *regexp.Regexp {
	return lazily(func() string {
		text, known := rules().values.Words[name]
		if !known {
			panic("no words " + name) // the rules are part of the binary
		}
		return rules().filled(text)
	})
}

// language gives the rules of a language.
func (s *ruleSet) language(name string) *languageRules {
	for i := range s.languages {
		if s.languages[i].Language == name {
			return &s.languages[i]
		}
	}
	return &s.languages[0]
}

func readRules(name string, into any) {
	text, err := ruleFiles.ReadFile("rules/" + name + ".yaml")
	if err == nil {
		err = yaml.UnmarshalWithOptions(text, into, yaml.Strict())
	}
	if err != nil {
		panic(fmt.Sprintf("rules/%s.yaml: %s", name, err)) // they are part of the binary
	}
}

// placeholder is where a pattern names another one: {amount}, or {cap=amount} for a group that tells the fact cap, {indicator.name=line} for one
// that tells a field of it.
var placeholder = regexp.MustCompile(`\{(?:([a-z][a-zA-Z]+)(?:\.([a-zA-Z]+))?=)?([a-z][a-zA-Z]+[0-9]*)\}`)

// beginsWithOrganisation tells rules that begin with the name of an organisation.
var beginsWithOrganisation = regexp.MustCompile(`^\{(?:[a-zA-Z.]+=)?(?:organisation|authority)\}`)

func (s *ruleSet) compile(r *rule) {
	text := placeholder.ReplaceAllStringFunc(r.Pattern, func(place string) string {
		part := placeholder.FindStringSubmatch(place)
		kind, field, name := part[1], part[2], part[3]
		pattern := s.expanded(name)
		if kind == "" {
			return "(?-i:" + pattern + ")"
		}
		r.captures = append(r.captures, capture{kind, field, name})
		return fmt.Sprintf("(?P<c%d>(?-i:%s))", len(r.captures)-1, pattern)
	})
	r.pattern = newSearch("(?im)" + loose(text))
	if beginsWithOrganisation.MatchString(r.Pattern) {
		r.atName = regexp.MustCompile("(?im)\\A(?:" + loose(text) + ")")
	}
	r.atLineStart = strings.HasPrefix(r.Pattern, "^")
	if strings.HasPrefix(r.Pattern, "(?:") && strings.Contains(r.Pattern, "^ *") {
		r.afterAny = regexp.MustCompile("(?im)\\A(?s:.)(?:" + loose(text) + ")")
	}
	r.unless, r.without = s.optional("(?i)", r.Unless), s.optional("(?i)", r.Without)
}

// expanded gives a named pattern with those that it names.
func (s *ruleSet) expanded(name string) string {
	pattern, known := s.patterns[name]
	if !known {
		panic("no pattern " + name) // the rules are part of the binary
	}
	return placeholder.ReplaceAllStringFunc(pattern, func(place string) string {
		return "(?:" + s.expanded(placeholder.FindStringSubmatch(place)[3]) + ")"
	})
}

// loose gives a pattern in which a space stands for any blanks with at most one line end among them.
func loose(pattern string) string {
	var out strings.Builder
	inClass := false
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '\\' && i+1 < len(pattern):
			out.WriteString(pattern[i : i+2])
			i++
		case c == '[' && !inClass:
			inClass = true
			out.WriteByte(c)
		case c == ']' && inClass:
			inClass = false
			out.WriteByte(c)
		case c == ' ' && !inClass:
			out.WriteString(`(?: *\n *| {1,2})`)
		default:
			out.WriteByte(c)
		}
	}
	return strings.ReplaceAll(out.String(), `(?: *\n *| {1,2})?`, `(?: *\n? *)`)
}

// alternatives gives words with each way in which they may be written: (samverkans|projekt|)part(er|) is six labels.
func alternatives(words []string) []string {
	var all []string
	for _, word := range words {
		before, rest, some := strings.Cut(word, "(")
		inside, after, closed := strings.Cut(rest, ")")
		if !some || !closed || !strings.Contains(inside, "|") {
			all = append(all, word)
			continue
		}
		for each := range strings.SplitSeq(inside, "|") {
			all = append(all, alternatives([]string{before + each + after})...)
		}
	}
	return all
}

// quoted gives a pattern of texts as they stand, the longest first.
func quoted(texts []string) string {
	texts = slices.Clone(texts)
	slices.SortFunc(texts, func(a, b string) int { return len(b) - len(a) })
	for i, text := range texts {
		texts[i] = regexp.QuoteMeta(text)
	}
	return strings.Join(texts, "|")
}

func (a authorityRules) pattern() string {
	var names []string
	for _, each := range a.Authorities {
		names = append(append(names, each.Name), each.Also...)
	}
	return quoted(names)
}

// names is the pattern of those names that are no abbreviation.
func (a authorityRules) names() string {
	var names []string
	for _, each := range a.Authorities {
		if each.Name != strings.ToUpper(each.Name) {
			names = append(names, each.Name)
		}
	}
	return quoted(names)
}

func (a authorityRules) programmes() string {
	var all []string
	for _, each := range a.Programmes {
		all = append(all, each.Says)
	}
	return "(?i:" + strings.Join(all, "|") + ")"
}

// named gives the name that an authority is registered under, as far as it is one of the list.
func (a authorityRules) named(written string) (authority, bool) {
	for _, each := range a.Authorities {
		if strings.EqualFold(each.Name, written) || slices.ContainsFunc(each.Also, func(also string) bool { return strings.EqualFold(also, written) }) {
			return each, true
		}
	}
	return authority{}, false
}
