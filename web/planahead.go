package web

import (
	"context"
	"encoding/json"

	"partnernet/fault"
	"partnernet/graph"
	"partnernet/operations"
	"partnernet/page"
)

// PlanAhead asks what somebody asks soon, so that the database has its plan: what the rooms of the page ask, and the questions.
func PlanAhead(ctx context.Context, ask operations.Ask) error {
	all, err := askedSoon()
	if err != nil {
		return err
	}
	for _, q := range all {
		var variables map[string]any
		if err := json.Unmarshal(q.Variables, &variables); err != nil {
			return err
		}
		_, err := ask(graph.WithViewer(ctx, graph.Coordinator), q.Query, variables)
		if err != nil && fault.CodeOf(err) != fault.NotFound { // what an example names may not be in this register; its statement has been planned all the same
			return err
		}
	}
	return nil
}

// askedSoon gives the operations of the page that read, and the questions.
func askedSoon() ([]Question, error) {
	questions, err := Questions()
	if err != nil {
		return nil, err
	}
	asked, err := page.Operations()
	if err != nil {
		return nil, err
	}
	var all []Question
	for _, o := range asked {
		if o.Reads() && !o.TakesFile() {
			all = append(all, Question{Name: o.Name, Query: o.Text, Variables: o.Variables})
		}
	}
	return append(all, questions...), nil
}
