// Package commands is what coordinators do: each command checks the domain's rules and records its changes with their ground, all of it or nothing.
package commands

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"time"

	"github.com/google/uuid"

	"partnernet/access"
	"partnernet/audit"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/limits"
	"partnernet/mail"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/rules"
	"partnernet/seal"
)

// Commands runs commands on one registry.
type Commands struct {
	ledger *ledger.Ledger
	model  *model.Model
	keys   *seal.Keys   // of the persons of whom something is kept
	mail   *mail.Server // that takes messages to contacts
	now    func() time.Time

	messages *limits.Often[string] // by the accounts that send them
}

// New makes the commands of a registry. Every mutation of the schema must have its command, and every command its mutation.
func New(l *ledger.Ledger, m *model.Model, keys *seal.Keys, post *mail.Server, now func() time.Time) (*Commands, error) {
	return &Commands{ledger: l, model: m, keys: keys, mail: post, now: now, messages: limits.NewOften[string](messagesAtOnce, messagePause, now)}, check(m)
}

// Request is one command as it was asked.
type Request struct {
	Name  string         // of the mutation
	Input map[string]any // coerced; a field given as null is there with nil
	Actor string
	// Facts reads a facts file and recognises what of it is held.
	Facts FactsReader
	// KeepTexts says that sentences of decisions may be kept.
	KeepTexts bool
	// Known gives what the actor may see and do as far as is known, by which the command may ask before its turn has come.
	Known func(ctx context.Context) (access.Rights, error)
	// Rights gives what the actor may see and do, as the transaction finds it.
	Rights func(ctx context.Context, p *ledger.Page) (access.Rights, error)
	// Find gives the question which of these exist for the actor, by the rule of all reads. It has a row for each that does: a list of its
	// place among those sought, the label of its type and its stored properties.
	Find func(r access.Rights, sought []Sought) (text string, params map[string]any, err error)
	// Belongs gives the question to whom records belong, with a row, belongs, for each that exists for the actor.
	Belongs func(r access.Rights, ids []string) (text string, params map[string]any, err error)
	// Answer reads the payload from the ids of what was written, by the payload's field names, before it is final.
	Answer func(ctx context.Context, p *ledger.Page, r access.Rights, results map[string]any) error
}

// dryRun says whether the command is to leave nothing.
func (r Request) dryRun() bool {
	dryRun, _ := r.Input["dryRun"].(bool)
	return dryRun
}

// FactsReader reads a facts file that somebody tells who may see what is for these audiences, with the ids of what the registry holds already as far as
// they see that: first of what the file has told before, which another function finds. What is wrong with the file is BAD_INPUT.
type FactsReader func(ctx context.Context, run ledger.Run, visible []int64, file []byte, before func(context.Context, ledger.Telling) (ledger.Telling, error)) (ledger.Telling, error)

// Sought is a record that a command is asked about: of one of the types.
type Sought struct {
	ID    string
	Types []string
}

// listTime is what a list may take at least, which is written in one transaction: so much less than what clients wait that they are told.
const listTime = 100 * time.Second

// A command checks its rules and drafts what it changes. What it returns is a fault about the input. It may be run several times, and before its turn, too, up to
// what it asks first: until then it leaves nothing outside its work.
type command func(ctx context.Context, w *work) error

// Do runs a command: in its turn after all other writers, once for each idempotencyKey, and with dryRun without leaving anything.
func (c *Commands) Do(ctx context.Context, r Request) error {
	return inArgument(c.doOnce(ctx, r))
}

func (c *Commands) doOnce(ctx context.Context, r Request) error {
	keyed, err := c.newKey(r)
	if err != nil {
		return err
	}
	list, err := listOf(r)
	if err != nil {
		return err
	}
	draft, err := draftOf(ctx, r)
	if err != nil {
		return err
	}
	seed, err := uuid.NewV7() // new ids are derived from it, so that a second try writes the same records
	if err != nil {
		return fault.Wrap(fault.Internal, err, "The registry could not make an id.")
	}
	entry := c.ledger
	if list != nil {
		entry = entry.Patient(listTime)
	}
	begun := work{Commands: c, request: r, list: list, draft: draft, seed: seed, event: audit.At(c.now(), "", "", "")}
	err = c.enter(ctx, entry, keyed, begun)
	if errors.Is(err, errForOthersToo) {
		err = c.putToOthers(ctx, entry, keyed, begun)
	}
	if e := table[r.Name]; err == nil && e.erases {
		_, err = DropErased(ctx, c.ledger, c.keys)
	}
	if list != nil && fault.CodeOf(err) == fault.TooCostly {
		return fault.Wrap(fault.TooCostly, err, "The list needs more memory than the database gives to one transaction. Divide it, or give the database more memory.").At("file")
	}
	return err
}

