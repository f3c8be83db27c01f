package main

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"time"

	"github.com/google/uuid"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"partnernet/store"
)

//go:embed writes
var writeFiles embed.FS

// write is a command of the registry, and the same writes by hand in one transaction, with the lock and the records of the changes.
type write struct {
	name      string
	mutation  string
	cypher    string
	variables func(number int) map[string]any
}

// written is how many times each command is done in each way; the ways take turns. The first half is the database's to learn from.
const written = 400

// writings are the commands that are measured; draw gives what one is about. Numbers are spread so that the same is never asked for twice.
var writings = []struct {
	name string
	draw func(number, scale int) map[string]any
}{
	{"admitMember", func(number, scale int) map[string]any {
		return map[string]any{"member": id("Organisation", number%(scale*organisationCount)), "network": emptyNetwork, "source": id("Source", 0)}
	}},
	{"recordNeed", func(number, _ int) map[string]any {
		return map[string]any{"statement": fmt.Sprintf("Reservkraft nummer %d", number), "stakeholder": id("Organisation", number), "theme": "theme-20", "source": id("Source", 0)}
	}},
	{"recordDecision", func(number, _ int) map[string]any {
		return map[string]any{"application": id("Application", number), "caseNumber": fmt.Sprintf("E/%d/2025", number), "recipient": id("Organisation", number), "source": id("Source", 0)}
	}},
}

func readWrites(scale int) ([]write, error) {
	var all []write
	for _, w := range writings {
		read := write{name: w.name, variables: func(number int) map[string]any { return w.draw(number, scale) }}
		if err := read.texts(); err != nil {
			return nil, err
		}
		all = append(all, read)
	}
	return all, nil
}

// texts reads how the write is asked for in either way.
func (o *write) texts() error {
	for ending, text := range map[string]*string{".graphql": &o.mutation, ".cypher": &o.cypher} {
		file, err := writeFiles.ReadFile(path.Join("writes", o.name+ending))
		if err != nil {
			return err
		}
		*text = string(file)
	}
	return nil
}

// compareWrites measures commands beside the same writes by hand, one client, and takes away again what was written.
func (w *world) compareWrites(ctx context.Context, server *child, scale int, out io.Writer) error {
	writes, err := readWrites(scale)
	if err != nil {
		return err
	}
	began := time.Now().UTC()
	if err := w.newNetwork(ctx, began); err != nil {
		return err
	}
	fmt.Fprintln(out, "\n| command | by hand, p50 | registry, p50 | × by hand |\n|---|--:|--:|--:|")
	for i := range writes {
		hand, registry, err := w.timeWrite(ctx, server, &writes[i])
		if err != nil {
			return fmt.Errorf("%s: %w", writes[i].name, err)
		}
		fmt.Fprintf(out, "| %s | %s | %s | %.2f |\n", writes[i].name, milliseconds(float64(hand)), milliseconds(float64(registry)), float64(registry)/float64(hand))
	}
	return w.takeAway(ctx, began)
}

func (w *world) timeWrite(ctx context.Context, server *child, o *write) (hand, registry time.Duration, err error) {
	e, err := server.commanding()
	if err != nil {
		return 0, 0, err
	}
	var times [2][]time.Duration
	for number := range 2 * written {
		start := time.Now()
		if number%2 == 0 {
			err = w.byHand(ctx, o, number)
		} else {
			err = e.command(ctx, o, number)
		}
		if err != nil {
			return 0, 0, err
		}
		if number >= written {
			times[number%2] = append(times[number%2], time.Since(start))
		}
	}
	return quantile(times[0], 0.5), quantile(times[1], 0.5), nil
}

// emptyNetwork is the id of a network that nobody is in yet.
var emptyNetwork = id("Network", -1)

// newNetwork enters it.
func (w *world) newNetwork(ctx context.Context, now time.Time) error {
	return run(ctx, w.db, store.Statement{
		Text: `
CREATE (:Record:Network {
  id: $id, version: 1, audience: 0, createdAt: $now, updatedAt: $now, acronym: 'EMPTY', lifecycle: 'ESTABLISHED'
})`,
		Params: map[string]any{"id": emptyNetwork, "now": now},
	})
}

// byHand does the writes in one transaction.
func (w *world) byHand(ctx context.Context, o *write, number int) error {
	params := o.variables(number)
	params["now"] = time.Now().UTC()
	for _, name := range []string{"id", "change", "award", "condition"} {
		params[name] = uuid.NewString()
	}
	session := w.driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		return err
	}
	result, err := tx.Run(ctx, o.cypher, params)
	if err != nil {
		return err
	}
	if _, err := result.Single(ctx); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// command does the registry's command.
func (e *endpoint) command(ctx context.Context, o *write, number int) error {
	body, err := json.Marshal(map[string]any{"query": o.mutation, "variables": o.variables(number)})
	if err != nil {
		return err
	}
	_, err = e.send(ctx, body)
	return err
}
