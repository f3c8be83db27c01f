package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"partnernet/graph"
	"partnernet/limits"
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

// askAll asks what is asked soon, over connections of its own: nobody who watches takes that for requests that were slow.
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
	return web.PlanAhead(ctx, handler.Ask)
}
