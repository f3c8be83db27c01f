package rules

import (
	"partnernet/registry"
	"partnernet/stored"
)

// Group are rules that read the same of a record and of those beside it: one statement for all of them.
type Group struct {
	// On says which touched records it is asked of: labels, and types of relationships that come or go from a record. The statement finds from
	// them the records that may have come to break a rule.
	On        []string
	Rules     []Beside
	statement string // of $ids; gives rows with id and type of the record, and what the rules judge
	whole     string // why its rules, or one of them, look at records that the writer does not see; "" where none does
	ofStored  bool   // it is asked of records that were there before: of those entered only now whoever enters them knows it
	byLinks   bool   // of those entered only now it is asked of what has such a relationship: the others can break nothing
}

// Beside is a rule of a record and those beside it.
type Beside struct {
	Rules []string // what faults name: usually one
	Field string   // that it is about; "" when the fault says it
	check func(about row) error
	// ofEntered asks it of records that are entered now, and of no other: what it refuses may come to be later, as a member of a network that has closed.
	ofEntered bool
}

// seen is the condition, in the statement of a group, that the writer sees a record beside the one that is judged, by its name: what is hidden from whoever writes
// is never why they are refused. Those who look at all, as the check of a register does, see all.
func seen(name string) string { return stored.VisibleOrAll(name) }

// groups are the rules that look at several records of certain types.
var groups = []Group{memberships, networks, participations, partnerships, awards, decisions, applications, awardProjects, conditions, units, areas, themes, needs, introductions, cameOf, sides, programmes, targetGroups, numbers, evidence, successions, foundings, persons}

// memberships are asked from the member, who is in few networks.
var memberships = Group{
	On:    []string{"Membership", "MEMBER", "IN_NETWORK"},
	whole: "no network lies within itself, whoever sees its members",
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Membership {id: id})-[:IN_NETWORK]->(network:Network)
MATCH (r)-[:MEMBER]->(member:Record)
RETURN {id: r.id, type: 'Membership', network: network.id, member: member.id, lifecycle: network.lifecycle, state: r.state,
  validFrom: r.validFrom, validTo: r.validTo, lastConfirmedOn: r.lastConfirmedOn, stateBeforeEnd: r.stateBeforeEnd, endStatus: r.endStatus, updatedAt: r.updatedAt, beside: COLLECT {
    MATCH (member)<-[:MEMBER]-(beside:Membership)
    WHERE beside <> r
      AND EXISTS { (beside)-[:IN_NETWORK]->(network) }
      AND ` + seen("beside") + `
    RETURN beside {.state, .validFrom, .validTo, .lastConfirmedOn, .stateBeforeEnd, .endStatus, .updatedAt}
  }, nested: COLLECT {
    MATCH ANY SHORTEST (member:Network) (()<-[:IN_NETWORK]-(step:Membership)-[:MEMBER]->(within:Network) WHERE ` + through("step") + ` AND ` + through("within") + `)* (inner:Network)
    MATCH (inner)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(other:Network)
    WHERE ` + through("m") + `
      AND ` + through("other") + `
    RETURN {network: inner.id, member: other.id, validFrom: m.validFrom, validTo: m.validTo}
  }} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleOwnMember}, Field: "member", check: func(r row) error { return registry.CheckMember(r.text("network"), r.text("member")) }},
		{Rules: []string{registry.RuleMemberCycle}, Field: "member", check: checkNesting},
		{Rules: []string{registry.RuleNetworkClosed}, Field: "network", ofEntered: true, check: func(r row) error {
			if r.text("state") == string(registry.Ended) {
				return nil
			}
			return registry.CheckOpenToMembers(r.text("lifecycle"))
		}},
		{Rules: []string{registry.RuleAdmittedAlready}, Field: "validFrom", check: func(r row) error {
			var beside []registry.MembershipDays
			for _, other := range r.rows("beside") {
				beside = append(beside, membershipDays(other))
			}
			return registry.CheckAdmission(membershipDays(r), beside)
		}},
	},
}

func membershipDays(r row) registry.MembershipDays {
	return registry.MembershipDays{Period: r.period(), State: registry.RelationState(r.text("state")), Before: registry.RelationState(r.text("stateBeforeEnd")),
		End: registry.EndStatus(r.text("endStatus")), LastConfirmed: stored.Day(r["lastConfirmedOn"]), Written: r.day("updatedAt")}
}

