package commands

import (
	"context"
	"maps"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/seal"
	"partnernet/stored"
)

// What is told of persons is sealed here, before it is written anywhere: what follows, the ledger and the history among it, has the sealed text alone.

func registerPerson(_ context.Context, w *work) error {
	r, err := w.create("Person", "person")
	if err != nil {
		return err
	}
	w.open(r.ID)
	return w.person(r, r.ID, nil)
}

func updatePerson(ctx context.Context, w *work) error {
	r, current, err := w.amendStored(ctx, "Person", "person")
	if err != nil {
		return err
	}
	if err := fault.Within("id", registry.CheckNotErased(stored.Day(current["erasedOn"]))); err != nil {
		return err
	}
	w.hide(registry.ForOrganisers)
	return w.person(r, r.ID, current["name"])
}

// person seals the name that the input gives, and asks that the review is a day to come.
func (w *work) person(r ledger.Record, subject string, current any) error {
	if on := stored.Day(r.Values["reviewOn"]); on != nil {
		if err := fault.Within("reviewOn", registry.CheckReview(*on, w.today())); err != nil {
			return err
		}
	}
	return w.seal(r, "name", subject, current)
}

func registerContact(ctx context.Context, w *work) error {
	r, err := w.create("Contact", "contact")
	if err != nil {
		return err
	}
	subject := r.ID
	if person := w.input("person"); person != "" {
		subject = person
		current, err := w.storedProperties(ctx, person)
		if err != nil {
			return err
		}
		if err := fault.Within("person", registry.CheckNotErased(stored.Day(current["erasedOn"]))); err != nil {
			return err
		}
	}
	return w.address(r, subject, nil)
}

func updateContact(ctx context.Context, w *work) error {
	r, current, err := w.amendContact(ctx)
	if err != nil {
		return err
	}
	if err := w.address(r, registry.SubjectOf(stored.Text(current["address"])), current["address"]); err != nil {
		return err
	}
	if _, other := r.Values["address"]; other && current["lastVerifiedOn"] != nil {
		r.Values["lastVerifiedOn"] = nil
	}
	return nil
}

func verifyContact(ctx context.Context, w *work) error {
	r, current, err := w.amendContact(ctx)
	if err != nil {
		return err
	}
	r.Values["lastVerifiedOn"] = w.dayOr("lastVerifiedOn", w.today())
	keepLater(r, current, "lastVerifiedOn")
	return nil
}

func endContact(ctx context.Context, w *work) error {
	r, _, err := w.amendContact(ctx)
	if err != nil {
		return err
	}
	r.Values["endedOn"] = w.dayOr("endedOn", w.today())
	return nil
}

// amendContact drafts a change of a contact that holds, and gives what is stored of it.
func (w *work) amendContact(ctx context.Context) (ledger.Record, map[string]any, error) {
	r, current, err := w.amendStored(ctx, "Contact", "contact")
	if err != nil {
		return r, nil, err
	}
	return r, current, fault.Within("id", registry.CheckContactHolds(stored.Day(current["erasedOn"]), stored.Day(current["endedOn"])))
}

// address seals the address that the input gives, and notes how it is used.
func (w *work) address(r ledger.Record, subject string, current any) error {
	if text, given := r.Values["address"].(string); given {
		channel, err := registry.ChannelOf(text)
		if err != nil {
			return fault.Within("address", err)
		}
		r.Values["channel"] = string(channel)
	}
	return w.seal(r, "address", subject, current)
}

// seal seals the text that the input gives for a field, with a subject's key. The text that is held already is no change.
func (w *work) seal(r ledger.Record, field, subject string, current any) error {
	value, given := r.Values[field]
	if !given {
		return nil
	}
	text, _ := value.(string)
	if err := registry.CheckText(text, true, registry.MaxName); err != nil {
		return fault.Within(field, err)
	}
	if current != nil {
		if was, err := w.keys.Open(stored.Text(current)); err != nil || was == text {
			delete(r.Values, field)
			return fault.Within(field, err)
		}
	}
	key, err := w.keyOf(subject)
	if err != nil {
		return err
	}
	r.Values[field], err = key.Seal(text)
	return err
}

// keyOf gives a subject's key. What the command makes or seals with is kept before it is final, and in a dry run not at all.
func (w *work) keyOf(subject string) (*seal.Key, error) {
	if key := w.used[subject]; key != nil {
		return key, nil
	}
	key, err := w.keys.Of(subject)
	if err == nil {
		w.used[subject] = key
	}
	return key, err
}

// keepKeys keeps the keys that the command has sealed with.
func (w *work) keepKeys() error {
	for _, key := range w.used {
		if err := w.keys.Keep(key); err != nil {
			return err
		}
	}
	return nil
}

// unsealed gives an input without the texts that tell of persons: with what these are looked up by instead.
func (c *Commands) unsealed(r Request) (map[string]any, error) {
	e := table[r.Name]
	if len(e.sealed) == 0 {
		return r.Input, nil
	}
	shown := maps.Clone(r.Input)
	for _, field := range e.sealed {
		if text, given := shown[field].(string); given {
			digest, err := c.keys.Digest(text)
			if err != nil {
				return nil, err
			}
			shown[field] = digest
		}
	}
	return shown, nil
}

// personal refuses to take back what is told of persons.
func personal(b belonging, command string) error {
	if !b.personal || command != "revertChange" && command != "revertCommand" {
		return nil
	}
	return fault.New(fault.Forbidden, "What is told of persons is not taken back: correct it with updatePerson or updateContact, or erase it with eraseSubject.")
}
