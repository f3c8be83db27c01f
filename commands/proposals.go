package commands

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// errForOthersToo says that some of what a command is done to is not the actor's: others confirm it.
var errForOthersToo = errors.New("others are to confirm this, too")

// trial is a command being tried, before it is put to others.
type trial struct{ over, changes bool }

// putToOthers proposes what others are to confirm. It is tried first: nothing is proposed that breaks a rule, and what changes nothing is no proposal.
func (c *Commands) putToOthers(ctx context.Context, entry *ledger.Ledger, keyed key, begun work) error {
	begun.trial = &trial{}
	if err := c.enter(ctx, entry, keyed, begun); err != nil {
		return err
	}
	begun.trial.over = true
	return c.enter(ctx, entry, keyed, begun)
}

// tried ends the trial of a command, which leaves nothing.
func (w *work) tried() error {
	changes, _ := w.results["changes"].([]string)
	w.trial.changes = len(changes) > w.grounds
	return ledger.ErrDryRun
}

// propose puts what the command would do to the sides that the actor does not keep.
func (w *work) propose(ctx context.Context) error {
	if err := w.notProposed(ctx); err != nil {
		return err
	}
	r, err := w.proposal()
	if err != nil {
		return err
	}
	if r.Audience, err = w.forSides(ctx); err != nil {
		return err
	}
	w.hide(r.Audience)
	w.records = append(w.records, r)
	w.results["proposal"] = r.ID
	return nil
}

// proposal drafts the proposal: the actor's sides have confirmed it, and the others are asked.
func (w *work) proposal() (ledger.Record, error) {
	input := maps.Clone(w.request.Input)
	for _, field := range []string{"source", "idempotencyKey", "dryRun"} {
		delete(input, field)
	}
	text, err := json.Marshal(plainValues(input))
	if err != nil {
		return ledger.Record{}, fault.Wrap(fault.Internal, err, "What is proposed could not be kept.")
	}
	r, err := w.draftNew("Proposal", nil)
	r.Values = map[string]any{"command": w.request.Name, "input": string(text), "state": string(registry.ProposalOpen)}
	r.Links["about"] = w.sides.about
	for i, id := range w.sides.networks {
		p := ledger.Part{Key: map[string]any{"position": i + 1}, Values: map[string]any{"position": i + 1, "confirmation": string(registry.PartyAsked)},
			Links: map[string][]string{"network": {id}}}
		if slices.Contains(w.sides.own, id) {
			maps.Copy(p.Values, w.says(registry.PartyConfirmed))
		}
		r.Parts["sides"] = append(r.Parts["sides"], p)
	}
	return r, err
}

// says gives what is written of a side for which the actor says something.
func (w *work) says(what registry.Confirmation) map[string]any {
	values := map[string]any{"confirmation": string(what), "confirmedAt": w.now().UTC()}
	if w.rights.Account != "" {
		values["saidBy"] = w.rights.Account
	}
	return values
}

// forSides gives for whom the proposal is: those who can answer it.
func (w *work) forSides(ctx context.Context) (registry.Audience, error) {
	rows, err := w.page.Run(ctx, "MATCH (r:Record)\nWHERE r.id IN $ids\nRETURN r.audience AS audience", map[string]any{"ids": w.sides.about})
	if err != nil {
		return "", err
	}
	numbers := make([]any, len(rows))
	for i, row := range rows {
		numbers[i] = row["audience"]
	}
	named, err := w.audienceOf(ctx, numbers...)
	if err != nil {
		return "", err
	}
	audience := registry.ProposalAudience(named, w.sides.networks)
	if audience == registry.ForNobody {
		return "", fault.New(fault.Conflict, "Another network that this concerns could not see all of it, so it could not confirm it. Open what is yours to that one first.")
	}
	return audience, nil
}

// takingBack are the commands that take the same back by two ways of naming it.
var takingBack = []string{"revertChange", "revertCommand"}

// notProposed asks that no such proposal about the same records waits already, whichever of them it keeps and whatever it says of them.
func (w *work) notProposed(ctx context.Context) error {
	alike := []string{w.request.Name}
	if slices.Contains(takingBack, w.request.Name) {
		alike = takingBack
	}
	rows, err := w.page.Run(ctx, `
UNWIND $ids AS id
MATCH (:Record {id: id})<-[:ABOUT]-(p:Proposal {state: 'OPEN'})
WHERE p.command IN $commands
  AND p`+stored.Visible+`
WITH p, count(DISTINCT id) AS named
WHERE named = size($ids)
  AND COUNT { (p)-[:ABOUT]->() } = named
RETURN p.id AS id`, map[string]any{"ids": w.sides.about, "commands": alike, "visible": w.rights.Visible})
	if err != nil || len(rows) == 0 {
		return err
	}
	return fault.New(fault.Conflict, "A proposal about the same records waits for an answer: %q. It is confirmed, declined or withdrawn first; read what it says before you answer it.", stored.Text(rows[0]["id"]))
}