func checkNesting(r row) error {
	if r.text("network") == r.text("member") {
		return nil // another rule's
	}
	var members []registry.NetworkMember
	for _, n := range r.rows("nested") {
		members = append(members, registry.NetworkMember{Network: n.text("network"), Member: n.text("member"), Period: n.period()})
	}
	return registry.CheckNesting(registry.NetworkMember{Network: r.text("network"), Member: r.text("member"), Period: r.period()}, members)
}

var networks = Group{
	On:      []string{"Network", "COUNTERPART_OF"},
	byLinks: true, // a country that is corrected may bring a network to the side of its counterpart
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Network {id: id})
RETURN {id: r.id, type: 'Network', country: r.country, counterparts: [(r)-[:COUNTERPART_OF]-(other:Network) WHERE ` + seen("other") + ` | {id: other.id, country: other.country}]} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleCounterpart}, Field: "counterparts", check: func(r row) error {
			for _, other := range r.rows("counterparts") {
				if err := registry.CheckCounterparts(r.text("id"), other.text("id")); err != nil {
					return err
				}
			}
			return nil
		}},
		{Rules: []string{registry.RuleAcross}, Field: "counterparts", check: func(r row) error {
			for _, other := range r.rows("counterparts") {
				if err := registry.CheckAcross(r.text("country"), other.text("country")); err != nil {
					return err
				}
			}
			return nil
		}},
	},
}

var participations = Group{
	On: []string{"Participation", "PARTICIPANT", "OF_PROJECT"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Participation {id: id})-[:OF_PROJECT]->(project:Project)
MATCH (r)-[:PARTICIPANT]->(organisation:Organisation)
RETURN {id: r.id, type: 'Participation', validFrom: r.validFrom, validTo: r.validTo, beside: COLLECT {
  MATCH (project)<-[:OF_PROJECT]-(beside:Participation {role: r.role})
  WHERE beside <> r
    AND EXISTS { (beside)-[:PARTICIPANT]->(organisation) }
    AND ` + seen("beside") + `
  RETURN {validFrom: beside.validFrom, validTo: beside.validTo}
}} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleParticipant}, Field: "organisation", check: func(r row) error {
		return registry.CheckParticipation(r.period(), r.periods("beside"))
	}}},
}

var partnerships = Group{
	On:    []string{"Partnership", "HAS_PARTY"},
	whole: "a partnership is between all its parties",
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Partnership {id: id})
WHERE ` + through("r") + `
RETURN {id: r.id, type: 'Partnership', state: r.state, parties: COLLECT {
  MATCH (r)-[:HAS_PARTY]->(p:Party)-[:PARTY]->(who:Record)
  RETURN [who.id, p.confirmation]
}} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleParties}, Field: "parties", check: func(r row) error {
			named, _ := partiesOf(r)
			return registry.CheckParties(named)
		}},
		{Rules: []string{registry.RuleStands}, Field: "state", check: func(r row) error {
			_, says := partiesOf(r)
			return registry.CheckStands(registry.RelationState(r.text("state")), says)
		}},
	},
}

// partiesOf gives the parties of a partnership, and what each of them says.
func partiesOf(r row) (named []string, says []registry.Confirmation) {
	for _, pair := range stored.Lists(r["parties"]) {
		named, says = append(named, stored.Text(pair[0])), append(says, registry.Confirmation(stored.Text(pair[1])))
	}
	return named, says
}

var needs = Group{
	On:    []string{"FOUND_IN", "NeedsMapping"},
	whole: "a need was found in one mapping, and is told of it alone",
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Need|NeedsMapping) {id: id})
MATCH (r:Need)-[:FOUND_IN]->(mapping:NeedsMapping)
WHERE touched IN [r, mapping]
RETURN DISTINCT {id: r.id, type: 'Need', mapping: mapping.state} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleMappingState}, Field: "foundIn", check: func(r row) error { return registry.CheckFoundIn(registry.NeedsMappingState(r.text("mapping"))) }}},
}

