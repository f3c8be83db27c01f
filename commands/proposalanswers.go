package commands

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"cloud.google.com/go/civil"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// confirmProposal confirms a proposal for the actor's sides, and does what is proposed once all have.
func confirmProposal(ctx context.Context, w *work) error {
	a, err := w.answering(ctx, registry.PartyAsked, registry.PartyConfirmed)
	if err != nil {
		return err
	}
	state := registry.ProposalStateOf(a.says)
	a.stands(w, state)
	if state == registry.ProposalConfirmed {
		w.agreed = a.current
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
	at      int // among the records that the command writes
	current map[string]any
	says    []registry.Confirmation // what all sides say then
}

// stands drafts where the proposal stands then.
func (a answered) stands(w *work, state registry.ProposalState) {
	if current := stored.Text(a.current["state"]); current != string(state) {
		w.records[a.at].Values["state"] = string(state)
	}
}

// answering drafts that the actor says something for each side that is theirs and has said what it is asked to have said before.
func (w *work) answering(ctx context.Context, expected, says registry.Confirmation) (answered, error) {
	r, current, err := w.amendStored(ctx, "Proposal", "proposal")
	if err != nil {
		return answered{}, err
	}
	if err := registry.CheckProposalOpen(registry.ProposalState(stored.Text(current["state"]))); err != nil {
		return answered{}, fault.Within("id", err)
	}
	if w.source == "" {
		if err := w.restOn(ctx, r.ID); err != nil {
			return answered{}, err
		}
	}
	rows, err := w.readRows(ctx, `
MATCH (:Record&Proposal {id: $id})-[:HAS_SIDE]->(s:ProposalSide)-[:SIDE]->(network:Record)
RETURN {position: s.position, network: network.id, confirmation: s.confirmation} AS row
ORDER BY row.position`, map[string]any{"id": r.ID})
	if err != nil {
		return answered{}, err
	}
	a := answered{at: len(w.records) - 1, current: current}
	mine := w.own(rows, expected)
	if len(mine) == 0 {
		return a, w.othersAnswer(ctx, rows, expected)
	}
	r.Parts["sides"] = nil
	for _, row := range rows {
		answer := registry.Confirmation(stored.Text(row["confirmation"]))
		if slices.Contains(mine, stored.Text(row["network"])) {
			answer = says
			r.Parts["sides"] = append(r.Parts["sides"], ledger.Part{Key: map[string]any{"position": row["position"]}, Values: w.says(says)})
		}
		a.says = append(a.says, answer)
	}
	w.records[a.at] = r
	return a, nil
}

// own gives the ids of the networks that the actor coordinates among the sides that have said something.
func (w *work) own(sides []map[string]any, answer registry.Confirmation) (mine []string) {
	for _, side := range sides {
		if id := stored.Text(side["network"]); stored.Text(side["confirmation"]) == string(answer) && coordinates(w.rights.GrantedRoles(), id) {
			mine = append(mine, id)
		}
	}
	return mine
}

// othersAnswer says who may answer for the sides that have said something.
func (w *work) othersAnswer(ctx context.Context, sides []map[string]any, answer registry.Confirmation) error {
	var of belonging
	for _, side := range sides {
		if stored.Text(side["confirmation"]) != string(answer) {
			continue
		}
		to, err := w.readBelonging(ctx, []string{stored.Text(side["network"])})
		if err != nil {
			return err
		}
		of = to[stored.Text(side["network"])]
	}
	return fault.New(fault.Forbidden, "each side speaks for itself. It is for %s.", whoMay(kept, of)).In("id").Breaking(registry.RuleSpeaks)
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
	request := w.request
	defer func() { w.request = request }()
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
