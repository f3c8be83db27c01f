package members

import (
	"context"
	"slices"
	"strings"

	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/stored"
)

// Known is what the registry holds of what a member list may tell, as far as whoever imports the list may see it.
type Known struct {
	Network       KnownNetwork
	Networks      []KnownNetwork // all of them, this one too: a member may be one
	Organisations []KnownOrganisation
	Memberships   []KnownMembership // in the network
	hidden        []string          // ids of organisations and memberships that whoever imports may not see: what is new gets no id of theirs
	Source        string            // the id of what the list is, or will be: what is new gets its own from that
	Answers       map[int]Answer    // what whoever imports says of rows in doubt, by their numbers
}

// KnownNetwork is a network that the registry holds.
type KnownNetwork struct{ ID, Acronym, Name, Lifecycle string }

// KnownOrganisation is an organisation that the registry holds.
type KnownOrganisation struct {
	ID, Name    string
	Aliases     []string
	Identifiers []registry.Identifier
	Values      map[lists.Field]string // as the API writes them; a field without a value is left out
	Disputed    map[lists.Field]bool   // fields without a value because sources disagree
}

// KnownMembership is a membership that the registry holds.
type KnownMembership struct {
	ID, Organisation string
	State            string
	BeforeEnd        registry.RelationState // where it stood when it ended, "" where nobody knows
	Values           map[lists.Field]string
	Disputed         map[lists.Field]bool
}

// ReadKnown reads what the registry holds, for a list of the members of a network that is there, on behalf of somebody who may see
// what is for these audiences.
func ReadKnown(ctx context.Context, run ledger.Run, network string, visible []int64) (*Known, error) {
	rows, err := run(ctx, `
RETURN
  COLLECT { MATCH (n:Network) WHERE n`+stored.Visible+` RETURN [n.id, n.acronym, n.name, n.lifecycle] } AS networks,
  COLLECT {
    MATCH (o:Organisation)
    WHERE o`+stored.Visible+`
    RETURN [o.id, o.legalName, o.aliases, o.unknown, o.country, o.legalForm, o.homepage, o.industryCodes,
      head([(o)-[:HAS_LOCATION]->(l:Location) | l.municipality]),
      [(o)-[:HAS_IDENTIFIER]->(i:Identifier) | [i.scheme, i.value]]]
  } AS organisations,
  COLLECT {
    MATCH (:Record&Network {id: $network})<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(o:Organisation)
    WHERE o`+stored.Visible+`
      AND m`+stored.Visible+`
    RETURN [m.id, o.id, m.state, m.unknown, m.role, m.category, m.endStatus, m.validFrom, m.validTo, m.stateBeforeEnd]
  } AS memberships,
  COLLECT { MATCH (r:Organisation|Membership) WHERE NOT r`+stored.Visible+` RETURN r.id } AS hidden`, map[string]any{"network": network, "visible": visible})
	if err != nil {
		return nil, err
	}
	k := &Known{}
	k.load(rows[0], network)
	return k, nil
}

// load takes down what was read.
func (k *Known) load(answer map[string]any, network string) {
	for _, row := range stored.Lists(answer["networks"]) {
		n := KnownNetwork{ID: stored.Text(row[0]), Acronym: stored.Text(row[1]), Name: stored.Text(row[2]), Lifecycle: stored.Text(row[3])}
		k.Networks = append(k.Networks, n)
		if n.ID == network {
			k.Network = n
		}
	}
	for _, row := range stored.Lists(answer["organisations"]) {
		k.Organisations = append(k.Organisations, knownOrganisation(row))
	}
	for _, row := range stored.Lists(answer["memberships"]) {
		k.Memberships = append(k.Memberships, knownMembership(row))
	}
	k.hidden = stored.Texts(answer["hidden"])
}

func knownOrganisation(row []any) KnownOrganisation {
	o := KnownOrganisation{ID: stored.Text(row[0]), Name: stored.Text(row[1]), Aliases: stored.Texts(row[2]), Disputed: disputed(row[3])}
	o.Values = filled(map[lists.Field]string{
		lists.FieldCountry: stored.Text(row[4]), lists.FieldLegalForm: stored.Text(row[5]), lists.FieldHomepage: stored.Text(row[6]), lists.FieldIndustryCodes: joinedCodes(stored.Texts(row[7])),
		lists.FieldMunicipality: stored.Text(row[8]),
	})
	for _, pair := range stored.Lists(row[9]) {
		o.Identifiers = append(o.Identifiers, registry.Identifier{Scheme: registry.Scheme(stored.Text(pair[0])), Value: stored.Text(pair[1])})
	}
	return o
}

func knownMembership(row []any) KnownMembership {
	m := KnownMembership{ID: stored.Text(row[0]), Organisation: stored.Text(row[1]), State: stored.Text(row[2]), Disputed: disputed(row[3]),
		BeforeEnd: registry.RelationState(stored.Text(row[9]))}
	m.Values = map[lists.Field]string{lists.FieldRole: stored.Text(row[4]), lists.FieldCategory: stored.Text(row[5]), lists.FieldEndStatus: stored.Text(row[6])}
	m.Values[lists.FieldValidFrom], m.Values[lists.FieldValidTo] = dayIn(row, 7), dayIn(row, 8)
	filled(m.Values)
	return m
}

// dayIn gives a stored day as the API writes it, "" for none.
func dayIn(row []any, i int) string {
	if day := stored.Day(row[i]); day != nil {
		return day.String()
	}
	return ""
}

// joinedCodes writes a list of codes as one value.
func joinedCodes(codes []string) string {
	return strings.Join(slices.Sorted(slices.Values(codes)), ", ")
}

// filled drops what has no value.
func filled(values map[lists.Field]string) map[lists.Field]string {
	for field, value := range values {
		if value == "" {
			delete(values, field)
		}
	}
	return values
}

// disputed gives the fields whose sources disagree, from the stored list of unknown fields.
func disputed(unknown any) map[lists.Field]bool {
	fields := map[lists.Field]bool{}
	for _, item := range stored.Texts(unknown) {
		if field, ok := strings.CutSuffix(item, ":"+string(registry.SourcesDisagree)); ok {
			fields[lists.Field(field)] = true
		}
	}
	return fields
}

// period is when the membership holds.
func (m KnownMembership) period() registry.Period {
	return registry.Period{From: lists.DayOf(m.Values[lists.FieldValidFrom]), To: lists.DayOf(m.Values[lists.FieldValidTo])}
}

// counts tells whether the membership keeps its member from being admitted again on its days. One that has ended on a day that nobody
// knows does not.
func (m KnownMembership) counts() bool {
	return m.State != "ENDED" || m.Values[lists.FieldValidTo] != ""
}
