package lists

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"partnernet/ledger"
	"partnernet/registry"
)

// MemberRecords gives what the rows that are taken tell, as records for the ledger, those that are held under their ids. Rows that are not
// taken are left out, so any part of the judged rows may be given. Records that are new get the audience, and rows the ids of what is
// made of them.
func (l *List) MemberRecords(known *KnownMembers, judged []JudgedMember, audience registry.Audience, today registry.Date) []ledger.Record {
	t := &membersTelling{list: l, known: known, audience: audience, today: today, organisations: map[string]int{}, memberships: map[string]bool{}}
	for _, m := range known.Memberships {
		t.memberships[m.ID] = true
	}
	for i := range judged {
		if j := &judged[i]; j.Taken() {
			t.member(j)
		}
	}
	return t.records
}

// membersTelling is a telling being put together.
type membersTelling struct {
	records       []ledger.Record
	list          *List
	known         *KnownMembers
	audience      registry.Audience
	today         registry.Date
	organisations map[string]int  // where the record of each organisation is, by the rows' group
	memberships   map[string]bool // ids that are held or given
}

func (t *membersTelling) add(r ledger.Record) *ledger.Record {
	r.Audience, r.Locators = t.audience, map[string]string{}
	if r.Unknown == nil {
		r.Unknown = map[string]registry.Reason{}
	}
	t.records = append(t.records, r)
	return &t.records[len(t.records)-1]
}

func (t *membersTelling) member(j *JudgedMember) {
	organisation := t.organisation(j)
	if j.Membership != "" {
		t.addToMembership(j)
		return
	}
	j.Made.Membership = t.newMembership(organisation, j)
	r := t.add(ledger.Record{Type: "Membership", ID: j.Made.Membership, Values: map[string]any{"role": "MEMBER", "state": t.state(j)},
		Links: map[string][]string{"member": {organisation}, "network": {t.known.Network.ID}}})
	for _, field := range membershipFields {
		told := j.Values[field]
		switch {
		case told.Value != "":
			t.tellMembership(r, j, field)
		case field == FieldValidFrom, field == FieldValidTo && j.value(FieldEndStatus) == "":
			r.Unknown[string(field)] = registry.NotInSource
		}
		if told.Value == "" && told.Text != "" { // a year, which is no day
			r.Claims = append(r.Claims, ledger.Claim{Field: string(field), Value: registry.Plain(told.Text), Locator: t.locator(j, field)})
		}
	}
}

func (t *membersTelling) tellMembership(r *ledger.Record, j *JudgedMember, field Field) {
	r.Values[string(field)] = typed(field, j.value(field))
	r.Locators[string(field)] = t.locator(j, field)
}

// state is what a list of a network's members makes of a membership: a claim of one side, until the member confirms it.
func (t *membersTelling) state(j *JudgedMember) string {
	if to := j.period().To; to != nil && to.Before(t.today) {
		return "ENDED"
	}
	return "CLAIMED"
}

// newMembership gives the id of a new membership. One that was told for the same days, and has been given others since, keeps its own.
func (t *membersTelling) newMembership(organisation string, j *JudgedMember) string {
	key := strings.Join([]string{"membership", t.known.Network.ID, organisation, j.value(FieldValidFrom), j.value(FieldValidTo)}, "\x1f")
	id := ledger.DerivedID(key)
	for n := 2; t.memberships[id]; n++ {
		id = ledger.DerivedID(key + "\x1f" + strconv.Itoa(n))
	}
	t.memberships[id] = true
	return id
}

func (t *membersTelling) addToMembership(j *JudgedMember) {
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
func (t *membersTelling) organisation(j *JudgedMember) string {
	if j.held == nil {
		j.Made.Organisation = ledger.DerivedID(j.group)
		t.newOrganisation(j)
		return j.Made.Organisation
	}
	for _, told := range []map[Field]Addition{j.Adds, j.Differs} {
		for _, field := range sortedKeys(told) {
			if !slices.Contains(membershipFields, field) {
				t.tellOrganisation(t.record(j.group, j.held.ID), j, field)
			}
		}
	}
	return j.held.ID
}

func (t *membersTelling) newOrganisation(j *JudgedMember) {
	_, begun := t.organisations[j.group]
	r := t.record(j.group, ledger.DerivedID(j.group))
	if name := j.value(FieldLegalName); name != "" {
		r.Values["legalName"] = name
		r.Locators["legalName"] = t.locator(j, FieldLegalName)
	}
	for _, field := range []string{"identifiers", "country", "location", "legalForm", "sectorType", "sizeClass"} {
		if !begun {
			r.Unknown[field] = registry.NotInSource
		}
	}
	for _, field := range append([]Field{FieldNumber, FieldLEI, FieldPIC}, organisationFields...) {
		if j.value(field) != "" {
			t.tellOrganisation(r, j, field)
		}
	}
}

// record gives the record of an organisation in the telling.
func (t *membersTelling) record(group, id string) *ledger.Record {
	if at, begun := t.organisations[group]; begun {
		return &t.records[at]
	}
	t.organisations[group] = len(t.records)
	return t.add(ledger.Record{Type: "Organisation", ID: id, Values: map[string]any{}, Parts: map[string][]ledger.Part{}})
}

// tellOrganisation adds a value to the record of an organisation.
func (t *membersTelling) tellOrganisation(r *ledger.Record, j *JudgedMember, field Field) {
	name := string(field)
	switch field {
	case FieldNumber, FieldLEI, FieldPIC:
		name = "identifiers"
		for _, id := range j.Identifiers {
			if numberFields[id.Scheme] == field {
				giveNumber(r, id)
			}
		}
	case FieldMunicipality:
		name = "location"
		r.Parts[name] = []ledger.Part{{Values: map[string]any{string(field): j.value(field)}}}
	default:
		r.Values[name] = typed(field, j.value(field))
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
func typed(field Field, value string) any {
	switch field {
	case FieldValidFrom, FieldValidTo:
		return *dayOf(value)
	case FieldIndustryCodes:
		return strings.Split(value, ", ")
	}
	return value
}

// locator says where in the file a value stands.
func (t *membersTelling) locator(j *JudgedMember, field Field) string {
	return t.list.Locator(j.Values[field])
}
