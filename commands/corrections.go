package commands

import (
	"context"
	"maps"
	"slices"

	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// wholeRecord is a record that is entered or corrected, with all that it holds once its draft is written: the rules of a type are asked of this,
// so that a correction cannot bring about what the command that enters such a record refuses.
type wholeRecord struct {
	ledger.Record
	current map[string]any      // what is stored before; nothing of a new one
	values  map[string]any      // what will be
	led     map[string][]string // by field: the records that it leads to before
	leads   map[string][]string // and then
}

// entered gives a new record whole.
func entered(r ledger.Record) wholeRecord {
	return wholeRecord{Record: r, values: r.Values, leads: r.Links}
}

// leadsElsewhere says whether a field leads elsewhere than before.
func (s wholeRecord) leadsElsewhere(field string) bool {
	return !slices.Equal(s.led[field], s.leads[field])
}

// correct drafts a record as the input corrects it. A list that the input gives is whole: what it leaves out is led to no more, save what
// the actor may not see.
func (w *work) correct(ctx context.Context, typeName, result string) (wholeRecord, error) {
	r, current, err := w.amendStored(ctx, typeName, result)
	if err != nil {
		return wholeRecord{}, err
	}
	s := wholeRecord{Record: r, current: current, led: map[string][]string{}, leads: map[string][]string{}}
	rows, err := w.readRows(ctx, `
MATCH (r:Record {id: $id})-[link]->(other:Record)
RETURN {type: type(link), id: other.id, visible: other`+stored.Visible+`} AS row
ORDER BY row.id`, map[string]any{"id": r.ID, "visible": w.rights.Visible})
	if err != nil {
		return s, err
	}
	if err := w.enterNested(ctx, r, "", w.request.Input); err != nil {
		return s, err
	}
	draft := &w.records[slices.IndexFunc(w.records, func(drafted ledger.Record) bool { return drafted.ID == r.ID })]
	for _, f := range w.model.Type(typeName).Fields() {
		if f.Kind != model.Relationship || f.Direction != "OUT" {
			continue
		}
		_, given := w.request.Input[f.Name]
		if given && f.List {
			draft.Released = append(draft.Released, f.Name)
		}
		s.link(f, rows, given)
	}
	s.Released = draft.Released
	s.values = maps.Clone(current)
	maps.Copy(s.values, r.Values)
	return s, nil
}

// link takes down where a field leads before and then.
func (s wholeRecord) link(f *model.Field, rows []map[string]any, given bool) {
	for _, row := range rows {
		if stored.Text(row["type"]) != f.RelType {
			continue
		}
		id := stored.Text(row["id"])
		s.led[f.Name] = append(s.led[f.Name], id)
		if given && f.List && row["visible"] != true && !slices.Contains(s.Links[f.Name], id) {
			s.Links[f.Name] = append(s.Links[f.Name], id)
		}
	}
	s.leads[f.Name] = s.led[f.Name]
	if given {
		s.leads[f.Name] = s.Links[f.Name]
	}
}

// singleLink gives the record that a field leads to then, "" for none.
func (s wholeRecord) singleLink(field string) string {
	if ids := s.leads[field]; len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// checkNotEmptied asks that the input does not give fields as null which the command that enters such a record requires.
func (w *work) checkNotEmptied(fields ...string) error {
	for _, field := range fields {
		if value, given := w.request.Input[field]; given && value == nil {
			return emptied(field)
		}
	}
	return nil
}

// emptied is the fault of a field that is given as null and cannot be.
func emptied(field string) error {
	return fault.New(fault.BadInput, "it cannot be without a value. Leave it out to keep it as it is.").In(field).Breaking(registry.RuleRequired)
}

// restates drafts where a relation stands, and since when, of which the state or the last day is told.
func (w *work) restates(s wholeRecord) error {
	was, is := registry.RelationState(stored.Text(s.current["state"])), registry.RelationState(stored.Text(s.values["state"]))
	if err := registry.CheckProposed(was, is); err != nil {
		return fault.Within("state", err)
	}
	draftEnd(s)
	return w.rests(s)
}

// draftEnd drafts what is known of the end of a relation of which the state or the last day is told.
func draftEnd(s wholeRecord) {
	_, state := s.Values["state"]
	_, last := s.Values["validTo"]
	if state || last {
		stands, on := registry.RelationState(stored.Text(s.values["state"])), stored.Day(s.values["validTo"])
		switch stood := registry.RelationState(stored.Text(s.current["state"])); {
		case stands == registry.Ended && stood != "" && stood != registry.Ended:
			s.Values["stateBeforeEnd"] = string(stood)
		case stands != registry.Ended && stood == registry.Ended:
			s.Values["stateBeforeEnd"] = nil
		}
		s.Values["endStatus"] = nil
		if end := registry.EndOf(stands, on); end != "" {
			s.Values["endStatus"] = string(end)
		}
	}
}

// rests drafts since when a relation rests of which the state is told: when it comes to rest, from today unless the input says otherwise.
func (w *work) rests(s wholeRecord) error {
	is, was := registry.RelationState(stored.Text(s.values["state"])), registry.RelationState(stored.Text(s.current["state"]))
	stood := registry.Stood(was, registry.RelationState(stored.Text(s.current["stateBeforeEnd"])))
	_, given := w.request.Input["pausedSince"]
	switch from := registry.RestsFrom(stood, is); {
	case from != "":
		s.Values["stateBeforePause"] = string(from)
		if !given {
			s.Values["pausedSince"] = w.today()
			return fault.Within("state", registry.CheckRestsFromToday(stored.Day(s.values["validTo"]), w.today()))
		}
	case stood == registry.Paused && is != registry.Paused && is != registry.Ended:
		s.Values["stateBeforePause"] = nil
		if !given {
			s.Values["pausedSince"] = nil
		}
	}
	return nil
}

// turnsOut carries through that an application or award stands on another footing than was recorded. What has followed from the wrong one
// already is for its own commands to take back.
func (w *work) turnsOut(ctx context.Context, id string, was, is registry.Footing) error {
	if was == is {
		return nil
	}
	awards, err := ledger.Dependents(ctx, w.readRows, []string{id})
	if err != nil {
		return err
	}
	if err := registry.CheckNothingFollowed(id, was, awards); err != nil {
		return err
	}
	return w.settle(ctx, id, is)
}

// restands drafts the state that a correction brings an award to, and carries through what follows. The field is the one that was corrected.
func (w *work) restands(ctx context.Context, field, award string, was, is registry.AwardState) error {
	if was == is {
		return nil
	}
	w.follows(award, is)
	return fault.Within(field, w.turnsOut(ctx, award, was.Footing(), is.Footing()))
}
