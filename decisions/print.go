package decisions

import (
	_ "embed" // the texts
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"partnernet/registry"
)

// textsText is what people are told of a draft, in each language.
//
//go:embed texts.yaml
var textsText []byte

var phrases = registry.ReadPhrases(textsText)

// Print writes the draft for people to read, in one of the languages.
func (d *Draft) Print(out io.Writer, language string) error {
	p := &printer{out: out, language: language}
	if len(d.Facts) == 0 {
		p.line("%s", p.say("told.nothing", nil))
	} else {
		p.line("%s", p.say("told.facts", nil))
	}
	for _, f := range d.Facts {
		p.fact(f)
	}
	p.part("told.absent", len(d.Absent), func(i int) string { return p.say("fact."+d.Absent[i], nil) })
	p.part("told.contradictions", len(d.Contradictions), func(i int) string { return p.contradiction(d.Contradictions[i]) })
	p.part("told.unread", len(d.NotUnderstood), func(i int) string {
		return fmt.Sprintf("%s (%s)", d.NotUnderstood[i].Quote, p.place(d.NotUnderstood[i].Receipt))
	})
	if d.PersonsLeftOut > 0 {
		p.line("\n%s", p.say("told.persons", registry.About{"many": strconv.Itoa(d.PersonsLeftOut)}))
	}
	if d.Macros {
		p.line("\n%s", p.say("told.macros", nil))
	}
	return p.err
}

// Left says what of a draft cannot be recorded, in one of the languages.
func Left(left []string, language string) string {
	return phrases.Say(language, "told.left", registry.About{"what": strings.Join(left, ", ")})
}

// printer writes lines until one cannot be written.
type printer struct {
	out      io.Writer
	language string
	err      error
}

func (p *printer) say(key string, about registry.About) string {
	return phrases.Say(p.language, key, about)
}

func (p *printer) line(format string, values ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.out, format+"\n", values...)
	}
}

// part writes a heading and its items; nothing where there are none.
func (p *printer) part(heading string, many int, item func(int) string) {
	if many > 0 {
		p.line("\n%s", p.say(heading, nil))
	}
	for i := range many {
		p.line("  - %s", item(i))
	}
}

func (p *printer) fact(f Fact) {
	unsure := ""
	if !f.Receipt.Sure {
		unsure = ", " + p.say("told.unsure", nil)
	}
	p.line("  %s: %s\n      ”%s” (%s, %s%s)", p.say("fact."+f.Kind, nil), p.values(f), f.Receipt.Quote, p.place(f.Receipt), f.Receipt.Rule, unsure)
}

// enumerations are the fields whose values are those of an enumeration of the schema, by kind of fact and field.
var enumerations = map[string]string{"outcome.value": "DecisionOutcome", "mode.value": "DecisionMode", "projectType.value": "ProjectType", "costBasis.value": "CostBasis",
	"legalBasis.type": "LegalBasisType", "condition.type": "ConditionType", "obligation.type": "ObligationType", "network.lifecycle": "NetworkLifecycle",
	"output.type": "OutputType", "objective.horizon": "Horizon", "strategy.level": "StrategyLevel", "needsMapping.value": "NeedsMappingState"}

// values gives the values of a fact in one line: the value itself, then the others by what their fields are called.
func (p *printer) values(f Fact) string {
	var parts []string
	if value := f.Values["value"]; value != "" {
		parts = append(parts, p.worded(f.Kind, "value", value))
	}
	for _, name := range slices.Sorted(maps.Keys(f.Values)) {
		if value := f.Values[name]; name != "value" && value != "" && !slices.Contains(inner, name) {
			label, _ := fieldWord(p.language, name)
			parts = append(parts, strings.TrimSpace(label+" "+p.worded(f.Kind, name, value)))
		}
	}
	return strings.Join(parts, "; ")
}

// inner are fields that say how others came about.
var inner = []string{"after", "how", "counterpart"}

// worded gives what people call a value.
func (p *printer) worded(kind, field, value string) string {
	if words := p.say(kind+"."+value, nil); words != "" {
		return words
	}
	if enumeration := enumerations[kind+"."+field]; enumeration != "" {
		label, _ := registry.ValueLabel(p.language, enumeration, value)
		return label
	}
	return value
}

// KindLabel gives what people call a kind of fact, or of what does not agree.
func KindLabel(language, kind string) string {
	if title := phrases.Say(language, "contradiction."+kind, nil); title != "" {
		return title
	}
	return phrases.Say(language, "fact."+kind, nil)
}

// FieldLabel gives what people call a field of facts of a kind.
func FieldLabel(language, kind, field string) string {
	if label, is := fieldWord(language, field); is && field != "value" {
		return label
	}
	return KindLabel(language, kind)
}

// fieldWord gives what people call a field of a fact, and whether there is a word for it: facts have fields that records do not.
func fieldWord(language, field string) (string, bool) {
	if word := phrases.Say(language, "field."+field, nil); word != "" {
		return word, true
	}
	return registry.FieldLabel(language, field)
}

// ValueWords gives what people call a value of a fact.
func ValueWords(language, kind, field, value string) string {
	return (&printer{language: language}).worded(kind, field, value)
}

// FieldsOf gives the fields of facts of a kind that people tell: the value itself first.
func FieldsOf(kind string) []string {
	var fields []string
	for _, field := range slices.Sorted(maps.Keys(factFields()[kind])) {
		switch {
		case slices.Contains(inner, field):
		case field == "value":
			fields = slices.Insert(fields, 0, field)
		default:
			fields = append(fields, field)
		}
	}
	return fields
}

// FormOf gives which enumeration a field of facts of a kind has values of, or else what a value looks like; "" where it has no form.
func FormOf(kind, field string) (enumeration, example string) {
	if enumeration = enumerations[kind+"."+field]; enumeration != "" {
		return enumeration, ""
	}
	return "", examples[factFields()[kind][field]]
}

func (p *printer) place(r Receipt) string {
	return p.say("told.place", registry.About{"page": strconv.Itoa(r.Page), "from": strconv.Itoa(r.From), "to": strconv.Itoa(r.To)})
}

func (p *printer) contradiction(c Contradiction) string {
	return KindLabel(p.language, c.Kind) + ": " + strings.Join(c.Values, " / ")
}
