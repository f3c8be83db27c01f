package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"time"

	"partnernet/fault"
	"partnernet/graph"
	"partnernet/limits"
	"partnernet/page"
	"partnernet/plans"
	"partnernet/store"
	"partnernet/web"
)

// planTime is how long the database may take over one question while it has no plans. A virtual machine that has just been started plans a
// large statement in seconds; a request may not wait for that as long as it takes.
const planTime = 2 * time.Minute

// warm has the database plan what was asked most before the start, and then what the page and the questions ask, beside the first requests, so that
// nobody who asks one of them later waits for its plan.
func warm(ctx context.Context, d *database, l limits.Limits, log *slog.Logger) {
	began := time.Now()
	remembered, err := plans.Replan(ctx, d.Patient(planTime))
	if err == nil {
		err = d.askAll(ctx, l)
	}
	switch {
	case errors.Is(ctx.Err(), context.Canceled): // the server stops
	case err != nil:
		log.Warn("the questions could not be planned ahead", "error", err)
	default:
		log.Info("the questions are planned", "remembered", remembered, "took", time.Since(began).Round(time.Millisecond))
	}
}

func (d *database) askAll(ctx context.Context, l limits.Limits) (err error) {
	config := d.config
	config.Timeout = planTime
	patient, err := store.Open(ctx, config)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, patient.Close(context.Background())) }()
	handler, err := graph.NewHandler(graph.Options{DB: patient, Model: d.model, Limits: l, Log: slog.New(slog.DiscardHandler), Now: time.Now})
	if err != nil {
		return err
	}
	all, err := plannedAhead()
	if err != nil {
		return err
	}
	for _, q := range all {
		var variables map[string]any
		if err := json.Unmarshal(q.Variables, &variables); err != nil {
			return err
		}
		_, err := handler.Ask(graph.WithViewer(ctx, graph.Coordinator), q.Query, variables)
		if err != nil && fault.CodeOf(err) != fault.NotFound { // what an example names may not be in this register; its statement has been planned all the same
			return err
		}
	}
	return nil
}

// plannedAhead gives what somebody asks soon: what the rooms of the page ask, and the questions.
func plannedAhead() ([]web.Question, error) {
	questions, err := web.Questions()
	if err != nil {
		return nil, err
	}
	operations, err := page.Operations()
	if err != nil {
		return nil, err
	}
	var all []web.Question
	for _, o := range operations {
		if o.Reads() && !o.TakesFile() {
			all = append(all, web.Question{Name: o.Name, Query: o.Text, Variables: o.Variables})
		}
	}
	return append(all, questions...), nil
}
