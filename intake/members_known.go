package intake

import (
	"context"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/store"
)

// KnownMembers is what the registry holds of what a member list may tell.
type KnownMembers struct {
	Network       HeldNetwork
	Networks      []HeldNetwork // all of them, this one too: a member may be one
	Organisations []HeldOrganisation
	Memberships   []HeldMembership // in the network
	Sources       map[string]bool  // ids of sources, which are as they were first told
}

// HeldNetwork is a network that the registry holds.
type HeldNetwork struct{ ID, Acronym, Name, Lifecycle string }

// HeldOrganisation is an organisation that the registry holds.
type HeldOrganisation struct {
	ID, Name    string
	Aliases     []string
	Identifiers []registry.Identifier
	Values      map[MemberField]string // as the API writes them; a field without a value is left out
	Disputed    map[MemberField]bool   // fields without a value because sources disagree
}

// HeldMembership is a membership that the registry holds.
type HeldMembership struct {
	ID, Organisation string
	State            string
	Values           map[MemberField]string
	Disputed         map[MemberField]bool
}

// ReadKnownMembers reads what the registry holds, for a list of the members of the network of this acronym. When there is no such network,
// or several, it is NOT_FOUND or CONFLICT.
func ReadKnownMembers(ctx context.Context, db *store.DB, acronym string) (*KnownMembers, error) {
	value, err := db.Read(ctx, store.Statement{Params: map[string]any{"acronym": acronym}, Text: `
RETURN {
  networks: COLLECT { MATCH (n:Network) RETURN [n.id, n.acronym, n.name, n.lifecycle] },
  sources: COLLECT { MATCH (s:Source) RETURN [s.id] },
  organisations: COLLECT {
    MATCH (o:Organisation)
    RETURN [o.id, o.legalName, o.aliases, o.unknown, o.country, o.legalForm, o.homepage, o.industryCodes,
      head([(o)-[:HAS_LOCATION]->(l:Location) | l.municipality]),
      [(o)-[:HAS_IDENTIFIER]->(i:Identifier) | [i.scheme, i.value]]]
  },
  memberships: COLLECT {
    MATCH (:Network {acronym: $acronym})<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(o:Organisation)
    RETURN [m.id, o.id, m.state, m.unknown, m.role, m.category, m.endStatus, m.validFrom, m.validTo]
  }
} AS known`})
	if err != nil {
		return nil, err
	}
	held, _ := value.(map[string]any)
	k := &KnownMembers{Sources: map[string]bool{}}
	for _, row := range rowsIn(held["networks"]) {
		k.Networks = append(k.Networks, HeldNetwork{ID: textIn(row, 0), Acronym: textIn(row, 1), Name: textIn(row, 2), Lifecycle: textIn(row, 3)})
	}
	for _, row := range rowsIn(held["sources"]) {
		k.Sources[textIn(row, 0)] = true
	}
	for _, row := range rowsIn(held["organisations"]) {
		k.Organisations = append(k.Organisations, heldOrganisation(row))
	}
	for _, row := range rowsIn(held["memberships"]) {
		k.Memberships = append(k.Memberships, heldMembership(row))
	}
	return k, k.choose(acronym)
}

// choose finds the network of the list.
func (k *KnownMembers) choose(acronym string) error {
	found := 0
	for _, n := range k.Networks {
		if n.Acronym == acronym {
			k.Network = n
			found++
		}
	}
	switch found {
	case 0:
		return fault.New(fault.NotFound, "There is no network with the acronym %.100q. Register it first, or correct the acronym.", acronym).At("network")
	case 1:
		return nil
	}
	return fault.New(fault.Conflict, "%d networks have the acronym %.100q, so nothing tells whose members these are.", found, acronym).At("network")
}

func heldOrganisation(row []any) HeldOrganisation {
	o := HeldOrganisation{ID: textIn(row, 0), Name: textIn(row, 1), Aliases: textsIn(row[2]), Disputed: disputed(row[3])}
	o.Values = filled(map[MemberField]string{
		FieldCountry: textIn(row, 4), FieldLegalForm: textIn(row, 5), FieldHomepage: textIn(row, 6), FieldIndustryCodes: joinedCodes(textsIn(row[7])),
		FieldMunicipality: textIn(row, 8),
	})
	for _, pair := range rowsIn(row[9]) {
		o.Identifiers = append(o.Identifiers, registry.Identifier{Scheme: registry.Scheme(textIn(pair, 0)), Value: textIn(pair, 1)})
	}
	return o
}

func heldMembership(row []any) HeldMembership {
	m := HeldMembership{ID: textIn(row, 0), Organisation: textIn(row, 1), State: textIn(row, 2), Disputed: disputed(row[3])}
	m.Values = filled(map[MemberField]string{FieldRole: textIn(row, 4), FieldCategory: textIn(row, 5), FieldEndStatus: textIn(row, 6)})
	for field, day := range map[MemberField]*registry.Date{FieldValidFrom: dayIn(row, 7), FieldValidTo: dayIn(row, 8)} {
		if day != nil {
			m.Values[field] = day.String()
		}
	}
	return m
}

func listIn(v any) []any {
	items, _ := v.([]any)
	return items
}

func textsIn(v any) []string {
	var texts []string
	for i := range listIn(v) {
		texts = append(texts, textIn(listIn(v), i))
	}
	return texts
}

// joinedCodes writes a list of codes as one value.
func joinedCodes(codes []string) string {
	return strings.Join(slices.Sorted(slices.Values(codes)), ", ")
}

// filled drops what has no value.
func filled(values map[MemberField]string) map[MemberField]string {
	for field, value := range values {
		if value == "" {
			delete(values, field)
		}
	}
	return values
}

// disputed gives the fields whose sources disagree, from the stored list of unknown fields.
func disputed(unknown any) map[MemberField]bool {
	fields := map[MemberField]bool{}
	for _, item := range textsIn(unknown) {
		if field, ok := strings.CutSuffix(item, ":"+string(registry.SourcesDisagree)); ok {
			fields[MemberField(field)] = true
		}
	}
	return fields
}

// period is when the membership holds.
func (m HeldMembership) period() registry.Period {
	return registry.Period{From: dayOf(m.Values[FieldValidFrom]), To: dayOf(m.Values[FieldValidTo])}
}
