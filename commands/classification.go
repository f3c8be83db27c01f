package commands

import (
	"context"
	"fmt"
	"slices"

	"partnernet/fault"
)

// changeAudience changes for whom records are.
func changeAudience(ctx context.Context, w *work) error {
	records := texts(w.request.Input["records"])
	if len(records) == 0 {
		return fault.New(fault.BadInput, "Name a record at least.").In("records")
	}
	for i, id := range records {
		w.mustExist(fmt.Sprintf("records[%d]", i), id, w.classified()...)
	}
	audience, err := w.told(w.request.Input)
	if err != nil {
		return err
	}
	if err := w.meet(ctx); err != nil {
		return err
	}
	if err := w.mayClassify(ctx, records); err != nil {
		return err
	}
	w.results["records"] = records
	w.then = func(ctx context.Context) error {
		changes, err := w.page.Classify(ctx, records, audience, w.asked())
		if err != nil {
			return w.refused(err, "records")
		}
		w.changed(changes)
		return nil
	}
	return nil
}

// classified are the types of the records of which it is a coordinator's to say for whom they are.
func (w *work) classified() []string {
	return slices.DeleteFunc(slices.Clone(w.model.Type("Record").Possible), func(name string) bool {
		return slices.Contains([]string{"Account", "Change", "FormerRecord", "Grant", "Proposal"}, name)
	})
}

// mayClassify asks that the records are of networks of the actor's.
func (w *work) mayClassify(ctx context.Context, records []string) error {
	to, err := w.belong(ctx, records)
	if err != nil {
		return err
	}
	for i, id := range records {
		held, err := w.stored(ctx, id)
		if err != nil {
			return err
		}
		audience, err := w.audienceOf(ctx, held["audience"])
		if err != nil {
			return err
		}
		if !w.rights.Sight.MayClassify(audience, to[id].Belongs) {
			return fault.New(fault.Forbidden, "this belongs to no network of yours, and serves all. It is for a coordinator of all networks.").In(fmt.Sprintf("records[%d]", i))
		}
	}
	return nil
}
