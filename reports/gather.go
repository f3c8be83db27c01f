package reports

import (
	"context"
	"embed"
	"maps"
	"strings"

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
	if request.Network != "" {
		facts["of"] = networks[0].(object)["acronym"]
	}
	if request.Kind != Gaps {
		return facts, nil
	}
	facts["counterparts"], err = a.counterparts(ctx, networks)
	return facts, err
}

// narrow sets the variables by which operations keep to a network: to its members, and to the projects that build it, map needs for it or
// have members in them. Without a network they stay null, and all is meant. It gives the networks that the report is about.
func (a asking) narrow(ctx context.Context, named string) ([]any, error) {
	network, err := operations.FindNetwork(ctx, a.Ask, named)
	if err != nil {
		return nil, err
	}
	a.Variables["id"], a.Variables["scoped"] = network, network != ""
	a.Variables["needs"] = object{"state": "OPEN"}
	a.Variables["partnerships"] = object{"crossBorder": true}
	a.Variables["projects"] = object{"indicators": object{}} // such that have any
	if network != "" {
		a.Variables["networks"] = operations.Network(network)
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
		return nil, operations.NoNetwork(named)
	}
	a.Variables["network"] = object{"id": network}
	a.narrowTo(network)
	found, _ := networks[0].(object)
	if others, _ := found["counterparts"].([]any); len(others) == 1 {
		a.Variables["counterpart"] = object{"id": others[0].(object)["id"]}
	}
	return networks, nil
}

// narrowTo sets the filters by which lists keep to a network.
func (a asking) narrowTo(network string) {
	a.Variables["members"] = operations.Members(network)
	a.Variables["memberships"] = operations.Memberships(network)
	a.Variables["needs"] = also(a.Variables["needs"], operations.OfMembers(network))
	a.Variables["projects"] = also(a.Variables["projects"], operations.Projects(network))
	a.Variables["partnerships"] = also(a.Variables["partnerships"], operations.Partnerships(network))
	for _, ofProjects := range []string{"awards", "applications", "obligations"} {
		a.Variables[ofProjects] = operations.OfProjects(network)
	}
}

// also gives the filter that meets two, which ask different fields.
func also(filter any, further object) object {
	both := maps.Clone(filter.(object))
	maps.Copy(both, further)
	return both
}

// mostPairs is how many pairs of networks a report compares: each is a question.
const mostPairs = 10

// counterparts asks what each network and its counterparts have that the other lacks; each pair once, the first of them by acronym.
func (a asking) counterparts(ctx context.Context, networks []any) ([]any, error) {
	pairs, seen := []any{}, map[[2]string]bool{}
	for _, each := range networks {
		network := each.(object)
		id, _ := network["id"].(string)
		others, _ := network["counterparts"].([]any)
		for _, each := range others {
			counterpart := each.(object)
			other, _ := counterpart["id"].(string)
			if seen[[2]string{other, id}] || len(pairs) == mostPairs {
				continue
			}
			seen[[2]string{id, other}] = true
			gap, err := a.Answer(ctx, "counterpart-gap", object{"network": object{"id": id}, "counterpart": object{"id": other}})
			if err != nil {
				return nil, err
			}
			pairs = append(pairs, object{"network": network["acronym"], "counterpart": counterpart["acronym"], "gap": gap["counterpartGap"], "themes": nodes(gap, "themes")})
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
