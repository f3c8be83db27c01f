package operations

import (
	"context"
	"embed"

	"partnernet/fault"
)

//go:embed queries/*.graphql
var queries embed.FS

// FindNetwork gives the id of the network that whoever asks names, by its acronym or by its id; "" for "". It is NOT_FOUND when there is none.
func FindNetwork(ctx context.Context, ask Ask, named string) (string, error) {
	if named == "" {
		return "", nil
	}
	found, err := Named{Files: queries, Ask: ask}.Answer(ctx, "network", object{"acronym": named, "id": named})
	if err != nil {
		return "", err
	}
	for _, by := range []string{"byAcronym", "byId"} {
		if network, is := found[by].(object); is {
			id, _ := network["id"].(string)
			return id, nil
		}
	}
	return "", NoNetwork(named)
}

// NoNetwork is the fault of a name that no network has which whoever asks may see.
func NoNetwork(named string) error {
	return fault.New(fault.NotFound, "No network has the acronym %.100q. Name one that the registry holds.", named).At("network")
}

// These filters of the API keep a list to what has to do with a network: its members, what is theirs, and the projects that build it, map needs
// for it or have members in them. Each is nil, and means all, where no network is named.

type object = map[string]any

// Network gives the filter of networks: that of the id.
func Network(network string) object {
	if network == "" {
		return nil
	}
	return object{"id": []any{network}}
}

// Members gives the filter of organisations that are members.
func Members(network string) object {
	return within("memberships", Memberships(network))
}

// Memberships gives the filter of memberships of the network.
func Memberships(network string) object { return within("network", Network(network)) }

// OfMembers gives the filter of what is an organisation's that is a member, such as needs.
func OfMembers(network string) object { return within("organisation", Members(network)) }

// Projects gives the filter of the network's projects.
func Projects(network string) object { return anyOf(projectConditions(network)) }

// OfProjects gives the filter of what leads to such a project, such as awards.
func OfProjects(network string) object { return within("project", Projects(network)) }

// projectConditions are what makes a project one of a network's.
func projectConditions(network string) []any {
	if network == "" {
		return nil
	}
	return []any{
		object{"activities": within("networks", Network(network))},
		object{"needsMappings": within("network", Network(network))},
		object{"participations": OfMembers(network)},
	}
}

// Partnerships gives the filter of partnerships with a member or the network itself for a party, or that came of such a project.
func Partnerships(network string) object {
	if network == "" {
		return nil
	}
	conditions := []any{
		object{"parties": OfMembers(network)},
		object{"parties": within("network", Network(network))},
	}
	for _, condition := range projectConditions(network) {
		conditions = append(conditions, object{"arisesFrom": condition})
	}
	return anyOf(conditions)
}

// anyOf gives the filter that one of the conditions holds, nil where there are none.
func anyOf(conditions []any) object {
	if conditions == nil {
		return nil
	}
	return object{"or": conditions}
}

// within gives the filter that what a field leads to meets a condition, nil where there is none.
func within(field string, condition object) object {
	if condition == nil {
		return nil
	}
	return object{field: condition}
}