// enter does a command as one entry. Of a list, the rows that break rules of the register are refused, and it is entered anew without them:
// what has been written once is taken back as a whole.
func (c *Commands) enter(ctx context.Context, entry *ledger.Ledger, keyed key, begun work) error {
	for refused := -1; ; {
		var w *work
		first, err := begun.askFirst(ctx)
		if err != nil {
			return err
		}
		err = entry.WriteOnce(ctx, keyed.key, first, func(ctx context.Context, p *ledger.Page) error {
			tried := w
			w = begun.anew(p)
			if tried != nil { // the database may have done it, and only its answer was lost: then this try finds it done
				w.finally = tried.finally
			}
			return w.do(ctx, keyed)
		})
		found, is := errors.AsType[*rules.Broken](err)
		if err == nil && w.finally != nil {
			return w.finally(ctx)
		}
		if begun.list == nil || !is || w.refusedRows <= refused {
			return err
		}
		refused, begun.broken = w.refusedRows, append(begun.broken, found.Violations...)
	}
}

// do does the command, unless it was done before under its key, and answers.
func (w *work) do(ctx context.Context, keyed key) (err error) {
	if w.rights, err = w.request.Rights(ctx, w.page); err != nil {
		return err
	}
	if err := w.checkPermission(ctx); err != nil {
		return err
	}
	if err := w.mayOpen(); err != nil {
		return err
	}
	w.by = w.role()
	replayed, err := keyed.replay(w.page)
	if err != nil {
		return err
	}
	if replayed != nil {
		if w.request.dryRun() { // it says what sending the command again would say, and leaves nothing to take back
			replayed["command"] = nil
		}
		return w.request.Answer(ctx, w.page, w.rights, replayed)
	}
	if w.sides != nil && w.trial == nil {
		return errForOthersToo
	}
	if err := w.run(ctx); err != nil {
		return err
	}
	if w.trial != nil && !w.trial.over {
		return w.tried()
	}
	if err := keyed.storeResults(w.page, w.results); err != nil {
		return err
	}
	if err := w.audit(ctx); err != nil {
		return err
	}
	if err := w.answer(ctx); err != nil {
		return err
	}
	if w.request.dryRun() {
		return ledger.ErrDryRun
	}
	return w.keepKeys()
}

// anew gives the same work before anything is done, on a page.
func (w work) anew(p *ledger.Page) *work {
	w.page, w.results, w.current, w.labels = p, map[string]any{}, map[string]map[string]any{}, map[string]string{}
	w.paths, w.about, w.used = map[string]string{}, map[string]string{}, map[string]*seal.Key{}
	return &w
}

// key tells one sending of a command from another.
type key struct {
	key     string
	content string // a digest of what was asked: the same key with another content is a mistake
}

// newKey takes the client's idempotencyKey, or makes one that only the server's own second try will use.
func (c *Commands) newKey(r Request) (key, error) {
	input, err := c.unsealed(r)
	if err != nil {
		return key{}, err
	}
	if r.dryRun() { // the same is asked, whether or not it is only tried
		input = maps.Clone(input)
		input["dryRun"] = false
	}
	text, err := json.Marshal(plainValues(input))
	if err != nil {
		return key{}, fault.Wrap(fault.Internal, err, "The command could not be read.")
	}
	digest := sha256.Sum256(text)
	k := key{key: "once " + uuid.NewString(), content: r.Name + " " + hex.EncodeToString(digest[:])}
	if given, ok := r.Input["idempotencyKey"].(string); ok {
		k.key = r.Actor + "\n" + given // no name has a line break, so that no other pair gives the same
		return k, fault.Within("idempotencyKey", registry.CheckText(given, true, registry.MaxKey))
	}
	return k, nil
}

// replay gives the results of a command that was done under this key before, nil when none was.
func (k key) replay(p *ledger.Page) (map[string]any, error) {
	earlier := p.Earlier()
	if earlier == nil {
		return nil, nil
	}
	if earlier.Content != k.content {
		return nil, fault.New(fault.Conflict, "This idempotencyKey was used for another command. Use a new key for each command.").At("idempotencyKey")
	}
	var results map[string]any
	if err := json.Unmarshal([]byte(earlier.Results), &results); err != nil {
		return nil, fault.Wrap(fault.Internal, err, "What this command did before could not be read.")
	}
	return results, nil
}

// storeResults has what was done be remembered under the key.
func (k key) storeResults(p *ledger.Page, results map[string]any) error {
	text, err := json.Marshal(results)
	if err != nil {
		return fault.Wrap(fault.Internal, err, "What the command did could not be kept.")
	}
	p.Keep(ledger.Kept{Content: k.content, Results: string(text)})
	return nil
}
