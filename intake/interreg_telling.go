package intake

import (
	"cmp"
	"slices"

	"partnernet/ledger"
	"partnernet/registry"
)

// Telling gives all that a list tells as one entry for the ledger: its source, and its records with the ids of those that are known.
func (l *PartnerList) Telling(file SourceFile, known *Known) ledger.Telling {
	t := &listTelling{list: l, known: known, ids: map[string]string{}, areas: map[string]string{}, Telling: ledger.Telling{Apart: true}}
	t.source(file)
	for _, p := range l.Programmes {
		t.programme(p)
	}
	for _, a := range registry.NUTS3 {
		if a.Country == "SE" && l.Citations == nil { // a list of pairs names no county
			t.Records = append(t.Records, ledger.NUTSArea(a))
		}
	}
	for _, o := range l.Organisations {
		t.organisation(o)
	}
	t.projects(l.Projects)
	parts := map[string]int{}
	for _, p := range l.Participations {
		parts[p.Project+p.Organisation]++
	}
	for _, p := range l.Participations {
		t.participation(p, parts[p.Project+p.Organisation] == 1)
	}
	t.Places = map[string]string{}
	for _, r := range t.Records {
		t.Places[r.ID] = cmp.Or(r.Locators["legalName"], r.Locators["acronym"], r.Locators["role"])
	}
	return t.Telling
}

// listTelling is a telling being put together.
type listTelling struct {
	ledger.Telling
	list  *PartnerList
	known *Known
	ids   map[string]string // by the list's keys
	areas map[string]string // ids of the programme's areas, by folded name
}

// add adds a record under the list's key, with the known id or one derived from the key.
func (t *listTelling) add(key, knownID string, r ledger.Record) *ledger.Record {
	r.ID = cmp.Or(knownID, ledger.DerivedID(key))
	t.ids[key] = r.ID
	if r.Unknown == nil {
		r.Unknown = map[string]registry.Reason{}
	}
	if r.Locators == nil {
		r.Locators = map[string]string{}
	}
	t.Records = append(t.Records, r)
	return &t.Records[len(t.Records)-1]
}

func (t *listTelling) source(file SourceFile) {
	document, source := file.records("interreg", t.list.Title, "sv", t.known)
	t.Records, t.Source = append(t.Records, document, source), source.ID
}

func (t *listTelling) programme(p ListedProgramme) {
	known := onlyID(t.known.programmes[p.Key])
	r := ledger.Record{Type: "Programme", Unknown: map[string]registry.Reason{"cci": registry.NotInSource, "managingOrganisation": registry.NotInSource}}
	named := t.list.Citations == nil // a list of pairs is of one programme, and does not name it
	if known == "" || named && known == ledger.DerivedID(p.Key) {
		r.Values = map[string]any{"name": p.Name}
	}
	t.add(p.Key, known, r)
}

func (t *listTelling) organisation(o ListedOrganisation) {
	r := t.add(o.Key, onlyID(t.known.organisations[o.Name]), ledger.Record{Type: "Organisation", Values: map[string]any{"legalName": o.Name}})
	setField(t, r, "country", o.Country)
	setField(t, r, "sectorType", o.SectorType)
	for _, field := range []string{"identifiers", "sizeClass", "legalForm"} {
		r.Unknown[field] = registry.NotInSource
	}
	t.place(r, o.NUTS)
}

// place gives an organisation its area. The places of one that rows place differently become claims.
func (t *listTelling) place(r *ledger.Record, nuts SourceValue[string]) {
	if nuts.Value != nil {
		r.Parts = map[string][]ledger.Part{"location": {{Links: map[string][]string{"nuts": {ledger.NUTSAreaID(*nuts.Value)}}}}}
		r.Locators["location"] = t.list.locator(nuts.allRows())
		return
	}
	r.Unknown["location"] = nuts.Unknown
	for _, reading := range nuts.Readings {
		r.Claims = append(r.Claims, ledger.Claim{Field: "location", Value: reading.Text, Locator: t.list.locator(reading.Rows)})
	}
}

