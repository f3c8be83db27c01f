package members

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
)

// Records gives what the rows that are taken tell, as records for the ledger, those that are held under their ids. Rows that are not
// taken are left out, so any part of the judged rows may be given. Records that are new get the audience, and rows the ids of what is
// made of them.
func Records(l *lists.List, known *Known, judged []Judged, audience registry.Audience, today registry.Date) []ledger.Record {
	t := &recordsBuilder{list: l, known: known, audience: audience, today: today, organisations: map[string]int{}, taken: map[string]bool{}}
	for _, m := range known.Memberships {
		t.taken[m.ID] = true
	}
	for _, id := range known.hidden {
		t.taken[id] = true
	}
	for i := range judged {
		if j := &judged[i]; j.Taken() {
			t.member(j)
		}
	}
	return t.records
}

// recordsBuilder is a telling being put together.
type recordsBuilder struct {
	records       []ledger.Record
	list          *lists.List
	known         *Known
	audience      registry.Audience
	today         registry.Date
	organisations map[string]int  // where the record of each organisation is, by the rows' group
	taken         map[string]bool // ids of memberships that are held or given, and of all that is hidden
}

func (t *recordsBuilder) add(r ledger.Record) *ledger.Record {
	r.Audience, r.Locators = t.audience, map[string]string{}
	if r.Unknown == nil {
		r.Unknown = map[string]registry.Reason{}
	}
	t.records = append(t.records, r)
	return &t.records[len(t.records)-1]
}

func (t *recordsBuilder) member(j *Judged) {
	organisation := t.organisation(j)
	if j.Membership != "" {
		t.addToMembership(j)
		return
	}
	j.Made.Membership = t.newMembership(organisation, j)
	r := t.add(ledger.Record{Type: "Membership", ID: j.Made.Membership, Values: t.standing(j),
		Links: map[string][]string{"member": {organisation}, "network": {t.known.Network.ID}}})
	for _, field := range membershipFields {
		value := j.Values[field]
		switch {
		case value.Value != "":
			t.tellMembership(r, j, field)
		case field == lists.FieldValidFrom, field == lists.FieldValidTo && j.Value(lists.FieldEndStatus) == "":
			r.Unknown[string(field)] = registry.NotInSource
		}
		if value.Value == "" && value.Text != "" { // a year, which is no day
			r.Claims = append(r.Claims, ledger.Claim{Field: string(field), Value: registry.Plain(value.Text), Locator: t.locator(j, field)})
		}
	}
}

func (t *recordsBuilder) tellMembership(r *ledger.Record, j *Judged, field lists.Field) {
	r.Values[string(field)] = typed(field, j.Value(field))
	r.Locators[string(field)] = t.locator(j, field)
}

// standing is what a list of a network's members makes of a membership: a claim of one side, until the member confirms it. One that rests was that
// before, since a day that no list tells.
func (t *recordsBuilder) standing(j *Judged) map[string]any {
	values := map[string]any{"role": "MEMBER", "state": string(registry.Claimed)}
	told := registry.RelationState(j.Value(lists.FieldStatus))
	switch {
	case j.isOver(t.today):
		values["state"] = string(registry.Ended)
	case told == registry.Paused:
		values["state"], values["stateBeforePause"] = string(told), string(registry.Claimed)
	case told == registry.Disputed:
		values["state"] = string(told)
	}
	return values
}

// newMembership gives the id of a new membership. One that was told for the same days, and has been given others since, keeps its own.
func (t *recordsBuilder) newMembership(organisation string, j *Judged) string {
	id := t.derivedID(strings.Join([]string{"membership", t.known.Network.ID, organisation, j.Value(lists.FieldValidFrom), j.Value(lists.FieldValidTo)}, "\x1f"))
	t.taken[id] = true
	return id
}

// derivedID gives the id of what is new, by a key and by the source that tells it, whose own id is by chance: no id tells that others have told the same for themselves.
func (t *recordsBuilder) derivedID(key string) string {
	key = t.known.Source + "\x1f" + key
	id := ledger.DerivedID(key)
	for n := 2; t.taken[id]; n++ {
		id = ledger.DerivedID(key + "\x1f" + strconv.Itoa(n))
	}
	return id
}

