package commands_test

import (
	"maps"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// newTheme registers a theme below another, or at the top.
func newTheme(w register.World, code, broader string) string {
	w.T.Helper()
	input := object{"code": code, "labelEn": "About " + code}
	if broader != "" {
		input["broader"] = object{"code": broader}
	}
	return w.Make("registerTheme", input, "theme")
}

// newNeed records a need about energy.
func newNeed(w register.World, stakeholder string) string {
	w.T.Helper()
	return w.Make("recordNeed", object{"statement": "Reservkraft", "stakeholder": stakeholder, "theme": object{"code": "energy"}}, "need")
}

// newOffer records an offer about energy.
func newOffer(w register.World, organisation string) string {
	w.T.Helper()
	return w.Make("recordOffer", object{"statement": "Aggregater", "organisation": organisation, "theme": object{"code": "energy"}}, "offer")
}

// of gives one record of a payload.
func of(payload object, name string) object { return payload[name].(object) }

func TestANeedIsRecordedKeptAndClosed(t *testing.T) {
	w := register.New(t)
	region := w.Make("registerOrganisation", object{"legalName": "Region", "country": "SE"}, "organisation")
	energy, reserve := newTheme(w, "energy", ""), newTheme(w, "reserve-power", "energy")
	source := object{"id": w.Make("recordDocument", object{"title": "Answers"}, "source")}
	mapping := w.Make("planNeedsMapping", object{"title": "Survey", "method": "SURVEY"}, "needsMapping")
	w.Command("recordNeed", object{"statement": "x", "stakeholder": region, "foundIn": mapping}, "changes { id }").Fails("CONFLICT", "mapping-state", "input.foundIn")
	held := w.Command("holdNeedsMapping", object{"id": mapping}, "needsMapping { state heldOn method }").Good()
	if diff := cmp.Diff(object{"state": "HELD", "heldOn": register.DayFrom(0), "method": "SURVEY"}, of(held, "needsMapping")); diff != "" {
		t.Error(diff)
	}
	const known = "need { statement urgency country state stateSince validFrom expiresOn theme { code } foundIn { title } stakeholder { ... on Organisation { legalName } } } changes { fields { name before after } }"
	recorded := w.Command("recordNeed", object{"statement": "Reservkraft vid långa avbrott", "stakeholder": region, "theme": object{"code": "energy"}, "urgency": "HIGH",
		"foundIn": mapping, "source": source}, "need { id }").Good()
	id := of(recorded, "need")["id"]
	want := object{"statement": "Reservkraft vid långa avbrott", "urgency": "HIGH", "country": "SE", "state": "OPEN", "stateSince": nil, "validFrom": register.DayFrom(0),
		"expiresOn": register.DayFrom(364), "theme": object{"code": "energy"}, "foundIn": object{"title": "Survey"}, "stakeholder": object{"legalName": "Region"}}
	for _, step := range []struct {
		why, command string
		input        object
		after        object
		changes      []any
	}{
		{"more precise", "updateNeed", object{"theme": object{"code": "reserve-power"}, "urgency": nil}, object{"theme": object{"code": "reserve-power"}, "urgency": nil},
			[]any{object{"fields": []any{register.Change("urgency", "HIGH", nil), register.Change("theme", energy, reserve)}}}},
		{"said again", "updateNeed", object{"theme": object{"code": "reserve-power"}}, object{}, []any{}},
		{"renewed", "renewNeed", object{"expiresOn": register.DayFrom(500)}, object{"expiresOn": register.DayFrom(500)}, []any{object{"fields": []any{register.Change("expiresOn", register.DayFrom(364), register.DayFrom(500))}}}},
		{"found to hold no longer", "closeNeed", object{"outcome": "EXPIRED", "on": register.DayFrom(0)}, nil, nil},
	} {
		step.input["id"], step.input["source"] = id, source
		answer := w.Command(step.command, step.input, known)
		if step.after == nil {
			answer.Fails("BAD_INPUT", "period-order", "input.on") // it would never have held
			continue
		}
		maps.Copy(want, step.after)
		got := answer.Good()
		if diff := cmp.Diff(want, of(got, "need")); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
		if diff := cmp.Diff(step.changes, got["changes"]); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	met := w.Command("closeNeed", object{"id": id, "outcome": "MET"}, known).Good()
	if got := of(met, "need"); got["state"] != "MET" || got["stateSince"] != register.DayFrom(0) {
		t.Errorf("it is met, and %v", got)
	}
	for _, again := range []struct {
		command string
		input   object
		field   string
	}{{"closeNeed", object{"outcome": "WITHDRAWN"}, "input.on"}, {"renewNeed", object{"expiresOn": register.DayFrom(900)}, "input.expiresOn"}} {
		again.input["id"] = id
		w.Command(again.command, again.input, "changes { id }").Fails("CONFLICT", "standing-closed", again.field)
	}
}

// Where a need or an offer stands is true of the day that is asked about, and lists, conditions and counts go by that.
func TestWhatStandsOnADay(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	newTheme(w, "energy", "")
	from := object{"validFrom": register.DayFrom(-100), "expiresOn": register.DayFrom(-10)}
	need := func(statement string) string {
		return w.Make("recordNeed", register.Merged(from, object{"statement": statement, "stakeholder": a, "theme": object{"code": "energy"}}), "need")
	}
	need("expired")
	renewed, met := need("renewed"), need("met")
	w.Command("renewNeed", object{"id": renewed, "expiresOn": register.DayFrom(100)}, "changes { id }").Good()
	w.Command("closeNeed", object{"id": met, "outcome": "MET", "on": register.DayFrom(-20)}, "changes { id }").Good()
	offer := w.Make("recordOffer", object{"statement": "paused", "organisation": b, "validFrom": register.DayFrom(-100)}, "offer")
	w.Command("pauseOffer", object{"id": offer, "on": register.DayFrom(-5)}, "changes { id }").Good()

	const query = `query($on: Date) {
  needs(asOf: $on) { nodes { statement state } facets { state { value count } } }
  open: needs(asOf: $on, filter: {state: OPEN}) { totalCount }
  offers(asOf: $on) { nodes { statement state } }
  sorted: needs(asOf: $on, orderBy: {field: STATE, direction: DESC}, first: 1) { nodes { statement } }
}`
	standing := func(pairs ...string) []any {
		all := []any{}
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, object{"statement": pairs[i], "state": pairs[i+1]})
		}
		return all
	}
	for _, row := range []struct {
		why    string
		on     int
		needs  []any
		facets []any
		open   float64
		offers []any
		last   string
	}{
		{"all were open", -30, standing("expired", "OPEN", "renewed", "OPEN", "met", "OPEN"), []any{object{"value": "OPEN", "count": 3.0}}, 3, standing("paused", "OPEN"), "expired"},
		{"one has been met", -15, standing("expired", "OPEN", "renewed", "OPEN", "met", "MET"),
			[]any{object{"value": "OPEN", "count": 2.0}, object{"value": "MET", "count": 1.0}}, 2, standing("paused", "OPEN"), "met"},
		{"what has expired is no more", 0, standing("renewed", "OPEN"), []any{object{"value": "OPEN", "count": 1.0}}, 1, standing("paused", "PAUSED"), "renewed"},
	} {
		got := w.Do(query, object{"on": register.DayFrom(row.on)})
		want := object{"needs": object{"nodes": row.needs, "facets": object{"state": row.facets}}, "open": object{"totalCount": row.open},
			"offers": object{"nodes": row.offers}, "sorted": object{"nodes": []any{object{"statement": row.last}}}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	expired := w.Do(`query($id: ID!) { need(id: $id) { state } }`, object{"id": w.Do(`query($on: Date) { needs(asOf: $on, first: 1) { nodes { id } } }`,
		object{"on": register.DayFrom(-30)})["needs"].(object)["nodes"].([]any)[0].(object)["id"]})
	if got := of(expired, "need")["state"]; got != "EXPIRED" {
		t.Errorf("a need past its last day is %v", got)
	}
}

func TestAnOfferRestsAndEnds(t *testing.T) {
	w := register.New(t)
	id := w.Make("recordOffer", object{"statement": "Svetsning", "organisation": w.Organisation("A"), "validFrom": register.DayFrom(-50), "level": "READY",
		"unknown": []object{{"field": "expiresOn", "reason": "NOT_ASKED"}}}, "offer")
	const known = "offer { state stateSince validFrom expiresOn level }"
	w.Command("pauseOffer", object{"id": id, "on": register.DayFrom(-51)}, known).Fails("BAD_INPUT", "period-order", "input.on")
	want := object{"state": "OPEN", "stateSince": nil, "validFrom": register.DayFrom(-50), "expiresOn": nil, "level": "READY"}
	for _, step := range []struct {
		why, command string
		input        object
		after        object
		rule, field  string
	}{
		{"not at rest", "resumeOffer", object{}, nil, "standing-paused", "input.id"},
		{"at rest", "pauseOffer", object{"on": register.DayFrom(-3)}, object{"state": "PAUSED", "stateSince": register.DayFrom(-3)}, "", ""},
		{"still at rest", "pauseOffer", object{}, nil, "standing-paused", "input.id"},
		{"back", "resumeOffer", object{}, object{"state": "OPEN", "stateSince": nil}, "", ""},
		{"proven", "updateOffer", object{"level": "PROVEN"}, object{"level": "PROVEN"}, "", ""},
		{"found to hold no longer", "closeOffer", object{"outcome": "EXPIRED", "on": register.DayFrom(0)}, object{"state": "EXPIRED", "expiresOn": register.DayFrom(-1)}, "", ""},
		{"it does after all", "renewOffer", object{"expiresOn": register.DayFrom(30)}, object{"state": "OPEN", "expiresOn": register.DayFrom(30)}, "", ""},
		{"withdrawn", "closeOffer", object{"outcome": "WITHDRAWN", "on": register.DayFrom(-1)}, object{"state": "WITHDRAWN", "stateSince": register.DayFrom(-1)}, "", ""},
		{"gone", "renewOffer", object{"expiresOn": register.DayFrom(60)}, nil, "standing-closed", "input.expiresOn"},
	} {
		step.input["id"] = id
		answer := w.Command(step.command, step.input, known)
		if step.rule != "" {
			answer.Fails("CONFLICT", step.rule, step.field)
			continue
		}
		maps.Copy(want, step.after)
		if diff := cmp.Diff(want, of(answer.Good(), "offer")); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
}

func TestNeedsAndOffersRefused(t *testing.T) {
	w := register.New(t)
	organisation, network := w.Organisation("A"), w.Network("N", "FORMING")
	newTheme(w, "energy", "")
	w.Make("registerTheme", object{"code": "secret", "labelEn": "Secret", "sensitivity": "RESTRICTED"}, "theme")
	mapping := w.Make("planNeedsMapping", object{"title": "Survey"}, "needsMapping")
	need, offer := newNeed(w, organisation), newOffer(w, organisation)
	group := w.Make("registerTargetGroup", object{"name": "Small companies", "country": "SE"}, "targetGroup")
	w.Make("recordNeed", object{"statement": "A group may need something", "stakeholder": group}, "need")
	for _, row := range []struct {
		why, command      string
		input             object
		code, rule, field string
	}{
		{"of nobody", "recordNeed", object{"statement": "x", "stakeholder": "nobody"}, "NOT_FOUND", "", "input.stakeholder"},
		{"of a network", "recordNeed", object{"statement": "x", "stakeholder": network}, "NOT_FOUND", "", "input.stakeholder"},
		{"saying nothing", "recordNeed", object{"statement": " ", "stakeholder": organisation}, "BAD_INPUT", "required", "input.statement"},
		{"about nothing known", "recordNeed", object{"statement": "x", "stakeholder": organisation, "theme": object{"code": "dragons"}}, "NOT_FOUND", "", "input.theme.code"},
		{"about what one may not see", "recordNeed", object{"statement": "x", "stakeholder": organisation, "theme": object{"code": "secret"}}, "NOT_FOUND", "", "input.theme.code"},
		{"about no theme by id", "updateNeed", object{"id": need, "theme": object{"id": organisation}}, "NOT_FOUND", "", "input.theme.id"},
		{"the wrong way round", "recordNeed", object{"statement": "x", "stakeholder": organisation, "validFrom": register.DayFrom(1), "expiresOn": register.DayFrom(0)}, "BAD_INPUT", "period-order", "input.expiresOn"},
		{"from after its end", "updateNeed", object{"id": need, "validFrom": register.DayFrom(365)}, "BAD_INPUT", "period-order", "input.validFrom"},
		{"closed tomorrow", "closeNeed", object{"id": need, "outcome": "MET", "on": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.on"},
		{"closed before it was there", "closeNeed", object{"id": need, "outcome": "MET", "on": register.DayFrom(-1)}, "BAD_INPUT", "period-order", "input.on"},
		{"renewed until yesterday", "renewNeed", object{"id": need, "expiresOn": register.DayFrom(-1)}, "BAD_INPUT", "renewal-later", "input.expiresOn"},
		{"an offer is no need", "closeNeed", object{"id": offer, "outcome": "MET"}, "NOT_FOUND", "", "input.id"},
		{"changed by another", "renewNeed", object{"id": need, "expiresOn": register.DayFrom(500), "expectedVersion": 7}, "CONFLICT", "", "input.expectedVersion"},
		{"offered by a group", "recordOffer", object{"statement": "x", "organisation": group}, "NOT_FOUND", "", "input.organisation"},
		{"at rest since tomorrow", "pauseOffer", object{"id": offer, "on": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.on"},
		{"held tomorrow", "holdNeedsMapping", object{"id": mapping, "heldOn": register.DayFrom(1)}, "BAD_INPUT", "not-future", "input.heldOn"},
		{"a group there is", "registerTargetGroup", object{"name": "Small companies", "country": "SE"}, "CONFLICT", "identifier-unique", "input.name"},
		{"more than one may see", "recordNeed", object{"statement": "x", "stakeholder": organisation, "sensitivity": "RESTRICTED"}, "FORBIDDEN", "", "input.sensitivity"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.Dump()
			w.On(t).As("COORDINATORS").Command(row.command, row.input, "changes { id }").Fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.Dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
	w.Command("cancelNeedsMapping", object{"id": mapping}, "needsMapping { state }").Good()
	w.Command("holdNeedsMapping", object{"id": mapping}, "needsMapping { state }").Fails("CONFLICT", "mapping-state", "input.id")
}
