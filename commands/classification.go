package commands

import (
	"context"
	"fmt"
	"slices"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/stored"
)

// changeAudience changes for whom records are.
func changeAudience(ctx context.Context, w *work) error {
	records := stored.Texts(w.request.Input["records"])
	if len(records) == 0 {
		return fault.New(fault.BadInput, "Name a record at least.").In("records")
	}
	for i, id := range records {
		w.mustExist(fmt.Sprintf("records[%d]", i), id, w.classified()...)
	}
	audience, err := w.audienceOfInput(w.request.Input)
	if err != nil {
		return err
	}
	if err := w.checkNeeded(ctx); err != nil {
		return err
	}
	if err := w.mayClassify(ctx, records, audience); err != nil {
		return err
	}
	records = once(records)
	w.results["records"] = records
	w.then = func(ctx context.Context) error {
		changes, err := w.page.Classify(ctx, records, audience, w.groundOfRequest())
		if err != nil {
			return w.refused(err, "records")
		}
		w.changed(changes)
		return nil
	}
	return nil
}

// once gives ids, each once, in the order in which they are named first.
func once(ids []string) []string {
	var all []string
	for _, id := range ids {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// classified are the types of the records of which it is a coordinator's to say for whom they are.
func (w *work) classified() []string {
	return slices.DeleteFunc(slices.Clone(w.model.Type("Record").Possible), func(name string) bool {
		return slices.Contains([]string{"Account", "Change", "FormerRecord", "Grant", "Proposal"}, name)
	})
}

// mayClassify asks that the records are of networks of the actor's, and that no other network loses what is its own.
func (w *work) mayClassify(ctx context.Context, records []string, next registry.Audience) error {
	to, err := w.readBelonging(ctx, records)
	if err != nil {
		return err
	}
	for i, id := range records {
		properties, err := w.storedProperties(ctx, id)
		if err != nil {
			return err
		}
		current, err := w.audienceOf(ctx, properties["audience"])
		if err != nil {
			return err
		}
		if err := registry.CheckClassified(w.rights.Sight, current, next, to[id].Belongs); err != nil {
			return fault.Within(fmt.Sprintf("records[%d]", i), err)
		}
	}
	return nil
}
