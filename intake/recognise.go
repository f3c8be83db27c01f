package intake

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"partnernet/ledger"
	"partnernet/model"
	"partnernet/registry"
)

// Recognise gives a facts file's telling with the ids of the programmes, organisations, projects, participations, themes and what is
// identified otherwise (a decision by its case number, and the like) that the registry holds already from another source. Everything else
// keeps the id that its key gives it.
func (k *Known) Recognise(t ledger.Telling) ledger.Telling {
	r := &recognition{known: k, ids: map[string]string{}, records: map[string]ledger.Record{}}
	for _, record := range t.Records {
		r.records[record.ID] = record
	}
	kinds := []func(ledger.Record) string{r.programme, r.organisation, r.project, r.participation}
	for _, name := range identifiedInOrder {
		kinds = append(kinds, r.identified(name))
	}
	for _, kind := range kinds {
		numbers := map[string][]string{}
		for _, record := range t.Records {
			if id := kind(record); id != "" && !k.ids[record.ID] {
				numbers[id] = append(numbers[id], record.ID)
			}
		}
		for id, records := range numbers {
			if onlyID(records) != "" { // of several that may be the held one, nothing tells which is
				r.ids[onlyID(records)] = id
			}
		}
	}
	for code, theme := range k.themes {
		r.ids[ledger.DerivedID(themeKey(code))] = theme.id
	}
	return r.telling(t)
}

// telling gives a telling with the ids under which its records are, or will be, held.
func (r *recognition) telling(t ledger.Telling) ledger.Telling {
	t = t.Renamed(r.ids)
	for _, record := range t.Records {
		if record.Type == "Partnership" {
			record.Parts["parties"] = r.known.ordered(record.ID, record.Parts["parties"])
		}
	}
	return t
}

// ReadRecognised reads a facts file that somebody tells who may see what is for these audiences, with the ids of what the registry holds already as
// far as they see that. What the file itself has told before is found by another function, and is it whatever it has come to be called.
func ReadRecognised(m *model.Model) func(context.Context, ledger.Run, []int64, []byte, func(context.Context, ledger.Telling) (ledger.Telling, error)) (ledger.Telling, error) {
	return func(ctx context.Context, run ledger.Run, visible []int64, file []byte, before func(context.Context, ledger.Telling) (ledger.Telling, error)) (ledger.Telling, error) {
		telling, err := ReadFacts(m, file)
		if err != nil {
			return telling, err
		}
		if telling, err = before(ctx, telling); err != nil {
			return telling, err
		}
		known, err := ReadVisible(ctx, run, slices.Concat([]int64{}, visible)) // none, and not all, for somebody who sees nothing
		if err != nil {
			return telling, err
		}
		return known.Recognise(telling), nil
	}
}

// recognition is a telling being recognised. Its functions give the id of the record that the registry holds, "" for none.
type recognition struct {
	known   *Known
	ids     map[string]string // of those that are held, by the ids that the telling gives them
	records map[string]ledger.Record
}

// id gives the id under which a record is, or will be, held.
func (r *recognition) id(given string) string { return cmp.Or(r.ids[given], given) }

func (r *recognition) programme(record ledger.Record) string {
	name, _ := record.Values["name"].(string)
	if record.Type != "Programme" {
		return ""
	}
	return onlyID(r.known.programmes[ProgrammeKey(name)])
}

func (r *recognition) organisation(record ledger.Record) string {
	name, _ := record.Values["legalName"].(string)
	if record.Type != "Organisation" {
		return ""
	}
	for _, part := range record.Parts["identifiers"] {
		number := registry.Identifier{Scheme: registry.Scheme(fmt.Sprint(part.Values["scheme"])), Value: fmt.Sprint(part.Values["value"])}
		if id := r.known.numbers[number]; id != "" {
			return id
		}
	}
	return onlyID(r.known.organisations[name])
}

func (r *recognition) project(record ledger.Record) string {
	acronym, _ := record.Values["acronym"].(string)
	if record.Type != "Project" {
		return ""
	}
	period := registry.Period{From: dayOf(record, "plannedFrom"), To: dayOf(record, "plannedTo")}
	return r.known.project(acronym, r.linkedID(record, "programme"), period)
}

func (r *recognition) participation(record ledger.Record) string {
	role, _ := record.Values["role"].(string)
	if record.Type != "Participation" {
		return ""
	}
	return r.known.participation(r.linkedID(record, "project"), r.linkedID(record, "organisation"), role, true)
}

// linkedID gives the id of what a record's relation to one leads to, "" when it has none.
func (r *recognition) linkedID(record ledger.Record, field string) string {
	if targets := record.Links[field]; len(targets) > 0 {
		return r.id(targets[0])
	}
	return ""
}

func dayOf(record ledger.Record, field string) *registry.Date {
	if day, given := record.Values[field].(registry.Date); given {
		return &day
	}
	return nil
}
