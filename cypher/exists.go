package cypher

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// This file is the only place that decides what exists for a viewer and what is in force on a day.

// exists gives the conditions under which a node exists for the viewer: they are of its audience,
// and none of the records without which it cannot be is hidden. The record that it was reached from by the given field has been asked already.
func (b *build) exists(variable string, t *model.Type, reachedBy *model.Field) []string {
	var conditions []string
	if b.sensitive(t) {
		conditions = append(conditions, visible(variable))
	}
	if t.Name == "Claim" {
		conditions = append(conditions, b.contradicted(variable, t))
	}
	return append(conditions, b.whole(variable, t, reachedBy)...)
}

// contradicted says of a claim that is of what is held that the viewer sees another source say otherwise. It became a claim by that: alone it would tell that
// somebody says so who is hidden.
func (b *build) contradicted(claim string, t *model.Type) string {
	other := b.variable("n")
	differs := append([]string{other + ".field = " + claim + ".field", "coalesce(" + other + ".value, '') <> coalesce(" + claim + ".value, '')"}, b.whole(other, t, nil)...)
	return "(" + claim + ".held IS NULL OR EXISTS { MATCH (" + claim + ")<-[:HAS_CLAIM]-()-[:HAS_CLAIM]->(" + other + ":Claim) " + whereClause(differs) + " })"
}

// whole gives the conditions under which none of the records without which a node cannot be is hidden.
func (b *build) whole(variable string, t *model.Type, reachedBy *model.Field) []string {
	needs := b.needs(t, reachedBy)
	if len(needs.relTypes) == 0 {
		return nil
	}
	needed, links := b.variable("n"), b.variable("r")
	pattern := "(" + variable + ")-[" + links + ":" + strings.Join(needs.relTypes, "|")
	if needs.depth > 1 {
		pattern += "*1.." + strconv.Itoa(needs.depth)
	} else {
		links = "[" + links + "]"
	}
	hidden := append([]string{"NOT " + visible(needed)}, needs.own(links)...)
	return []string{"NOT EXISTS { MATCH " + pattern + "]->(" + needed + ") " + whereClause(hidden) + " }"}
}

// existing gives the nodes of a source that exist for the viewer. Where each needs others that need nothing in turn, its pattern meets
// those too: what is asked of them next, to sort by or to show, is at hand then.
func (b *build) existing(src source, reachedBy *model.Field) (source, []string) {
	if src.target.Abstract || b.needs(src.target, reachedBy).depth > 1 {
		return src, b.exists(src.variable, src.target, reachedBy)
	}
	var conditions []string
	if b.sensitive(src.target) {
		conditions = append(conditions, visible(src.variable))
	}
	for _, f := range src.target.Required() {
		if f.LeadsBack(reachedBy) {
			continue
		}
		needed := b.related(src.variable, f)
		src.pattern += ", " + needed.pattern
		src.joined = append(src.joined, needed.variable)
		b.joined[end{src.variable, f.RelType}] = needed.variable
		conditions = append(conditions, visible(needed.variable))
	}
	return src, conditions
}

// needs are the relationships by which a record needs others, and those need others in turn.
type needs struct {
	relTypes []string
	depth    int
	owners   map[string][]string // labels by relationship type, where other labels have it too and do not need what it leads to
}

// own keeps links that start at a node which needs what they lead to.
func (n needs) own(links string) []string {
	var conditions []string
	for _, relType := range n.relTypes {
		if owners := n.owners[relType]; len(owners) > 0 {
			conditions = append(conditions, "all(link IN "+links+" WHERE type(link) <> '"+relType+"' OR startNode(link):"+strings.Join(owners, "|")+")")
		}
	}
	return conditions
}

func (b *build) needs(t *model.Type, reachedBy *model.Field) needs {
	c := closure{build: b, depths: map[string]int{}, owners: map[string][]string{}}
	n := needs{depth: c.follow(t, reachedBy), owners: map[string][]string{}}
	n.relTypes = slices.Sorted(maps.Keys(c.owners))
	for _, relType := range n.relTypes {
		if c.shared(relType) {
			n.owners[relType] = c.owners[relType]
		}
	}
	return n
}

// closure gathers what a type needs, directly and in turn.
type closure struct {
	*build
	depths map[string]int // by type: how many steps its longest chain of needs has
	owners map[string][]string
}

// follow gives how many steps the longest chain of needs has. A type that is being followed already adds nothing.
func (c *closure) follow(t *model.Type, reachedBy *model.Field) int {
	longest := 0
	for _, name := range t.Possible {
		if _, followed := c.depths[name]; !followed {
			c.depths[name] = 0
			c.depths[name] = c.followOne(c.model.Type(name), reachedBy)
		}
		longest = max(longest, c.depths[name])
	}
	return longest
}

func (c *closure) followOne(t *model.Type, reachedBy *model.Field) int {
	depth := 0
	for _, f := range t.Required() {
		if f.LeadsBack(reachedBy) {
			continue
		}
		if !slices.Contains(c.owners[f.RelType], t.Label) {
			c.owners[f.RelType] = append(c.owners[f.RelType], t.Label)
		}
		depth = max(depth, 1+c.follow(c.model.Type(f.Target), nil))
	}
	return depth
}

