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
	ofStored  bool   // it is asked of records that were there before: of those entered only now whoever enters them knows it
	byLinks   bool   // of those entered only now it is asked of what has such a relationship: the others can break nothing
}

// Beside is a rule of a record and those beside it.
type Beside struct {
	Rules []string // what faults name: usually one
	Field string   // that it is about; "" when the fault says it
	check func(about row) error
}

// groups are the rules that look at several records of certain types.
var groups = []Group{memberships, networks, participations, partnerships, awards, decisions, units, areas, themes, needs, introductions, programmes, targetGroups, evidence, successions}

// memberships are asked from the member, who is in few networks.
var memberships = Group{
	On: []string{"Membership", "MEMBER", "IN_NETWORK"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Membership {id: id})-[:IN_NETWORK]->(network:Network)
MATCH (r)-[:MEMBER]->(member:Record)
RETURN {id: r.id, type: 'Membership', network: network.id, member: member.id, lifecycle: network.lifecycle, state: r.state,
  validFrom: r.validFrom, validTo: r.validTo, beside: COLLECT {
    MATCH (member)<-[:MEMBER]-(beside:Membership)
    WHERE beside <> r
      AND EXISTS { (beside)-[:IN_NETWORK]->(network) }
      AND (beside.state <> 'ENDED' OR beside.validTo IS NOT NULL)
    RETURN {validFrom: beside.validFrom, validTo: beside.validTo}
  }, nested: COLLECT {
    MATCH ANY SHORTEST (member:Network) (()<-[:IN_NETWORK]-(:Membership)-[:MEMBER]->(:Network))* (inner:Network)
    MATCH (inner)<-[:IN_NETWORK]-(m:Membership)-[:MEMBER]->(other:Network)
    RETURN {network: inner.id, member: other.id, validFrom: m.validFrom, validTo: m.validTo}
  }} AS row`,
	Rules: []Beside{
		{[]string{registry.RuleOwnMember}, "member", func(r row) error { return registry.CheckMember(r.text("network"), r.text("member")) }},
		{[]string{registry.RuleMemberCycle}, "member", checkNesting},
		{[]string{registry.RuleNetworkClosed}, "network", func(r row) error {
			if r.text("state") == string(registry.Ended) {
				return nil
			}
			return registry.CheckOpenToMembers(r.text("lifecycle"))
		}},
		{[]string{registry.RuleAdmittedAlready}, "validFrom", func(r row) error {
			if r.text("state") == string(registry.Ended) && r["validTo"] == nil { // nobody knows on which days it held
				return nil
			}
			return registry.CheckAdmission(r.period(), r.periods("beside"))
		}},
	},
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
	On: []string{"COUNTERPART_OF"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Network {id: id})
RETURN {id: r.id, type: 'Network', counterparts: [(r)-[:COUNTERPART_OF]-(other:Network) | other.id]} AS row`,
	Rules: []Beside{
		{[]string{registry.RuleCounterpart}, "counterparts", func(r row) error {
			for _, other := range stored.Texts(r["counterparts"]) {
				if err := registry.CheckCounterparts(r.text("id"), other); err != nil {
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
  RETURN {validFrom: beside.validFrom, validTo: beside.validTo}
}} AS row`,
	Rules: []Beside{{[]string{registry.RuleParticipant}, "organisation", func(r row) error {
		return registry.CheckParticipation(r.period(), r.periods("beside"))
	}}},
}

var partnerships = Group{
	On: []string{"Partnership", "HAS_PARTY"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Partnership {id: id})
RETURN {id: r.id, type: 'Partnership', state: r.state, parties: COLLECT {
  MATCH (r)-[:HAS_PARTY]->(p:Party)-[:PARTY]->(who:Record)
  RETURN [who.id, p.confirmation]
}} AS row`,
	Rules: []Beside{
		{[]string{registry.RuleParties}, "parties", func(r row) error {
			named, _ := partiesOf(r)
			return registry.CheckParties(named)
		}},
		{[]string{registry.RuleStands}, "state", func(r row) error {
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
	On: []string{"FOUND_IN", "NeedsMapping"},
	statement: `
UNWIND $ids AS id
MATCH (touched:Record&(Need|NeedsMapping) {id: id})
MATCH (r:Need)-[:FOUND_IN]->(mapping:NeedsMapping)
WHERE touched IN [r, mapping]
RETURN DISTINCT {id: r.id, type: 'Need', mapping: mapping.state} AS row`,
	Rules: []Beside{{[]string{registry.RuleMappingState}, "foundIn", func(r row) error { return registry.CheckFoundIn(registry.NeedsMappingState(r.text("mapping"))) }}},
}

var introductions = Group{
	On: []string{"Introduction", "FOR_NEED", "OF_OFFER", "LED_TO"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&Introduction {id: id})-[:FOR_NEED]->(need:Need)-[:STAKEHOLDER]->(stakeholder:Record)
MATCH (r)-[:OF_OFFER]->(offer:Offer)-[:OFFERED_BY]->(organisation:Organisation)
RETURN {id: r.id, type: 'Introduction', state: r.state, stakeholder: stakeholder.id, organisation: organisation.id,
  introduced: [who IN [stakeholder, organisation] WHERE who:Organisation | who.id],
  beside: [(need)<-[:FOR_NEED]-(other:Introduction WHERE other <> r)-[:OF_OFFER]->(offer) | other.state],
  parties: [(r)-[:LED_TO]->(:Partnership)-[:HAS_PARTY]->(:Party)-[:PARTY]->(who:Record) | who.id]} AS row`,
	Rules: []Beside{
		{[]string{registry.RuleOwnOffer, registry.RuleIntroducedAlready}, "offer", checkIntroduction},
		{[]string{registry.RuleIntroducedParties}, "partnership", func(r row) error {
			if parties := stored.Texts(r["parties"]); len(parties) > 0 {
				return registry.CheckIntroducedParties(parties, stored.Texts(r["introduced"]))
			}
			return nil
		}},
	},
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
	On: []string{"TargetGroup"},
	statement: `
UNWIND $ids AS id
MATCH (r:Record&TargetGroup {id: id})
RETURN {id: r.id, type: 'TargetGroup', others: COUNT {
  MATCH (other:TargetGroup {name: r.name})
  WHERE other <> r
    AND other.audience IN [0, r.audience]
}} AS row`,
	Rules: []Beside{{[]string{registry.RuleUnique}, "name", func(r row) error {
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
RETURN {id: r.id, type: 'Programme', others: COUNT { MATCH (other:Programme {cci: r.cci}) WHERE other <> r AND ($visible IS NULL OR other` + stored.Visible + `) }} AS row`,
	Rules: []Beside{{[]string{registry.RuleProgrammeCCI}, "cci", func(r row) error {
		others, _ := r["others"].(int64)
		return registry.CheckProgrammeCCI(int(others))
	}}},
}