var introductions = Group{
	On: []string{"Introduction", "FOR_NEED", "OF_OFFER", "LED_TO"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Introduction {id: id})-[:FOR_NEED]->(need:Need)-[:STAKEHOLDER]->(stakeholder:Record)
MATCH (r)-[:OF_OFFER]->(offer:Offer)-[:OFFERED_BY]->(organisation:Organisation)
RETURN {id: r.id, type: 'Introduction', state: r.state, stakeholder: stakeholder.id, organisation: organisation.id,
  introduced: [who IN [stakeholder, organisation] WHERE who:Organisation | who.id],
  beside: [(need)<-[:FOR_NEED]-(other:Introduction WHERE other <> r AND ` + seen("other") + `)-[:OF_OFFER]->(offer) | other.state],
  parties: [(r)-[:LED_TO]->(:Partnership)-[:HAS_PARTY]->(:Party)-[:PARTY]->(who:Record) | who.id]} AS row`,
	Rules: []Beside{
		{Rules: []string{registry.RuleOwnOffer, registry.RuleIntroducedAlready}, Field: "offer", check: checkIntroduction},
		{Rules: []string{registry.RuleIntroducedParties}, Field: "partnership", check: func(r row) error {
			if parties := stored.Texts(r["parties"]); len(parties) > 0 {
				return registry.CheckIntroducedParties(parties, stored.Texts(r["introduced"]))
			}
			return nil
		}},
	},
}

// sides are asked of the introductions of a need or an offer that comes to be another's. Of one that is entered only now, its introduction is asked itself.
var sides = Group{
	On:       []string{"STAKEHOLDER", "OFFERED_BY"},
	ofStored: true,
	statement: `
UNWIND $ids AS id
MATCH (:Record&(Need|Offer) {id: id})<-[:FOR_NEED|OF_OFFER]-(r:Introduction WHERE ` + seen("r") + `)
MATCH (r)-[:FOR_NEED]->(:Need)-[:STAKEHOLDER]->(stakeholder:Record)
MATCH (r)-[:OF_OFFER]->(:Offer)-[:OFFERED_BY]->(organisation:Organisation)
RETURN DISTINCT {id: r.id, type: 'Introduction', stakeholder: stakeholder.id, organisation: organisation.id} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleOwnOffer}, Field: "offer", check: func(r row) error {
		return registry.CheckIntroduction(r.text("stakeholder"), r.text("organisation"), nil)
	}}},
}

func checkIntroduction(r row) error {
	var beside []registry.IntroductionState
	for _, state := range stored.Texts(r["beside"]) {
		beside = append(beside, registry.IntroductionState(state))
	}
	if r.text("state") == string(registry.NotAccepted) {
		beside = nil // it may be tried again
	}
	return registry.CheckIntroduction(r.text("stakeholder"), r.text("organisation"), beside)
}

var targetGroups = Group{
	On:    []string{"TargetGroup"},
	whole: "those of one audience are for the same people",
	statement: `
UNWIND $ids AS id
MATCH (r:Record&TargetGroup {id: id})
RETURN {id: r.id, type: 'TargetGroup', others: COUNT {
  MATCH (other:TargetGroup {name: r.name})
  WHERE other <> r
    AND other.audience IN [0, r.audience]
}} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleUnique}, Field: "name", check: func(r row) error {
		others, _ := r["others"].(int64)
		return registry.CheckTargetGroup(int(others))
	}}},
}

var programmes = Group{
	On: []string{"Programme"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Programme {id: id})
WHERE r.cci IS NOT NULL
RETURN {id: r.id, type: 'Programme', cci: r.cci, others: COLLECT {
  MATCH (other:Programme)
  WHERE other <> r
    AND other.cci IS NOT NULL
    AND ` + seen("other") + `
  RETURN [other.name, other.cci]
  ORDER BY other.id
}} AS row`,
	Rules: []Beside{{Rules: []string{registry.RuleProgrammeCCI}, Field: "cci", check: func(r row) error {
		var others []registry.ProgrammeCode
		for _, other := range stored.Lists(r["others"]) {
			others = append(others, registry.ProgrammeCode{Programme: stored.Text(other[0]), CCI: stored.Text(other[1])})
		}
		return registry.CheckProgrammeCCI(r.text("cci"), others)
	}}},
}
