package ledger

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// entry is a telling worked out against what is held: all that will be written.
type entry struct {
	*Page
	labels       map[string]string // of the records that the telling leads to, by id
	telling      Telling
	outcome      Outcome
	created      []any // nodes
	returned     []any // that are records again
	changed      []any
	links        []any
	linked       map[link]bool // the links so far: two records of a telling may tell one, each from its end
	unlinks      []any
	drops        []any // parts that are no more
	parts        []any // that are new
	currentParts []any
	claims       []any
	changes      []any
	likely       []string // ids of organisations of which others may be the same now
	keyed        []string // ids of records that may be identified otherwise now
	watched
}

func (p *Page) draft(t Telling, all map[string]storedRecord, labels map[string]string) (*entry, error) {
	e := &entry{Page: p, labels: labels, telling: t, linked: map[link]bool{}}
	e.outcome = Outcome{Created: map[string]int{}, Changed: map[string]int{}, Same: map[string]int{}}
	seen, together := map[string]bool{}, -1 // the place of the first of the changes that are taken back as one
	for i, r := range t.Records {
		h, exists := all[r.ID]
		d := &drafted{entry: e, record: r, kind: p.ledger.model.Type(r.Type), current: h, exists: exists}
		if d.kind == nil || !d.kind.Record {
			return nil, fmt.Errorf("%q is no type of record", r.Type)
		}
		if h.returns(d.kind) {
			d.exists, d.returns = false, true
		}
		if seen[r.ID] {
			return nil, fault.New(fault.BadInput, "%s %s is told of twice.", r.Type, r.ID)
		}
		seen[r.ID] = true
		if i+1 == t.AsOne {
			together = len(e.changes)
		}
		if err := d.workOut(); err != nil {
			return nil, withPlace(r.Type+" "+r.ID, err)
		}
	}
	if together >= 0 {
		e.bindChanges(e.changes[together:])
	}
	return e, nil
}

// bindChanges has the last changes be taken back as one.
func (e *entry) bindChanges(changes []any) {
	first := e.position - int64(len(changes)) + 1
	for _, change := range changes {
		row, _ := change.(map[string]any)
		row["first"], row["last"] = first, e.position
	}
}

// withPlace says what an error is about.
func withPlace(where string, err error) error {
	if broken, ok := errors.AsType[*fault.Fault](err); ok {
		return fault.Wrap(broken.Code, err, "%s: %s", where, broken).At(broken.Field).Breaking(broken.Rule)
	}
	return fmt.Errorf("%s: %w", where, err)
}

// drafted is one record of a telling being worked out.
type drafted struct {
	*entry
	record   Record
	kind     *model.Type
	current  storedRecord
	exists   bool
	returns  bool // it was entered before, and taken back
	set      map[string]any
	given    map[string]any  // all values that are told, in stored form
	claimed  map[string]any  // those of them that become claims, as another value is held
	disputed map[string]bool // the fields of these
	unknown  map[string]registry.Reason
	fields   []any // what changes, as the Change keeps it
	agreed   []any // what the source tells as it is held already, in the same form
	effect   effect
	touched  bool // something is written that is no field: a source, a claim, a reason
	rests    bool // that the record rests on the telling's source is new
}

func (d *drafted) workOut() error {
	if d.exists && d.current.label != d.kind.Label {
		return fault.New(fault.BadInput, "The registry holds a %s of this id.", d.current.label)
	}
	if err := d.record.Consistent(d.ledger.model); err != nil {
		return err
	}
	d.set, d.given, d.claimed, d.unknown = map[string]any{}, map[string]any{}, map[string]any{}, reasons(d.current.properties)
	values := d.valuesWithEndStatus()
	if err := d.readDisputed(values); err != nil {
		return err
	}
	for _, field := range slices.Sorted(maps.Keys(values)) {
		if err := d.setValue(field, values[field]); err != nil {
			return err
		}
	}
	for _, c := range d.record.Claims {
		if err := d.addOwnClaim(c); err != nil {
			return err
		}
	}
	d.judgeClaimed()
	for _, n := range d.record.Noted {
		d.fields = append(d.fields, changedFieldText(n.Name, n.Before, n.After, ""))
	}
	if err := d.relations(); err != nil {
		return err
	}
	if err := d.partRows(); err != nil {
		return err
	}
	if err := d.reasons(); err != nil {
		return err
	}
	if !d.exists {
		if err := d.ledger.checkRequired(d.kind, d.hasValue); err != nil {
			return err
		}
	}
	return d.finish()
}

// setValue adds a value that is not held, and keeps one that is unless the telling overwrites.
func (d *drafted) setValue(field string, value any) error {
	properties, err := storedForm(d.kind, field, value)
	if err != nil {
		return err
	}
	maps.Copy(d.given, properties)
	before, after := fieldText(d.kind, field, d.current.properties), fieldText(d.kind, field, properties)
	switch {
	case before == after && after != "":
		delete(d.unknown, field)
		d.agree(field, after)
	case before == after:
	case d.disputed[field]:
		maps.Copy(d.claimed, properties)
		d.addFieldClaim(field, before, after)
	default:
		maps.Copy(d.set, properties)
		d.noteChange(field, before, after)
	}
	return nil
}

