package commands

import (
	"context"
	"encoding/binary"

	"github.com/google/uuid"

	"partnernet/access"
	"partnernet/audit"
	"partnernet/decisions"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/rules"
	"partnernet/seal"
)

// work is one command being done.
type work struct {
	*Commands
	page        *ledger.Page
	request     Request
	rights      access.Rights       // of the actor
	sides       *sides              // where some of what the command is done to is for others to confirm; nil for none
	trial       *trial              // of a command that is for others to confirm, too; nil for none
	agreed      map[string]any      // the proposal that all sides have confirmed by the command, as it is held; nil for none
	named       map[string][]string // the ids of networks by the names that the input has for them
	seed        uuid.UUID
	made        uint32
	source      string            // the id of the Source that all its changes rest on
	grounds     int               // how many of the records are that ground, entered by the command
	adds        bool              // what the command tells adds to what is held, and never takes its place
	list        *lists.List       // that came with the command
	draft       *decisions.Draft  // of the decision that came with the command
	broken      []rules.Violation // rules that rows of the list have broken, when it was tried before
	refusedRows int               // how many rows are refused for that
	records     []ledger.Record
	about       map[string]string             // the input's field that a rule of a record's field is about, where it is another one
	paths       map[string]string             // where in the input the records stand that the command drafts, by their ids; "" for the input itself
	placeOf     func(id, field string) string // where in the input stands what a rule refuses of a record; nil where that is told by paths
	recorded    func(ledger.Outcome)          // takes down what was recorded; nil for nothing
	then        func(context.Context) error   // what is to be done once the records are written; nil for nothing
	needed      []neededRecord
	current     map[string]map[string]any // what is stored of records that the command has met, by id, before it writes
	labels      map[string]string         // of these records
	results     map[string]any
	used        map[string]*seal.Key        // that the command seals with, by subject
	finally     func(context.Context) error // what is to be done once the command is final; nil for nothing
	by          registry.GrantedRole        // the role by which the actor does it
	owners      map[string]belonging        // of what the command is done to, by its id
	first       askedFirst                  // in the statement by which the turn begins
	foreseeing  bool                        // it has no turn yet: it is only found out what it will ask of its rules first
	event       audit.Record                // in the audit log, if it has one there
}

func (w *work) run(ctx context.Context) error {
	if err := w.checkTexts(); err != nil {
		return err
	}
	if err := w.networks(ctx); err != nil {
		return err
	}
	if err := w.ground(); err != nil {
		return err
	}
	if err := w.act(ctx); err != nil {
		return err
	}
	if err := w.checkNeeded(ctx); err != nil || w.foreseeing {
		return err
	}
	ground := w.groundOfRequest()
	telling := ledger.Telling{
		Visible: ground.Visible, Actor: ground.Actor, Account: ground.Account, By: ground.By, Action: ground.Action, Source: ground.Source,
		Records: w.records, Labels: w.labels, Overwrites: !w.adds,
	}
	if !w.adds { // a list makes thousands of changes; they are found by their source
		telling.AsOne = w.grounds + 1
	}
	first := w.page.Position() + int64(w.grounds) + 1
	outcome, err := w.page.Record(ctx, telling)
	if err != nil {
		return w.refused(err, "")
	}
	clear(w.current) // it is of before, as is what was asked first
	w.first = askedFirst{}
	w.results["command"] = w.command(outcome)
	if w.recorded != nil {
		w.recorded(outcome)
	}
	if w.adds {
		return nil
	}
	w.results["changes"] = outcome.Changes
	if w.then == nil {
		return nil
	}
	if err := w.then(ctx); err != nil {
		return err
	}
	return w.page.Together(ctx, first)
}

// act drafts what the command does, or what is proposed to those who must confirm it.
func (w *work) act(ctx context.Context) error {
	if w.sides != nil && w.trial.over && w.trial.changes {
		return w.propose(ctx)
	}
	if err := table[w.request.Name].do(ctx, w); err != nil || w.agreed == nil {
		return err
	}
	return w.carryOut(ctx)
}

// answer answers the command, to what the actor may see now: it may have changed that.
func (w *work) answer(ctx context.Context) (err error) {
	if w.page.Access() != w.rights.Version {
		if w.rights, err = w.request.Rights(ctx, w.page); err != nil {
			return err
		}
	}
	return w.request.Answer(ctx, w.page, w.rights, w.results)
}

// command gives the id by which the command can be taken back, null where it leaves nothing: it changed nothing, or was a dry run.
func (w *work) command(outcome ledger.Outcome) any {
	if w.request.dryRun() || len(outcome.Changes) == 0 {
		return nil
	}
	return w.page.Command()
}

// changed adds changes that were made beside those of the records.
func (w *work) changed(changes []string) {
	earlier, _ := w.results["changes"].([]string)
	w.results["changes"] = append(earlier, changes...)
}

// newID gives the id of the command's next new record: the same one when the command is tried again. It is a UUIDv7, as the seed is: the ids
// of one command are in the order in which they were made.
func (w *work) newID() string {
	w.made++
	id := w.seed
	binary.BigEndian.PutUint32(id[8:], variant|w.made)
	return id.String()
}

// variant are the two bits that RFC 9562 has before the last 62 of a UUID.
const variant = 1 << 31

// ground finds the source that the command names, or records the document that it gives.
func (w *work) ground() error {
	given, ok := w.request.Input["source"].(map[string]any)
	if !ok {
		return nil // the command brings its own
	}
	if id, ok := given["id"].(string); ok {
		w.source = id
		w.mustExist("source.id", id, "Source")
		return nil
	}
	document, _ := given["document"].(map[string]any)
	d, err := w.document(document)
	if err != nil {
		return fault.Within("source.document", err)
	}
	if d.Audience == "" {
		if d.Audience, err = w.audienceOfInput(w.request.Input); err != nil { // a document's title may tell what the record that rests on it keeps to itself
			return err
		}
	}
	source, err := w.sourceOf("source.document", d, document)
	if err != nil {
		return fault.Within("source.document", err)
	}
	w.source, w.grounds = source.ID, 2
	w.paths[d.ID], w.paths[source.ID] = "source.document", "source.document"
	w.records = append(w.records, d, source)
	return nil
}

// groundDocument gives the document that the command has entered as its ground.
func (w *work) groundDocument() ledger.Record { return w.records[0] }

// today gives the day on which the command is done.
func (w *work) today() registry.Date { return registry.Today(w.now()) }
