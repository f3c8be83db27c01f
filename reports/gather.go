package reports

import (
	"context"
	"embed"
	"maps"
	"strings"

	"partnernet/fault"
	"partnernet/operations"
)

// queries are the operations that reports ask.
//
//go:embed queries/*.graphql
var queries embed.FS

// object is an object of an answer.
type object = map[string]any

// asking asks the operations of one report.
type asking struct{ operations.Named }

// gatherFacts gives all that a report tells.
func gatherFacts(ctx context.Context, ask operations.Ask, request Request) (object, error) {
	a := asking{operations.Named{Files: queries, Ask: ask, Variables: object{"asOf": request.AsOf, "language": strings.ToUpper(request.Language)}}}
	networks, err := a.narrow(ctx, request.Network)
	if err != nil {
		return nil, err
	}
	facts, err := a.Answer(ctx, string(request.Kind), nil)
	if err != nil {
		return nil, err
	}
	maps.Copy(facts, child(facts, "network"))
	if request.Kind != Gaps {
		return facts, nil
	}
	facts["counterparts"], err = a.counterparts(ctx, networks)
	return facts, err
}

// narrow sets the variables by which operations keep to a network: to its members, and to the projects that build it, map needs for it or
// have members in them. Without a network they stay null, and all is meant. It gives the networks that the report is about.
func (a asking) narrow(ctx context.Context, network string) ([]any, error) {
	a.Variables["acronym"], a.Variables["scoped"] = network, network != ""
	a.Variables["needs"] = object{"state": "OPEN"}
	a.Variables["partnerships"] = object{"crossBorder": true}
	a.Variables["projects"] = object{"indicators": object{}} // such that have any
	inNetwork := object{"acronym": []any{network}}
	if network != "" {
		a.Variables["networks"] = inNetwork
	}
	scope, err := a.Answer(ctx, "scope", nil)
	if err != nil {
		return nil, err
	}
	networks := nodes(scope, "networks")
	if network == "" {
		return networks, nil
	}
	if len(networks) == 0 {
		return nil, fault.New(fault.NotFound, "No network has the acronym %.100q. Name one that the registry holds.", network).At("network")
	}
	if len(networks) > 1 {
		return nil, fault.New(fault.NotFound, "%d networks have the acronym %.100q. Name one that the registry holds.", len(networks), network).At("network")
	}
	a.Variables["network"] = object{"acronym": network}
	a.narrowTo(inNetwork)
	found, _ := networks[0].(object)
	if others, _ := found["counterparts"].([]any); len(others) == 1 {
		a.Variables["counterpart"] = object{"acronym": others[0].(object)["acronym"]}
	}
	return networks, nil
}

// narrowTo sets the filters by which lists keep to a network.
func (a asking) narrowTo(network object) {
	members := object{"memberships": object{"network": network}}
	projects := []any{
		object{"activities": object{"networks": network}},
		object{"needsMappings": object{"network": network}},
		object{"participations": object{"organisation": members}},
	}
	parties := []any{object{"parties": object{"organisation": members}}, object{"parties": object{"network": network}}}
	a.Variables["members"] = members
	a.Variables["memberships"] = object{"network": network}
	a.Variables["needs"] = object{"state": "OPEN", "organisation": members}
	a.Variables["projects"] = object{"indicators": object{}, "or": projects}
	a.Variables["partnerships"] = object{"crossBorder": true, "or": append(parties, anyOf("arisesFrom", projects)...)}
	for _, ofProjects := range []string{"awards", "applications", "obligations"} {
		a.Variables[ofProjects] = object{"or": anyOf("project", projects)}
	}
}

// anyOf gives filters that ask one of these conditions each of what the field leads to.
func anyOf(field string, conditions []any) []any {
	filters := make([]any, len(conditions))
	for i, condition := range conditions {
		filters[i] = object{field: condition}
	}
	return filters
}

// mostPairs is how many pairs of networks a report compares: each is a question.
const mostPairs = 10

// counterparts asks what each network and its counterparts have that the other lacks; each pair once, the first of them by acronym.
func (a asking) counterparts(ctx context.Context, networks []any) ([]any, error) {
	pairs, seen := []any{}, map[[2]string]bool{}
	for _, each := range networks {
		network := each.(object)
		acronym, _ := network["acronym"].(string)
		others, _ := network["counterparts"].([]any)
		for _, each := range others {
			other, _ := each.(object)["acronym"].(string)
			if seen[[2]string{other, acronym}] || len(pairs) == mostPairs {
				continue
			}
			seen[[2]string{acronym, other}] = true
			gap, err := a.Answer(ctx, "counterpart-gap", object{"network": object{"acronym": acronym}, "counterpart": object{"acronym": other}})
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, object{"network": acronym, "counterpart": other, "gap": gap["counterpartGap"], "themes": nodes(gap, "themes")})
		}
	}
	return pairs, nil
}

// child gives an object of an object, nil when it is not there.
func child(of object, key string) object {
	found, _ := of[key].(object)
	return found
}

// nodes gives the records of a connection.
func nodes(of object, key string) []any {
	list, _ := child(of, key)["nodes"].([]any)
	return list
}
