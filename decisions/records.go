package decisions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"partnernet/fault"
	"partnernet/registry"
)

// factsRecord is one record of a facts file being written.
type factsRecord struct {
	kind, key string
	fields    yaml.MapSlice
	unknown   yaml.MapSlice
	locators  yaml.MapSlice
	rests     map[string]string // by field, the id of the fact that tells it
	quotes    bool              // whether the sentence is kept with its place
}

// put tells a field, and where the decision says it. An empty value is not told.
func (r *factsRecord) put(field string, value any, fact *Fact) *factsRecord {
	switch value := value.(type) {
	case string:
		if value == "" {
			return r
		}
	case []string:
		if len(value) == 0 {
			return r
		}
	case nil:
		return r
	}
	r.fields = append(r.fields, yaml.MapItem{Key: field, Value: value})
	if fact == nil {
		return r
	}
	if r.rests == nil {
		r.rests = map[string]string{}
	}
	r.rests[field] = fact.ID
	switch {
	case fact.Receipt.Page == 0: // somebody knows it, and has not said where in the text it stands
	case r.quotes:
		r.locators = append(r.locators, yaml.MapItem{Key: field, Value: fact.Receipt.Quoting()})
	default:
		r.locators = append(r.locators, yaml.MapItem{Key: field, Value: fact.Receipt.Locator()})
	}
	return r
}

// expect says of fields that are not told that the decision does not tell them.
func (r *factsRecord) expect(fields ...string) {
	for _, field := range fields {
		if !slices.ContainsFunc(r.fields, func(item yaml.MapItem) bool { return item.Key == field }) {
			r.unknown = append(r.unknown, yaml.MapItem{Key: field, Value: string(registry.NotInSource)})
		}
	}
}

// written gives the record as it stands in a facts file.
func (r *factsRecord) written() yaml.MapSlice {
	all := append(yaml.MapSlice{{Key: "record", Value: r.kind}, {Key: "key", Value: r.key}}, r.fields...)
	if len(r.unknown) > 0 {
		all = append(all, yaml.MapItem{Key: "unknown", Value: r.unknown})
	}
	if len(r.locators) > 0 {
		all = append(all, yaml.MapItem{Key: "locators", Value: r.locators})
	}
	return all
}

// recordsBuilder makes the records of a facts file of a draft.
type recordsBuilder struct {
	draft   *Draft
	words   phrasesOf
	texts   bool   // whether sentences of the decision may be kept
	prefix  string // what the keys of this decision's own records begin with
	records []*factsRecord
	keys    map[string]bool
	left    []string // what cannot be recorded, and why
}

// phrasesOf are the titles that records get in the language of the decision.
type phrasesOf struct{ decision, ordinance, act, mapping string }

var phrasesIn = map[string]phrasesOf{
	"sv": {"Beslut", "Förordning", "Lag", "Behovskartläggning i"},
	"nb": {"Vedtak", "Forskrift", "Lov", "Behovskartlegging i"},
	"en": {"Decision", "Regulation", "Act", "Mapping of needs in"},
}

// FactsFile is a draft in the form that import decision reads.
type FactsFile struct {
	Text  []byte
	Left  []string            // what of the draft cannot be recorded
	Rests []map[string]string // of each record, in the order of the file: by field, the id of the fact that tells it
}

// FactsFile gives the draft in the form that import decision reads. Sentences of the decision are kept only where texts says so.
func (d *Draft) FactsFile(sensitivity string, texts bool) (FactsFile, error) {
	b := &recordsBuilder{draft: d, words: phrasesIn[d.Language], texts: texts, keys: map[string]bool{}}
	b.prefix = strings.TrimSpace(registry.Fold(b.value("madeBy")) + " " + cmp.Or(b.value("caseNumber"), d.SHA256[:12]))
	b.documents()
	b.organisations()
	b.networks()
	b.project()
	b.contents()
	b.programmes()
	b.application()
	b.decision()
	b.award()
	source := yaml.MapSlice{{Key: "document", Value: b.key("document")}}
	if maker := b.organisationKey("madeBy"); maker != "" {
		source = append(source, yaml.MapItem{Key: "assertedBy", Value: maker})
	}
	records := make([]yaml.MapSlice, len(b.records))
	rests := make([]map[string]string, len(b.records))
	for i, r := range b.records {
		records[i], rests[i] = r.written(), r.rests
	}
	file, err := yaml.MarshalWithOptions(yaml.MapSlice{{Key: "source", Value: source}, {Key: "sensitivity", Value: sensitivity}, {Key: "records", Value: records}}, yaml.IndentSequence(true))
	return FactsFile{file, b.left, rests}, err
}

