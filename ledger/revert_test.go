package ledger_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/testworld"
)

// Whatever type of record was entered, it can be taken back, and that in turn, with all that the ledger keeps of it by itself.
func TestARecordOfEveryTypeIsTakenBack(t *testing.T) {
	b := open(t)
	schema := testworld.Model(t)
	for _, full := range []bool{true, false} {
		for _, kind := range tellable(schema) {
			b.wipe(t)
			w := &made{schema: schema, full: full}
			r := w.record(kind, "made")
			b.tell(told("Anna", w.ends...))
			before := b.present()
			told := b.tell(ledger.Telling{Actor: "a tester", Action: "tell", Source: sourceID("Anna"), Records: []ledger.Record{r}})
			after := b.present()
			back := b.revert(t, told.Changes[0])
			if diff := cmp.Diff(before, b.present()); diff != "" {
				t.Errorf("taking back a %s leaves (-before +after): %s", kind, diff)
			}
			b.revert(t, back)
			if diff := cmp.Diff(after, b.present()); diff != "" {
				t.Errorf("taking that back leaves of a %s (-before +after): %s", kind, diff)
			}
		}
	}
}

// present gives what facts gives, without what is no record any more.
func (b book) present() []string {
	return slices.DeleteFunc(b.facts(), func(line string) bool { return strings.Contains(line, "FormerRecord") })
}

// tellable gives the types of records that sources tell. What the ledger itself writes is none of them.
func tellable(schema *model.Model) []string {
	var all []string
	for _, name := range schema.Type("Record").Possible {
		if !slices.Contains([]string{"Change", "FormerRecord", "Source", "Document"}, name) {
			all = append(all, name)
		}
	}
	return all
}

// made makes records, and those that they cannot be without.
type made struct {
	schema *model.Model
	full   bool // with all values that they can have, and not only with those that they must
	ends   []ledger.Record
}

func (m *made) record(kind, id string) ledger.Record {
	r := ledger.Record{Type: kind, ID: id, Values: map[string]any{}, Links: map[string][]string{}}
	if kind == "Person" {
		r.Audience = registry.ForOrganisers // and no wider one
	}
	t, every := m.schema.Type(kind), m.schema.Type("Record")
	for _, f := range t.Fields() {
		stored := every.Field(f.Name) == nil && (f.Kind == model.Property || f.Kind == model.Embedded)
		if value := m.value(f); stored && value != nil && (f.Def.Type.NonNull || m.full) {
			r.Values[f.Name] = value
		}
	}
	switch kind {
	case "Network":
		r.Values["acronym"] = "Network " + id // no two networks have one
	case "Theme":
		r.Values["labelSv"] = "Reservkraft" // it has a name in one of the languages at least
	case "Succession":
		r.Values["kind"] = "REPLACEMENT" // one became one
		for _, field := range []string{"predecessors", "successors"} {
			end := m.record("Organisation", id+" "+field)
			m.ends = append(m.ends, end)
			r.Links[field] = []string{end.ID}
		}
	case "Partnership":
		r.Parts = map[string][]ledger.Part{"parties": {m.party(id, 1), m.party(id, 2)}}
	}
	for _, f := range t.Required() {
		end := id + " " + f.Name
		m.ends = append(m.ends, m.record(m.schema.Type(f.Target).Possible[0], end))
		r.Links[f.Name] = []string{end}
	}
	return r
}

// party makes a party of a partnership, and the organisation that it is.
func (m *made) party(partnership string, position int) ledger.Part {
	end := m.record("Organisation", fmt.Sprint(partnership, " party ", position))
	m.ends = append(m.ends, end)
	return ledger.Part{Key: map[string]any{"position": position}, Values: map[string]any{"position": position, "role": "PARTNER", "confirmation": "NOT_ASKED"},
		Links: map[string][]string{"party": {end.ID}}}
}

// sentence is as people write what they need: in letters that are counted.
const sentence = "Reservkraft vid avbrott längre än tre dygn, för vattenverk på båda sidor om gränsen."

// ofName are values of fields that have a rule of their own.
var ofName = map[string]any{"industryCodes": []string{"62.01"}, "sha256": strings.Repeat("0a", 32), "language": "sv", "code": "reserve-power", "submittedOn": nil, "pausedSince": nil}

// state is where a record stands that has all its days: an award without conditions, an introduction that was settled without a partnership.
var state = map[string]string{"AwardState": "EFFECTIVE", "NeedsMappingState": "HELD", "IntroductionState": "DECLINED", "NeedState": "MET", "OfferState": "WITHDRAWN",
	"ObligationStatus": "FULFILLED"}

// value gives a value that a field can hold, nil for a kind of field that has none here.
func (m *made) value(f *model.Field) any {
	if state := state[f.Target]; state != "" {
		return state
	}
	if def := m.schema.Schema.Types[f.Target]; def.Kind == ast.Enum {
		return def.EnumValues[0].Name
	}
	if value, own := ofName[f.Name]; own {
		return value
	}
	if f.List {
		return []string{sentence, "Åsane"}
	}
	return map[string]any{"String": sentence, "Int": 7, "Date": day("2024-02-29"), "Decimal": "0.35",
		"Money": registry.Money{MinorUnits: 100, Currency: "NOK"}}[f.Target]
}

// What an import entered and somebody took back is entered again by the same import, with the same ids: the import of a mended file goes on from there.
func TestWhatWasTakenBackIsToldAgain(t *testing.T) {
	b := open(t)
	b.tell(everything())
	facts := b.present()
	take := func() {
		b.change(t, func(ctx context.Context, p *ledger.Page) ([]string, error) {
			command, _ := b.read("MATCH (c:Change) RETURN c.command AS command ORDER BY c.position DESC LIMIT 1", nil).(string)
			done, err := p.RevertCommand(ctx, command, ledger.Ground{Actor: "a tester", Action: "test", Source: sourceID("Anna")})
			return done.Changes, err
		})
	}
	take()
	if left := b.present(); len(left) > 1 { // the lock
		t.Errorf("taken back, there is still %v", left)
	}
	b.tell(everything())
	if diff := cmp.Diff(facts, b.present()); diff != "" {
		t.Errorf("told again, there is (-before +after): %s", diff)
	}
	take()
	if left := b.present(); len(left) > 1 {
		t.Errorf("taken back again, there is still %v", left)
	}
}