func (t *recordsBuilder) addToMembership(j *Judged) {
	var r *ledger.Record
	for _, field := range membershipFields {
		if _, adds := j.Adds[field]; adds {
			if r == nil {
				r = t.add(ledger.Record{Type: "Membership", ID: j.Membership, Values: map[string]any{}})
			}
			t.tellMembership(r, j, field)
		}
	}
}

// organisation tells what the row tells of its organisation, and gives its id. Rows of one organisation make one record.
func (t *recordsBuilder) organisation(j *Judged) string {
	if j.known == nil {
		j.Made.Organisation = t.derivedID(j.group)
		t.newOrganisation(j)
		return j.Made.Organisation
	}
	for _, additions := range []map[lists.Field]Addition{j.Adds, j.Differs} {
		for _, field := range slices.Sorted(maps.Keys(additions)) {
			if !slices.Contains(membershipFields, field) {
				t.tellOrganisation(t.record(j.group, j.known.ID), j, field)
			}
		}
	}
	return j.known.ID
}

func (t *recordsBuilder) newOrganisation(j *Judged) {
	_, begun := t.organisations[j.group]
	r := t.record(j.group, j.Made.Organisation)
	if name := j.Value(lists.FieldLegalName); name != "" {
		r.Values["legalName"] = name
		r.Locators["legalName"] = t.locator(j, lists.FieldLegalName)
	}
	for _, field := range []string{"identifiers", "country", "location", "legalForm", "sectorType", "sizeClass"} {
		if !begun {
			r.Unknown[field] = registry.NotInSource
		}
	}
	for _, field := range append([]lists.Field{lists.FieldNumber, lists.FieldLEI, lists.FieldPIC}, organisationFields...) {
		if j.Value(field) != "" {
			t.tellOrganisation(r, j, field)
		}
	}
}

// record gives the record of an organisation in the telling.
func (t *recordsBuilder) record(group, id string) *ledger.Record {
	if at, begun := t.organisations[group]; begun {
		return &t.records[at]
	}
	t.organisations[group] = len(t.records)
	return t.add(ledger.Record{Type: "Organisation", ID: id, Values: map[string]any{}, Parts: map[string][]ledger.Part{}})
}

// tellOrganisation adds a value to the record of an organisation.
func (t *recordsBuilder) tellOrganisation(r *ledger.Record, j *Judged, field lists.Field) {
	name := string(field)
	switch field {
	case lists.FieldNumber, lists.FieldLEI, lists.FieldPIC:
		name = "identifiers"
		for _, id := range j.Identifiers {
			if numberFields[id.Scheme] == field {
				giveNumber(r, id)
			}
		}
	case lists.FieldMunicipality:
		name = "location"
		r.Parts[name] = []ledger.Part{{Values: map[string]any{string(field): j.Value(field)}}}
	default:
		r.Values[name] = typed(field, j.Value(field))
	}
	delete(r.Unknown, name)
	r.Locators[name] = t.locator(j, field)
}

// giveNumber adds a number to the record, once.
func giveNumber(r *ledger.Record, id registry.Identifier) {
	key := map[string]any{"scheme": string(id.Scheme), "value": id.Value}
	if !slices.ContainsFunc(r.Parts["identifiers"], func(p ledger.Part) bool { return maps.Equal(p.Key, key) }) {
		r.Parts["identifiers"] = append(r.Parts["identifiers"], ledger.Part{Key: key, Values: key})
	}
}

// typed gives a value as the ledger takes it.
func typed(field lists.Field, value string) any {
	switch field {
	case lists.FieldValidFrom, lists.FieldValidTo:
		return *lists.DayOf(value)
	case lists.FieldIndustryCodes:
		return strings.Split(value, ", ")
	}
	return value
}

// locator says where in the file a value stands.
func (t *recordsBuilder) locator(j *Judged, field lists.Field) string {
	return t.list.Locator(j.Values[field])
}
