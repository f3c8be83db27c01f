package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/registry"
)

//go:embed operations
var operationFiles embed.FS

// operation is something asked of the registry, and the same asked by hand-written Cypher.
type operation struct {
	name      string
	query     string           // GraphQL
	otherwise string           // the same question spelled otherwise
	cypher    string           // the same by hand; it gives the root field's value. Empty where nobody would write it by hand
	peer      string           // the same as the peer's schema has it; empty where it cannot be asked
	variables []map[string]any // the drawn questions, which take turns
}

// ways are the names of the ways in which an operation can be asked.
const (
	byHand      = "floor"
	asRegistry  = "registry"
	asOtherwise = "otherwise"
	asPeer      = "peer"
)

// text gives how an operation is asked in a way, "" when it is not.
func (o *operation) text(way string) string {
	return map[string]string{byHand: o.cypher, asRegistry: o.query, asOtherwise: o.otherwise, asPeer: o.peer}[way]
}

// drawnQuestions is how many different ones an operation asks: more than a cache of answers would have use for.
const drawnQuestions = 200

// draws give the variables of each operation.
var draws = map[string]func(r *rand.Rand, scale int) map[string]any{
	"organisation": func(r *rand.Rand, scale int) map[string]any {
		return map[string]any{"id": id("Organisation", r.IntN(scale*organisationCount))}
	},
	"members": aNetworkOnTheDay,
	"project": func(r *rand.Rand, scale int) map[string]any {
		return map[string]any{"acronym": fmt.Sprintf("PRO%d", r.IntN(scale*projectCount)), "on": theDay.Format(time.DateOnly)}
	},
	"funding": aNetworkOnTheDay,
	"organisations": func(r *rand.Rand, _ int) map[string]any {
		town := towns[r.IntN(len(towns))]
		return map[string]any{"country": []any{[]string{"SE", "NO"}[r.IntN(2)]}, "sectorType": []any{"SME"}, "text": town}
	},
	"theme": func(r *rand.Rand, _ int) map[string]any {
		sides := []any{[]any{"SE"}, []any{"NO"}}
		side := r.IntN(2)
		return map[string]any{"code": fmt.Sprintf("theme-%02d", r.IntN(themeCount)), "side": sides[side], "other": sides[1-side], "on": theDay.Format(time.DateOnly)}
	},
	"needsMap": func(r *rand.Rand, _ int) map[string]any {
		return map[string]any{"on": theDay.AddDate(0, 0, -r.IntN(300)).Format(time.DateOnly)}
	},
	"counted": func(r *rand.Rand, _ int) map[string]any {
		return map[string]any{"country": []any{[]string{"SE", "NO"}[r.IntN(2)]}}
	},
	"search": func(r *rand.Rand, _ int) map[string]any {
		return map[string]any{"text": styles[r.IntN(len(styles))] + strings.ToLower(trades[r.IntN(len(trades))]) + " " + towns[r.IntN(len(towns))]}
	},
	"networkNeeds": aNetworkOnTheDay,
	"path": func(r *rand.Rand, scale int) map[string]any {
		return map[string]any{"from": id("Organisation", r.IntN(scale*organisationCount)), "to": id("Organisation", r.IntN(scale*organisationCount)), "on": theDay.Format(time.DateOnly)}
	},
	"matches": func(r *rand.Rand, scale int) map[string]any {
		return map[string]any{"need": id("Need", r.IntN(scale*needCount)), "offersOf": fmt.Sprintf("NET%d", r.IntN(scale*networkCount/3)), "on": theDay.Format(time.DateOnly)}
	},
	"partnerships": func(r *rand.Rand, _ int) map[string]any {
		return map[string]any{"on": theDay.AddDate(0, 0, -r.IntN(300)).Format(time.DateOnly)}
	},
}

// aNetworkOnTheDay draws one of the networks that have fifty members or more.
func aNetworkOnTheDay(r *rand.Rand, scale int) map[string]any {
	return map[string]any{"acronym": fmt.Sprintf("NET%d", r.IntN(scale*networkCount/3)), "on": theDay.Format(time.DateOnly)}
}

// order is the one in which the table has the operations.
var order = []string{"organisation", "members", "project", "funding", "organisations", "theme", "partnerships", "needsMap", "path", "matches", "counted", "search", "networkNeeds"}

func readOperations(only []string, scale int) ([]operation, error) {
	var all []operation
	for _, name := range order {
		if len(only) > 0 && !slices.Contains(only, name) {
			continue
		}
		o := operation{name: name}
		for file, text := range map[string]*string{".graphql": &o.query, ".otherwise.graphql": &o.otherwise, ".cypher": &o.cypher, ".peer.graphql": &o.peer} {
			read, err := operationFiles.ReadFile(path.Join("operations", name+file))
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, err
			}
			*text = string(read)
		}
		random := rand.New(rand.NewPCG(1, 2))
		for range drawnQuestions {
			o.variables = append(o.variables, draws[name](random, scale))
		}
		all = append(all, o)
	}
	return all, nil
}

// parameters gives the variables as hand-written Cypher takes them.
func parameters(variables map[string]any) map[string]any {
	params := maps.Clone(variables)
	if text, ok := variables["on"].(string); ok {
		day, err := time.Parse(time.DateOnly, text)
		if err != nil {
			panic(err) // it was formatted here
		}
		params["on"] = dbtype.Date(day)
	}
	if text, ok := variables["text"].(string); ok {
		params["folded"] = strings.TrimSpace(registry.Fold(text))
	}
	return params
}