// shared says whether a type of the closure has a relationship of this type that it does not need.
func (c *closure) shared(relType string) bool {
	for name := range c.depths {
		t := c.model.Type(name)
		for _, f := range t.Fields() {
			if f.RelType == relType && f.Direction != "IN" && !slices.Contains(t.Required(), f) {
				return true
			}
		}
	}
	return false
}

// within gives the pattern from a node to itself and to each above it in the hierarchy of its type, as far up as the viewer sees each.
func (b *build) within(variable string, t *model.Type, above string) string {
	next := b.variable("n")
	return "(" + variable + ") (()-[:" + t.Field(t.Broader).RelType + "]->(" + next + ":" + t.Label + ") WHERE " + visible(next) + ")* (" + above + ")"
}

func visible(variable string) string { return variable + stored.Visible }

// deniedUnseen says of a partnership that parties deny it, and none that the viewer may see: for them nobody does.
func deniedUnseen(variable string) string {
	denied := "EXISTS { MATCH (" + variable + ")-[:HAS_PARTY]->(:Party {confirmation: 'DENIED'})"
	return "(" + denied + " } AND NOT " + denied + "-[:PARTY]->(denying:Record) WHERE " + visible("denying") + " })"
}

// openUnseen says of a partnership that all parties have confirmed it that the viewer may see, and another has not: for them all have.
func openUnseen(variable string) string {
	seen, other := "MATCH ("+variable+")-[:HAS_PARTY]->(said:Party)-[:PARTY]->(saying:Record) WHERE "+visible("saying"), "coalesce(said.confirmation <> 'CONFIRMED', true)"
	return "(EXISTS { " + seen + " } AND NOT EXISTS { " + seen + " AND " + other + " } AND EXISTS { MATCH (" + variable + ")-[:HAS_PARTY]->(said:Party) WHERE " + other + " })"
}

// underWay keeps projects that run on the day, as far as is known.
func underWay(variable, asOf string) string {
	from := "coalesce(" + variable + ".actualFrom, " + variable + ".plannedFrom)"
	to := "coalesce(" + variable + ".actualTo, " + variable + ".plannedTo)"
	return "coalesce(" + from + " <= " + asOf + ", true) AND coalesce(" + to + " >= " + asOf + ", true)"
}

// decided keeps awards that had been decided by the day, as far as the viewer may know.
func (b *build) decided(award string, sc scope) string {
	decision := b.variable("d")
	return "coalesce(head([(" + award + ")-[:GRANTED_BY]->(" + decision + ":Decision) WHERE " + visible(decision) + " | " + decision + ".decidedOn]) <= " + sc.asOf + ", true)"
}

// passable keeps what a chain of relations may go over: organisations, networks and programmes, projects that run, applications and awards
// made by the day, and memberships, participations and partnerships in force, as far as they exist for the viewer. The parties of a partnership are parts of it.
func (b *build) passable(variable string, sc scope) string {
	membership, partnership := b.model.Type("Membership"), b.model.Type("Partnership")
	made := b.exists(variable, &model.Type{Possible: []string{"Application", "Award"}, Abstract: true}, nil)
	made = append(made[1:], "coalesce("+variable+".submittedOn <= "+sc.asOf+", true)", b.decided(variable, sc))
	state := "CASE WHEN " + variable + ":Partnership THEN " + b.stateWhileCurrent(variable, partnership, sc) + " ELSE " + b.stateWhileCurrent(variable, membership, sc) + " END"
	return "(" + variable + ":Party OR " + visible(variable) + " AND CASE WHEN " + variable + ":Organisation OR " + variable + ":Network OR " + variable + ":Programme THEN true" +
		" WHEN " + variable + ":Project THEN " + underWay(variable, sc.asOf) +
		" WHEN " + variable + ":Application OR " + variable + ":Award THEN " + all(made) +
		" ELSE " + all(append(current(variable, membership, sc), holds(state))) + " END)"
}

// predicate gives the condition that a hand-written statement calls by name: visible(x), deniedUnseen(x), openUnseen(x), there(x:Type), underWay(x), passable(x), inForce(x:Type),
// current(x:Type), past(x:Type) or open(x:Type); or what read(x:Type.field) reads as, the reasons that unknown(x:Type) gives, and the names that missing(x:Type) does.
func (b *build) predicate(name, variable string, t *model.Type, field string, sc scope) string {
	switch name {
	case "visible":
		return visible(variable)
	case "deniedUnseen":
		return deniedUnseen(variable)
	case "openUnseen":
		return openUnseen(variable)
	case "there":
		return all(b.exists(variable, t, nil))
	case "underWay":
		return underWay(variable, sc.asOf)
	case "passable":
		return b.passable(variable, sc)
	case "open":
		return strings.Join(b.open(variable, t, sc), " AND ")
	case "current":
		return strings.Join(current(variable, t, sc), " AND ")
	case "past":
		return past(variable, t, sc)
	case "unknown":
		return b.reasons(variable, t)
	case "missing":
		return b.missing(variable, t)
	case "read":
		return b.stored(variable, t.Field(field), sc)
	default:
		return strings.Join(b.inForce(variable, t, sc), " AND ")
	}
}

