package ledger

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"partnernet/registry"
	"partnernet/stored"
)

// Two that become one may both have told the same relation: both are members of one network, take part in one project, have a partnership
// with the same. The merge of the two merges such relations as well, and so its reverting gives back two.

// ends are the relationships from a relation to those that it relates, by its type. Those of a partnership lead from its parties.
var ends = map[string][]string{"Membership": {"MEMBER", "IN_NETWORK"}, "Participation": {"PARTICIPANT", "OF_PROJECT"}}

// parties are a partnership's parts, and the relationship from one to who it is.
const parties, isParty = "HAS_PARTY", "PARTY"

// relationsToMerge finds the relations of the two that say the same: by that of the merged one, that of the kept one.
func (m *merging) relationsToMerge(ctx context.Context) (map[string]string, error) {
	kept, merged := relationsOf(m.kept), relationsOf(m.merged)
	var err error
	if m.relations, err = m.wholes(ctx, slices.Concat(kept, merged)); err != nil {
		return nil, err
	}
	folds, taken := map[string]string{}, map[string]bool{}
	for _, y := range merged {
		if err := m.checkApart(m.relations[y]); err != nil {
			return nil, m.told(err, y)
		}
		for _, x := range kept {
			if taken[x] || slices.Contains(kept, y) || slices.Contains(merged, x) || m.relationKey(m.relations[x]) != m.relationKey(m.relations[y]) || !m.mayArise(x, y) {
				continue
			}
			same, err := registry.SameRelation(m.asRelation(m.relations[x]), m.asRelation(m.relations[y]))
			if err != nil {
				return nil, m.told(err, x, y)
			}
			if same {
				folds[y], taken[x] = x, true
				break
			}
		}
	}
	return folds, nil
}