// becomesClaim says whether a field's value that is told otherwise than it is held stands beside that as a claim, and does not take its place:
// another value is held, or sources disagree about it, or an earlier source says that there is no such day.
func (d *drafted) becomesClaim(field, before string) bool {
	if slices.Contains(d.record.Onward, field) || field == "endStatus" && d.dayBecomesKnown() {
		return false
	}
	return before != "" || d.unknown[field] == registry.SourcesDisagree || field == "validTo" && d.currentEnd() == registry.EndOpen
}

// noteChange keeps for the Change what becomes of a field. What comes to be known is unknown no more.
func (d *drafted) noteChange(field, before, after string) {
	delete(d.unknown, field)
	own := func(n FieldChange) bool { return n.Name == field }
	if !slices.ContainsFunc(d.record.Noted, own) {
		d.fields = append(d.fields, changedFieldText(field, before, after, d.record.Locators[field]))
	}
}

// reasons adds the reasons for what is unknown now, where nobody has given a value or a reason yet. A telling that overwrites does not give a
// reason for what is known and stays so.
func (d *drafted) reasons() error {
	for field, reason := range d.record.Unknown {
		if d.telling.Overwrites && !d.record.speaksOf(field) && d.hasValue(d.kind.Field(field)) {
			return fault.New(fault.BadInput, "%s is known: it is %.100s. If that does not hold, give it as null too.", field, d.currentShown(d.kind.Field(field))).
				At("unknown").Breaking(registry.RuleKnownUnknown)
		}
		if d.partHasValue(field) {
			continue
		}
		if d.telling.Overwrites || reason.Corrects(d.unknown[field]) || d.unknown[field] == "" && !d.hasValue(d.kind.Field(field)) {
			d.unknown[field] = reason
		}
	}
	if after := reasonList(d.unknown); !reflect.DeepEqual(after, stored.List(d.current.properties["unknown"])) && len(after)+len(stored.List(d.current.properties["unknown"])) > 0 {
		d.set["unknown"] = orNone(after)
		d.touched = true
	}
	return nil
}

// hasValue says whether a field has a value or leads anywhere, now that the telling is worked out.
func (d *drafted) hasValue(f *model.Field) bool {
	return f != nil && (d.currentShown(f) != "" || fieldText(d.kind, f.Name, d.set) != "" || len(d.record.Links[f.Name]) > 0)
}

// partHasValue says the same of a field of a part, as location.nuts.
func (d *drafted) partHasValue(field string) bool {
	name, inner, ofPart := strings.Cut(field, ".")
	f := d.kind.Field(name)
	if !ofPart || f == nil {
		return false
	}
	of := d.ledger.model.Type(f.Target).Field(inner)
	return slices.ContainsFunc(d.current.parts, func(p storedPart) bool { return p.relation == f.RelType && p.hasValue(of) })
}

func (d *drafted) finish() error {
	if !d.exists {
		d.outcome.Created[d.record.Type]++
	} else if len(d.fields) == 0 && !d.touched {
		d.outcome.Same[d.record.Type]++
		return nil
	} else {
		d.outcome.Changed[d.record.Type]++
	}
	d.confine()
	all := map[string]any{}
	maps.Copy(all, d.current.properties)
	maps.Copy(all, d.set)
	audience, known := all["audience"].(int64)
	if !known {
		audience = d.numbers[d.record.Audience]
	}
	set := d.set
	if !d.exists {
		set = nil
	}
	d.broken = append(d.broken, d.ledger.rules.Values(d.kind.Label, d.record.ID, all, set, d.ledger.now())...)
	kept, err := d.effectText()
	if err != nil {
		return err
	}
	maps.Copy(d.set, derived(d.kind, all))
	node := map[string]any{"id": d.record.ID, "label": d.kind.Label, "set": d.set, "audience": audience}
	if d.exists {
		d.changed = append(d.changed, node)
	} else if d.returns {
		d.returned = append(d.returned, node)
	} else {
		d.created = append(d.created, node)
	}
	id, err := newID()
	d.position++
	d.changes = append(d.changes, map[string]any{"id": id, "position": d.position, "subject": d.record.ID, "fields": d.fields,
		"audience": audience, "effect": kept, "rests": d.rests, "agreed": orNone(d.agreed)})
	d.outcome.Changes = append(d.outcome.Changes, id)
	d.likely = append(d.likely, d.bodiesOf()...)
	if slices.Contains(identifiedTypes, d.kind.Name) {
		d.keyed = append(d.keyed, d.record.ID)
	}
	d.watch(d.kind.Label, d.record.ID, d.effect)
	return err
}

// effectText writes down what the change does, so that it can be taken back.
func (d *drafted) effectText() (string, error) {
	if !d.exists {
		d.effect.Label = &swap{After: d.kind.Label}
	}
	if d.returns {
		d.effect.Label.Before = former
	}
	for name, value := range d.set {
		if name == "unknown" {
			d.effect.addUnknownSwaps(d.current.properties[name], value)
			continue
		}
		d.effect.addSwap(name, d.current.properties[name], value)
	}
	return d.effect.text()
}