// open gives the conditions under which a need or an offer stands open on the read's day: it is in force, and neither met, withdrawn nor at rest.
func (b *build) open(variable string, t *model.Type, sc scope) []string {
	return append(b.inForce(variable, t, sc), b.stored(variable, t.Field("state"), sc)+" = 'OPEN'")
}

// sensitive says whether nodes of a type have an audience of their own; parts of a record do not.
// Where only some of the possible types have, those that have none are left out: rather too little is shown than too much.
func (b *build) sensitive(t *model.Type) bool {
	return slices.ContainsFunc(t.Possible, func(name string) bool { return b.model.Type(name).Record })
}

// inForce is the standing that lists ask for unless others are asked for.
const inForce = "IN_FORCE"

// standing gives the conditions under which a list shows a record: enumeration Standing tells what its values mean.
func (b *build) standing(variable string, t *model.Type, states string, sc scope) []string {
	switch {
	case t.Validity == nil:
		return nil
	case states == "UPCOMING":
		return []string{variable + "." + t.Validity.From + " > " + sc.asOf, "NOT " + past(variable, t, sc)}
	case states == "PAST":
		return []string{past(variable, t, sc)}
	case states == "ANY":
		return nil
	}
	return b.inForce(variable, t, sc)
}

// inForce gives the conditions under which a record holds on the read's day: it is one of its days, and on it the relation is neither only
// proposed nor disputed. What cannot be known does not exclude.
func (b *build) inForce(variable string, t *model.Type, sc scope) []string {
	if t.Validity == nil {
		return nil
	}
	conditions := current(variable, t, sc)
	if isRelation(t) {
		conditions = append(conditions, holds(b.stateWhileCurrent(variable, t, sc)))
	}
	return conditions
}

// stateWhileCurrent is the expression of the state of a relation that did not end before the read's day.
func (b *build) stateWhileCurrent(variable string, t *model.Type, sc scope) string {
	if name, known := b.states[moment{variable, sc.asOf}]; known {
		return name
	}
	return b.splice(t.Field("state").Current, variable, place{}, sc)
}

// stateOnce has the state of relations that a list has in force worked out once for each, for its conditions and for what is shown.
func (b *build) stateOnce(src source, sc scope) onceOnly {
	if !isRelation(src.target) {
		return onceOnly{}
	}
	state := onceOnly{name: b.variable("state"), expression: b.stateWhileCurrent(src.variable, src.target, sc)}
	b.states[moment{src.variable, sc.asOf}] = state.name
	return state
}

// holds gives the condition that a relation in a state is neither only proposed nor disputed.
func holds(state string) string {
	return "coalesce(NOT " + state + " IN ['PROPOSED', 'DISPUTED'], true)"
}

// current gives the conditions under which the read's day is one of those on which a record holds, whatever is said of it. An unknown first
// or last day does not exclude.
func current(variable string, t *model.Type, sc scope) []string {
	return []string{"coalesce(" + variable + "." + t.Validity.From + " <= " + sc.asOf + ", true)", "NOT " + past(variable, t, sc)}
}

// past gives the condition under which a record held on earlier days only. A relation that has ended, on a day that nobody knows, is known to
// have held until it was last confirmed, or else on its first day; it does not hold from the day on which its end was recorded. A grant ends at
// once, on its last day.
func past(variable string, t *model.Type, sc scope) string {
	over := variable + "." + t.Validity.To + " < " + sc.asOf
	if hasStates(t, "GrantState") {
		return "coalesce(" + over + " OR " + variable + ".state = 'ENDED' AND " + variable + ".updatedAt < " + sc.ends + ", false)"
	}
	if !isRelation(t) {
		return "coalesce(" + over + ", false)"
	}
	ended := "(" + variable + ".state = 'ENDED' OR " + variable + ".endStatus = 'ENDED_DATE_UNKNOWN')"
	lastKnown := "coalesce(" + variable + ".lastConfirmedOn, " + variable + "." + t.Validity.From + ")"
	return "coalesce(" + over + ", " + ended + " AND (" + variable + ".updatedAt < " + sc.ends + " OR coalesce(" + lastKnown + " < " + sc.asOf + ", true)), false)"
}

// dayOf gives the day of an instant where people on both sides of the border live it, null of none: Cypher's own function takes no null.
func dayOf(instant string) string {
	return "CASE WHEN " + instant + " IS NOT NULL THEN date(datetime({datetime: " + instant + ", timezone: '" + registry.Zone + "'})) END"
}

// isRelation says whether records of a type are relations, which sides can confirm, deny and end.
func isRelation(t *model.Type) bool { return hasStates(t, "RelationState") }

// hasStates says whether the states of a type's records are those of an enumeration.
func hasStates(t *model.Type, enumeration string) bool {
	f := t.Field("state")
	return f != nil && f.Target == enumeration
}
