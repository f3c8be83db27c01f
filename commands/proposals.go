package commands

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// sides are whom a command concerns that is not the actor's alone to do.
type sides struct {
	ids, others []string             // of all that it is done to, and of what is not the actor's
	to          map[string]belonging // by id
}

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
	text, err := json.Marshal(written(input))
	if err != nil {
		return ledger.Record{}, fault.Wrap(fault.Internal, err, "What is proposed could not be kept.")
	}
	r, err := w.draftNew("Proposal", nil)
	r.Values = map[string]any{"command": w.request.Name, "input": string(text), "state": string(registry.ProposalOpen)}
	for i, id := range w.sides.ids {
		p := ledger.Part{Key: map[string]any{"position": i + 1}, Values: map[string]any{"position": i + 1, "confirmation": string(registry.PartyAsked)},
			Links: map[string][]string{"record": {id}}}
		if !slices.Contains(w.sides.others, id) {
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
	rows, err := w.page.Run(ctx, "MATCH (r:Record)\nWHERE r.id IN $ids\nRETURN r.audience AS audience", map[string]any{"ids": w.sides.ids})
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
	networks := make([][]string, len(w.sides.ids))
	for i, id := range w.sides.ids {
		networks[i] = w.sides.to[id].Networks
	}
	audience := registry.ProposalAudience(named, networks)
	if audience == registry.ForNobody {
		return "", fault.New(fault.Conflict, "The other side could not see all that this is about, so it could not confirm it. Open what is yours to both networks first.")
	}
	return audience, nil
}

// notProposed asks that the same is not proposed already.
func (w *work) notProposed(ctx context.Context) error {
	rows, err := w.page.Run(ctx, `
UNWIND $ids AS id
MATCH (:Record {id: id})<-[:SIDE]-(:ProposalSide)<-[:HAS_SIDE]-(p:Proposal {state: 'OPEN', command: $command})
WHERE p.audience IN $visible
WITH p, count(DISTINCT id) AS named
WHERE named = size($ids)
  AND COUNT { (p)-[:HAS_SIDE]->() } = named
RETURN p.id AS id`, map[string]any{"ids": w.sides.ids, "command": w.request.Name, "visible": w.rights.Visible})
	if err != nil || len(rows) == 0 {
		return err
	}
	return fault.New(fault.Conflict, "This has been proposed already, and waits for an answer. Confirm, decline or withdraw the proposal %q.", stored.Text(rows[0]["id"]))
}

// confirmProposal confirms a proposal for the actor's sides, and does what is proposed once all have.
func confirmProposal(ctx context.Context, w *work) error {
	a, err := w.answering(ctx, registry.PartyAsked, registry.PartyConfirmed)
	if err != nil {
		return err
	}
	state := registry.ProposalStateOf(a.says)
	a.stands(w, state)
	if state == registry.ProposalConfirmed {
		w.agreed = a.held
	}
	return nil
}

func declineProposal(ctx context.Context, w *work) error {
	a, err := w.answering(ctx, registry.PartyAsked, registry.PartyDenied)
	if err != nil {
		return err
	}
	a.stands(w, registry.ProposalStateOf(a.says))
	return nil
}

func withdrawProposal(ctx context.Context, w *work) error {
	a, err := w.answering(ctx, registry.PartyConfirmed, registry.PartyDenied)
	if err != nil {
		return err
	}
	a.stands(w, registry.ProposalWithdrawn)
	return nil
}

// answered is a proposal that the actor answers.
type answered struct {
	at   int // among the records that the command writes
	held map[string]any
	says []registry.Confirmation // what all sides say then
}

// stands drafts where the proposal stands then.
func (a answered) stands(w *work, state registry.ProposalState) {
	if held := stored.Text(a.held["state"]); held != string(state) {
		w.records[a.at].Values["state"] = string(state)
	}
}

// answering drafts that the actor says something for each side that is theirs and has said what it is asked to have said before.
func (w *work) answering(ctx context.Context, said, says registry.Confirmation) (answered, error) {
	r, held, err := w.amendHeld(ctx, "Proposal", "proposal")
	if err != nil {
		return answered{}, err
	}
	if err := registry.CheckProposalOpen(registry.ProposalState(stored.Text(held["state"]))); err != nil {
		return answered{}, fault.Within("id", err)
	}
	if w.source == "" {
		if err := w.restOn(ctx, r.ID); err != nil {
			return answered{}, err
		}
	}
	rows, err := w.readRows(ctx, `
MATCH (:Record&Proposal {id: $id})-[:HAS_SIDE]->(s:ProposalSide)-[:SIDE]->(record:Record)
RETURN {position: s.position, record: record.id, confirmation: s.confirmation} AS row
ORDER BY row.position`, map[string]any{"id": r.ID})
	if err != nil {
		return answered{}, err
	}
	a := answered{at: len(w.records) - 1, held: held}
	mine, of, err := w.own(ctx, rows, said)
	if err != nil {
		return a, err
	}
	if len(mine) == 0 {
		return a, fault.New(fault.Forbidden, "each side speaks for itself. It is for %s.", whoMay(kept, of)).In("id").Breaking(registry.RuleSpeaks)
	}
	r.Parts["sides"] = nil
	for _, row := range rows {
		answer := registry.Confirmation(stored.Text(row["confirmation"]))
		if slices.Contains(mine, stored.Text(row["record"])) && answer == said {
			answer = says
			r.Parts["sides"] = append(r.Parts["sides"], ledger.Part{Key: map[string]any{"position": row["position"]}, Values: w.says(says)})
		}
		a.says = append(a.says, answer)
	}
	w.records[a.at] = r
	return a, nil
}

// own gives the ids of the sides that are the actor's among those that have said something, and to whom one belongs that is not.
func (w *work) own(ctx context.Context, rows []map[string]any, said registry.Confirmation) (mine []string, other belonging, err error) {
	var ids []string
	for _, row := range rows {
		if stored.Text(row["confirmation"]) == string(said) {
			ids = append(ids, stored.Text(row["record"]))
		}
	}
	to, err := w.readBelonging(ctx, ids)
	for _, id := range ids {
		if b, there := to[id]; there && kept.AllowsAny(w.rights.Held(), b.Belongs) {
			mine = append(mine, id)
		} else {
			other = b
		}
	}
	return mine, other, err
}

// restOn has an answer that brings no ground of its own rest on what the proposal rests on.
func (w *work) restOn(ctx context.Context, proposal string) error {
	rows, err := w.readRows(ctx, `
MATCH (:Record&Proposal {id: $id})-[:HAS_SOURCE]->(source:Record)
RETURN {source: source.id} AS row
ORDER BY row.source
LIMIT 1`, map[string]any{"id": proposal})
	if err != nil {
		return err
	}
	w.source = stored.Text(rows[0]["source"])
	return nil
}

// carryOut does what was proposed, now that all sides have confirmed it. What it refuses is about the proposal.
func (w *work) carryOut(ctx context.Context) (err error) {
	asked := w.request
	defer func() { w.request = asked }()
	w.request.Name = stored.Text(w.agreed["command"])
	if w.request.Input, err = w.proposed(w.request.Name, stored.Text(w.agreed["input"])); err != nil {
		return err
	}
	e := table[w.request.Name]
	if e.do == nil {
		return fault.New(fault.Conflict, "What is proposed here cannot be done any more. Decline it.")
	}
	if err := w.networks(ctx); err != nil {
		return err
	}
	if err := e.do(ctx, w); err != nil {
		return ofProposal(err)
	}
	return ofProposal(w.checkNeeded(ctx))
}

// ofProposal says of what is wrong with what was proposed that it is the proposal's.
func ofProposal(err error) error {
	f, is := errors.AsType[*fault.Fault](err)
	if !is {
		return err
	}
	found := *f
	found.Path, found.Cause = "", err
	return found.In("id")
}

// proposed reads the input of a proposal as it was given to its command.
func (w *work) proposed(command, text string) (map[string]any, error) {
	var input map[string]any
	if err := json.Unmarshal([]byte(text), &input); err != nil {
		return nil, fault.Wrap(fault.Internal, err, "What is proposed could not be read.")
	}
	mutation := w.model.Type("Mutation").Field(command)
	if mutation == nil {
		return input, nil
	}
	fields := w.model.Schema.Types[mutation.Def.Arguments.ForName("input").Type.Name()].Fields
	for name, value := range input {
		f := fields.ForName(name)
		if f == nil || value == nil {
			continue
		}
		switch f.Type.Name() {
		case "Date":
			day, err := civil.ParseDate(stored.Text(value))
			if err != nil {
				return nil, fault.Wrap(fault.Internal, err, "What is proposed could not be read.")
			}
			input[name] = dbtype.Date(day.In(time.UTC))
		case "Int":
			number, _ := value.(float64)
			input[name] = int64(number)
		}
	}
	return input, nil
}