// projects adds the projects. A known one that several of the list may be is taken for none of them: nothing tells for which.
func (t *listTelling) projects(listed []ListedProject) {
	known, claimants := make([]string, len(listed)), map[string]int{}
	for i, p := range listed {
		period := registry.Period{From: p.From.outermost(registry.Date.Before), To: p.To.outermost(registry.Date.After)}
		known[i] = t.known.project(p.Title, t.ids[p.Programme], period)
		claimants[known[i]]++
	}
	for i, p := range listed {
		if claimants[known[i]] > 1 {
			known[i] = ""
		}
		t.project(p, known[i])
	}
}

func (t *listTelling) project(p ListedProject, known string) {
	rows, area := t.list.locator(p.Rows), ""
	if p.Area != "" {
		area = t.subArea(p.Area)
	}
	r := t.add(p.Key, known, ledger.Record{Type: "Project", Values: map[string]any{"acronym": p.Title},
		Links: map[string][]string{"programme": {t.ids[p.Programme]}}, Locators: map[string]string{"acronym": rows, "programme": rows}})
	setField(t, r, "projectType", p.Type)
	setField(t, r, "plannedFrom", p.From)
	setField(t, r, "plannedTo", p.To)
	if len(p.Total.Readings) > 0 {
		setField(t, r, "totalBudget", p.Total)
	}
	if p.Area != "" {
		r.Links["areas"], r.Locators["areas"] = []string{area}, rows
	}
}

// subArea gives the id of a part of the programme's area: the one area of that name which the registry holds, or a new one.
func (t *listTelling) subArea(name string) string {
	folded := registry.Fold(name)
	if t.areas[folded] == "" {
		t.areas[folded] = onlyID(t.known.areas[folded])
	}
	if t.areas[folded] == "" {
		r := t.add(naturalKey("area", folded), "", ledger.Record{Type: "Area", Values: map[string]any{"name": name, "codeSystem": "OTHER"}})
		t.areas[folded] = r.ID
	}
	return t.areas[folded]
}

func (t *listTelling) participation(p ListedParticipation, listedOnce bool) {
	project, organisation := t.ids[p.Project], t.ids[p.Organisation]
	r := t.add(p.Key, t.known.participation(project, organisation, p.Role, listedOnce), ledger.Record{Type: "Participation",
		Values: map[string]any{"role": p.Role}, Links: map[string][]string{"project": {project}, "organisation": {organisation}},
		Locators: map[string]string{"role": t.list.locator(p.Rows)}})
	setField(t, r, "country", p.Country)
	setField(t, r, "budget", p.Budget)
	r.Unknown["validFrom"], r.Unknown["validTo"] = registry.NotInSource, registry.NotInSource
}

// setField gives a record what rows tell of a field: the value they agree on, or the reason why there is none and their claims.
func setField[T comparable](t *listTelling, r *ledger.Record, field string, value SourceValue[T]) {
	if value.Value != nil {
		r.Values[field], r.Locators[field] = *value.Value, t.list.locator(value.allRows())
		return
	}
	r.Unknown[field] = value.Unknown
	for _, reading := range value.Readings {
		claim := ledger.Claim{Field: field, Value: reading.Text, Locator: t.list.locator(reading.Rows)}
		if reading.Value != nil {
			claim.Value = *reading.Value
		}
		r.Claims = append(r.Claims, claim)
	}
}

// allRows gives every row that tells the field.
func (t SourceValue[T]) allRows() Rows {
	var all Rows
	for _, r := range t.Readings {
		all = append(all, r.Rows...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// outermost gives the value that rows tell beyond all others, so that a period whose rows disagree keeps its whole extent.
func (t SourceValue[T]) outermost(further func(a, b T) bool) *T {
	var found *T
	for _, r := range t.Readings {
		if r.Value != nil && (found == nil || further(*r.Value, *found)) {
			found = r.Value
		}
	}
	return found
}
