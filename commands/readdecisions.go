package commands

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"partnernet/decisions"
	"partnernet/fault"
	"partnernet/ledger"
	"partnernet/registry"
	"partnernet/stored"
)

// CheckMayImport refuses to have a decision read for somebody whose roles do not let them import one.
func CheckMayImport(roles []registry.GrantedRole) error {
	for _, role := range roles {
		if slices.Contains(kept, role.Role) {
			return nil
		}
	}
	return fault.New(fault.Forbidden, "You may not do this. It is for %s.", whoMay(kept, belonging{}))
}

// draftOf reads the decision that comes with a command and corrects what was read, nil when none comes. It is read before the command's turn to
// write, so that nobody waits for that.
func draftOf(ctx context.Context, r Request) (*decisions.Draft, error) {
	file, ok := r.Input["file"].(File)
	if !ok || r.Name != "importDecision" {
		return nil, nil
	}
	draft, err := decisions.Read(ctx, file.Content, file.Size)
	if err != nil {
		return nil, fault.Within("file", err)
	}
	var corrections []decisions.Correction
	for _, given := range objects(r.Input["corrections"]) {
		c := decisions.Correction{Fact: stored.Text(given["fact"]), Kind: stored.Text(given["kind"])}
		c.LeftOut, _ = given["leaveOut"].(bool)
		for _, value := range objects(given["values"]) {
			c.Values = append(c.Values, decisions.Given{Field: stored.Text(value["field"]), Words: stored.Text(value["value"])})
		}
		if at, ok := given["at"].(map[string]any); ok {
			c.At = &decisions.Place{Page: int(stored.Number(at["page"])), From: int(stored.Number(at["from"])), To: int(stored.Number(at["to"]))}
		}
		corrections = append(corrections, c)
	}
	return draft.Corrected(corrections)
}

// importDecision records what a decision says, by the places in its text. It adds to what is held. What is held and others' to keep is led to, and not told anything.
func importDecision(ctx context.Context, w *work) error {
	described := ledger.Record{}
	if err := w.audience(&described, w.request.Input); err != nil {
		return err
	}
	file, err := w.draft.FactsFile(string(registry.ForEveryone.Class()), w.request.KeepTexts)
	if err != nil {
		return fault.Wrap(fault.Internal, err, "The facts of the decision could not be written.")
	}
	if err := file.Needed(); err != nil {
		return err
	}
	before := func(ctx context.Context, t ledger.Telling) (ledger.Telling, error) {
		return w.toldBefore(ctx, w.draft.SHA256, t)
	}
	telling, err := w.request.Facts(ctx, w.page.Run, w.rights.Visible, file.Text, before)
	if fault.CodeOf(err) == fault.BadInput {
		return fault.Within("corrections", err) // what is read by itself is a facts file
	}
	if err != nil {
		return err
	}
	d := &decisionTelling{work: w, file: file, places: map[string]string{}}
	if err := d.settle(ctx, telling, described.Audience); err != nil {
		return err
	}
	w.records, w.adds, w.source, w.placeOf, w.recorded = append(w.records, d.records...), true, d.source, d.placeOf, d.became
	return nil
}

// decisionTelling is what a decision tells, as the registry will hold it.
type decisionTelling struct {
	*work
	file    decisions.FactsFile
	source  string
	records []ledger.Record
	rests   map[string]map[string]string // by id and field, the fact that tells it
	places  map[string]string            // where in the input a fact is corrected, by the fact's id
}

// settle finds out what of a telling is held, as far as the actor may see it and change it.
func (d *decisionTelling) settle(ctx context.Context, telling ledger.Telling, audience registry.Audience) error {
	for i := range telling.Records {
		telling.Records[i].Audience = audience
	}
	ids := make([]string, len(telling.Records))
	for i, r := range telling.Records {
		ids[i] = r.ID
	}
	held, err := d.held(ctx, ids)
	if err != nil {
		return err
	}
	telling = telling.Renamed(d.newIDs(telling, held))
	d.source, d.rests = telling.Source, map[string]map[string]string{}
	for i, rests := range d.file.Rests {
		d.rests[telling.Records[i+1].ID] = rests // the first record is the source
	}
	for i, c := range objects(d.request.Input["corrections"]) {
		d.places[stored.Text(c["fact"])] = fmt.Sprintf("corrections[%d].values", i)
	}
	d.records, err = d.own(ctx, telling.Records, held)
	return err
}

// shared are the types of what decisions have in common. What of them is held and others' to keep is led to and not told anything; everything else that
// a decision tells belongs to its project.
var shared = []string{"Organisation", "Network", "Programme", "Area", "Document", "LegalBasis", "BudgetLine", "Strategy"}

// own leaves out what is held and not the actor's to keep. What belongs to a project that is not makes all of it FORBIDDEN.
func (d *decisionTelling) own(ctx context.Context, records []ledger.Record, held map[string]bool) ([]ledger.Record, error) {
	to, err := d.readBelonging(ctx, slices.Sorted(maps.Keys(held)))
	if err != nil {
		return nil, err
	}
	var all []ledger.Record
	roles, foreign := d.rights.GrantedRoles(), false
	for _, r := range records {
		b, there := to[r.ID]
		mine := !held[r.ID] || there && kept.AllowsAny(roles, b.Belongs)
		switch {
		case mine:
			all = append(all, r)
		case !slices.Contains(shared, r.Type):
			return nil, fault.New(fault.Forbidden, "You may not do this to what is not yours. It is for %s.", whoMay(kept, b)).At("file")
		default:
			foreign = foreign || r.Type == "Network"
		}
	}
	for _, r := range all {
		if foreign && r.Type == "Network" {
			delete(r.Links, "counterparts") // which both networks' coordinators say by linkCounterparts
		}
	}
	return all, nil
}

// placeOf gives where in the input stands what a rule refuses of a record: in the correction that tells it, or else in the file.
func (d *decisionTelling) placeOf(id, field string) string {
	if place := d.places[d.rests[id][field]]; place != "" {
		return place
	}
	return "file"
}

// became takes down what was recorded.
func (d *decisionTelling) became(outcome ledger.Outcome) {
	for _, r := range d.records {
		switch r.Type {
		case "Decision":
			d.results["decision"] = r.ID
		case "Project":
			d.results["project"] = r.ID
		}
	}
	d.results["source"], d.results["leftOut"] = d.source, slices.Concat([]string{}, d.file.Left)
	types := slices.Collect(maps.Keys(outcome.Created))
	types = slices.AppendSeq(slices.AppendSeq(types, maps.Keys(outcome.Changed)), maps.Keys(outcome.Same))
	slices.Sort(types)
	counts := []any{}
	for _, name := range slices.Compact(types) {
		counts = append(counts, map[string]any{"type": name, "created": outcome.Created[name], "changed": outcome.Changed[name], "same": outcome.Same[name]})
	}
	differ := []any{}
	for _, x := range outcome.Disagreements {
		differ = append(differ, map[string]any{"type": x.Type, "record": x.ID, "field": x.Field, "held": x.Current, "told": x.Given})
	}
	d.results["counts"], d.results["disagreements"] = counts, differ
}