// one gives the fact of a kind that a decision tells one of; nil where it does not.
func (b *recordsBuilder) one(kind string) *Fact {
	for i, f := range b.draft.Facts {
		if f.Kind == kind {
			return &b.draft.Facts[i]
		}
	}
	return nil
}

func (b *recordsBuilder) value(kind string) string {
	if f := b.one(kind); f != nil {
		return f.Values["value"]
	}
	return ""
}

func (b *recordsBuilder) all(kind string) []*Fact {
	var facts []*Fact
	for i, f := range b.draft.Facts {
		if f.Kind == kind {
			facts = append(facts, &b.draft.Facts[i])
		}
	}
	return facts
}

// key gives the key of a record of this decision alone.
func (b *recordsBuilder) key(parts ...string) string {
	return b.prefix + " " + strings.Join(parts, " ")
}

// add begins a record; one with the key of another is that one.
func (b *recordsBuilder) add(kind, key string) *factsRecord {
	if b.keys[key] {
		return &factsRecord{}
	}
	b.keys[key] = true
	r := &factsRecord{kind: kind, key: key, quotes: b.texts}
	b.records = append(b.records, r)
	return r
}

// fact tells a field by the fact of a kind that there is one of.
func (b *recordsBuilder) fact(r *factsRecord, field, kind string) *factsRecord {
	if f := b.one(kind); f != nil {
		r.put(field, f.Values["value"], f)
	}
	return r
}

// money tells a field that is an amount.
func (b *recordsBuilder) money(r *factsRecord, field, kind string) {
	if f := b.one(kind); f != nil {
		amount, currency, _ := strings.Cut(f.Values["value"], " ")
		r.put(field, yaml.MapSlice{{Key: "amount", Value: amount}, {Key: "currency", Value: currency}}, f)
	}
}

func (b *recordsBuilder) documents() {
	r := b.add("Document", b.key("document")).put("title", strings.TrimSpace(b.words.decision+" "+cmp.Or(b.value("caseNumber"), b.value("project"))), nil)
	b.fact(r, "reference", "caseNumber").put("type", "DECISION", nil).put("language", b.draft.Language, nil)
	b.fact(r, "publishedOn", "decidedOn").put("sha256", b.draft.SHA256, nil).expect("reference", "publishedOn")
	for _, terms := range b.all("generalTerms") {
		b.add("Document", b.termsKey(terms)).put("title", cmp.Or(terms.Values["title"], terms.Values["reference"]), terms).
			put("reference", terms.Values["reference"], terms).put("type", "TERMS", nil).expect("publishedOn")
	}
}

func (b *recordsBuilder) termsKey(terms *Fact) string {
	return "terms " + registry.Fold(b.value("madeBy")) + " " + terms.Values["reference"]
}

func (b *recordsBuilder) networks() {
	var planned, there string
	for _, f := range b.all("network") {
		if f.Values["lifecycle"] == "PLANNED" {
			planned = f.Values["value"]
		} else {
			there = f.Values["value"]
		}
	}
	for _, f := range b.all("network") {
		name := f.Values["value"]
		r := b.add("Network", "network "+name).put("acronym", name, f).put("country", f.Values["country"], f).put("lifecycle", f.Values["lifecycle"], f)
		if name == planned && there != "" {
			r.put("counterparts", []string{"network " + there}, f)
		}
		if name == planned {
			r.expect("name", "plannedFrom", "host", "memberships")
			continue
		}
		r.expect("name", "mission", "establishedOn", "host", "memberships")
	}
}

// programmes tells the programmes that are named.
func (b *recordsBuilder) programmes() {
	for _, f := range b.all("programme") {
		b.add("Programme", programmeKey(f)).put("name", f.Values["value"], f).expect("period", "cci", "managingOrganisation")
	}
}

func programmeKey(f *Fact) string { return "programme " + f.Values["value"] }

// programmeThat gives the programme that carries the project, or is also applied to.
func (b *recordsBuilder) programmeThat(how string) *Fact {
	for _, f := range b.all("programme") {
		if f.Values["how"] == how {
			return f
		}
	}
	return nil
}

// Needed says what a decision cannot be recorded without, of what of the draft is left out; nil where nothing needed is. It is about the corrections that
// would tell it.
func (f FactsFile) Needed() error {
	for _, what := range []string{"project", "decision", "award"} {
		if slices.Contains(f.Left, what) {
			return phrases.Fault(fault.BadInput, nil, "needed."+what, nil).At("corrections")
		}
	}
	return nil
}