// relationsOf gives the ids of the relations that a record is an end of, in their order.
func relationsOf(w wholeRecord) []string {
	var ids []string
	for _, l := range w.links {
		if l.To == w.id && slices.Contains([]string{"MEMBER", "IN_NETWORK", "PARTICIPANT"}, l.Type) {
			ids = append(ids, l.From)
		}
	}
	for _, p := range w.parts {
		if p.owner != w.id && p.relation == parties {
			ids = append(ids, p.owner)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// relationKey gives what two relations have in common that may be one, once the two records are one.
func (m *merging) relationKey(w wholeRecord) string {
	var to []string
	for _, l := range w.links {
		if l.From == w.id && slices.Contains(ends[w.label], l.Type) {
			to = append(to, l.Type+" "+m.jointID(l.To))
		}
	}
	for _, p := range w.parts {
		if p.owner == w.id && p.relation == parties {
			to = append(to, m.jointID(onlyID(p.current.links[isParty])))
		}
	}
	slices.Sort(to)
	return strings.Join(append(slices.Compact(to), w.label, valueText(w.properties["role"]), valueText(w.properties["type"])), "\n")
}

// jointID gives the id that a record has once the two are one.
func (m *merging) jointID(id string) string {
	if id == m.merged.id {
		return m.kept.id
	}
	return id
}

// mayArise says whether two partnerships may have come out of one project: not when each is known to have come out of another.
func (m *merging) mayArise(x, y string) bool {
	from := func(id string) string {
		for _, l := range m.relations[id].links {
			if l.From == id && l.Type == "ARISES_FROM" {
				return l.To
			}
		}
		return ""
	}
	return from(x) == "" || from(y) == "" || from(x) == from(y)
}

// checkApart refuses a membership that would be one in itself.
func (m *merging) checkApart(w wholeRecord) error {
	at := map[string]string{}
	for _, l := range w.links {
		if l.From == w.id && w.label == "Membership" {
			at[l.Type] = m.jointID(l.To)
		}
	}
	if at["IN_NETWORK"] == "" {
		return nil
	}
	return registry.CheckApart(at["IN_NETWORK"], at["MEMBER"])
}

// told gives an error about relations as whoever merges may be told it: nothing of relations that they do not see.
func (m *merging) told(err error, relations ...string) error {
	for _, id := range relations {
		audience := stored.Number(m.outermost().relations[id].properties["audience"])
		if m.ground.Visible != nil && !slices.Contains(m.ground.Visible, audience) {
			return registry.Unseen()
		}
	}
	return err
}

// asRelation gives what tells whether two relations are one, as it stands today. One whose last day has passed is stored in the state that it ended in.
func (m *merging) asRelation(w wholeRecord) registry.StatedRelation {
	r := registry.StatedRelation{Period: registry.Period{From: stored.Day(w.properties["validFrom"]), To: stored.Day(w.properties["validTo"])},
		State: registry.RelationState(valueText(w.properties["state"]))}
	if r.State != "" && r.To != nil && r.To.Before(registry.Today(m.now)) {
		r.State = registry.Ended
	}
	return r
}

func onlyID(ids []string) string {
	if len(ids) == 1 {
		return ids[0]
	}
	return ""
}

// mergeRelations makes the relations one that say the same.
func (m *merging) mergeRelations(ctx context.Context, folds map[string]string) error {
	for _, y := range slices.Sorted(maps.Keys(folds)) {
		sub := &merging{Page: m.Page, kept: m.relations[folds[y]], merged: m.relations[y], sourced: m.sourced, ground: m.ground,
			effects: m.effects, into: m.into, above: m}
		sub.kind = m.ledger.model.Type(sub.kept.label)
		if err := sub.seen(ctx); err != nil {
			return err
		}
		sub.mergeValues()
		sub.mergeEnd()
		sub.mergeRest()
		sub.mergeLinks()
		if err := sub.mergeParties(); err != nil {
			return err
		}
		sub.mergeParts()
		sub.endMerged()
	}
	return nil
}

// mergeEnd joins what two relations know of their end, and of when they were last confirmed. That one is known to be open contradicts an end.
func (m *merging) mergeEnd() {
	kept, keptValues, mergedValues := m.effectOn(m.kept.id), m.kept.properties, m.merged.properties
	if later := stored.Day(mergedValues["lastConfirmedOn"]); later != nil {
		if day := stored.Day(keptValues["lastConfirmedOn"]); day == nil || later.After(*day) {
			kept.addSwap("lastConfirmedOn", keptValues["lastConfirmedOn"], mergedValues["lastConfirmedOn"])
			m.dropReason("lastConfirmedOn")
		}
	}
	switch open := registry.EndStatus(valueText(keptValues["endStatus"])) == registry.EndOpen; {
	case keptValues["validTo"] != nil || mergedValues["validTo"] == nil:
		m.takeValue("validTo")
		if keptValues["validTo"] == nil {
			m.takeValue("endStatus")
		}
	case open:
		m.contradicted("endStatus", valueText(keptValues["endStatus"]), valueText(mergedValues["endStatus"]))
		m.contradicted("validTo", "", valueText(mergedValues["validTo"]))
	default:
		kept.addSwap("validTo", keptValues["validTo"], mergedValues["validTo"])
		if m.kind.Field("endStatus") != nil {
			kept.addSwap("endStatus", keptValues["endStatus"], string(registry.EndKnown))
		}
		m.dropReason("validTo")
	}
}

// mergeRest has the kept relation know since when it rests, where it rests as the merged one does. That the one rests contradicts that the other does not.
func (m *merging) mergeRest() {
	kept, merged := m.kept.properties, m.merged.properties
	before := cmp.Or(valueText(kept["stateBeforeEnd"]), valueText(merged["stateBeforeEnd"]))
	since := stored.Day(merged["pausedSince"])
	if registry.CheckRests(registry.RelationState(valueText(kept["state"])), registry.RelationState(before), since) != nil {
		m.contradicted("pausedSince", "", since.String())
		return
	}
	m.takeValue("pausedSince")
	m.takeValue("stateBeforePause")
}

// mergeParties makes one of the parties of two partnerships that say the same.
func (m *merging) mergeParties() error {
	if m.kept.label != "Partnership" {
		return nil
	}
	kept, merged := m.partiesOf(m.kept), m.partiesOf(m.merged)
	for _, who := range slices.Sorted(maps.Keys(merged)) {
		if err := m.mergeParty(kept[who], merged[who]); err != nil {
			return m.told(err, m.kept.id, m.merged.id)
		}
	}
	m.setPartnershipState(m.kept)
	return nil
}

// outermost gives the merge that this one is part of, or itself.
func (m *merging) outermost() *merging {
	if m.above != nil {
		return m.above
	}
	return m
}

// partiesOf gives the parties of a partnership, by who they are once the two records are one.
func (m *merging) partiesOf(w wholeRecord) map[string]ownedPart {
	all := map[string]ownedPart{}
	for _, p := range w.parts {
		if p.owner == w.id && p.relation == parties {
			all[m.outermost().jointID(onlyID(p.current.links[isParty]))] = p
		}
	}
	return all
}

// mergeParty makes one party of two: that of the kept one, with what the other knows besides.
func (m *merging) mergeParty(kept, merged ownedPart) error {
	says := func(p ownedPart) registry.Confirmation {
		return registry.Confirmation(valueText(p.current.properties["confirmation"]))
	}
	joint, err := registry.JointConfirmation(says(kept), says(merged))
	if err != nil {
		return err
	}
	now := storedPart{relation: parties, properties: maps.Clone(merged.current.properties), links: kept.current.links}
	maps.Copy(now.properties, kept.current.properties)
	if joint != says(kept) {
		now.properties["confirmation"], now.properties["confirmedAt"] = string(joint), merged.current.properties["confirmedAt"]
	}
	m.effectOn(merged.owner).Parts = append(m.effectOn(merged.owner).Parts, partChange{Relation: parties, Label: merged.label, Before: merged.current.freeze()})
	m.effectOn(kept.owner).Parts = append(m.effectOn(kept.owner).Parts, partChange{Relation: parties, Label: kept.label, Before: kept.current.freeze(), After: now.freeze()})
	return nil
}

// setPartnershipState gives a partnership the state that follows from what its parties say now.
func (m *merging) setPartnershipState(w wholeRecord) {
	var says []registry.Confirmation
	for _, p := range w.parts {
		if p.owner == w.id && p.relation == parties {
			says = append(says, m.saysNow(w.id, p))
		}
	}
	state := valueText(w.properties["state"])
	m.effectOn(w.id).addSwap("state", state, string(registry.PartnershipState(slices.DeleteFunc(says, func(c registry.Confirmation) bool { return c == "" }), registry.RelationState(state))))
}

// saysNow gives what a party of a partnership says after the merge, "" when it is no party of its own any more.
func (m *merging) saysNow(partnership string, p ownedPart) registry.Confirmation {
	for _, change := range m.effectOn(partnership).Parts {
		if change.Relation == parties && change.Before.same(p.current.freeze()) {
			if change.After == nil {
				return ""
			}
			return registry.Confirmation(valueText(change.After.Properties["confirmation"]))
		}
	}
	return registry.Confirmation(valueText(p.current.properties["confirmation"]))
}

// mergeOwnParties makes one party of the two, where both are parties of one partnership.
func (m *merging) mergeOwnParties() error {
	for _, p := range m.merged.parts {
		if p.owner == m.merged.id || p.relation != parties {
			continue
		}
		for _, k := range m.kept.parts {
			if k.owner != p.owner || k.relation != parties {
				continue
			}
			if err := m.mergeParty(k, p); err != nil {
				return m.told(err, p.owner)
			}
			m.gone = append(m.gone, p.node)
			m.setPartnershipState(m.relations[p.owner])
		}
	}
	return nil
}
