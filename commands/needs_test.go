package commands_test

import (
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// theme registers a theme below another, or at the top.
func (w world) theme(code, broader string) string {
	w.t.Helper()
	input := object{"code": code, "labelEn": "About " + code}
	if broader != "" {
		input["broader"] = object{"code": broader}
	}
	return w.make("registerTheme", input, "theme")
}

// need records a need about energy.
func (w world) need(stakeholder string) string {
	w.t.Helper()
	return w.make("recordNeed", object{"statement": "Reservkraft", "stakeholder": stakeholder, "theme": object{"code": "energy"}}, "need")
}

// offer records an offer about energy.
func (w world) offer(organisation string) string {
	w.t.Helper()
	return w.make("recordOffer", object{"statement": "Aggregater", "organisation": organisation, "theme": object{"code": "energy"}}, "offer")
}

// of gives one record of a payload.
func of(payload object, name string) object { return payload[name].(object) }

func TestANeedIsRecordedKeptAndClosed(t *testing.T) {
	w := newWorld(t)
	region := w.make("registerOrganisation", object{"legalName": "Region", "country": "SE"}, "organisation")
	energy, reserve := w.theme("energy", ""), w.theme("reserve-power", "energy")
	source := object{"id": w.make("recordDocument", object{"title": "Answers"}, "source")}
	mapping := w.make("planNeedsMapping", object{"title": "Survey", "method": "SURVEY"}, "needsMapping")
	w.command("recordNeed", object{"statement": "x", "stakeholder": region, "foundIn": mapping}, "changes { id }").fails("CONFLICT", "mapping-state", "input.foundIn")
	held := w.command("holdNeedsMapping", object{"id": mapping}, "needsMapping { state heldOn method }").good()
	if diff := cmp.Diff(object{"state": "HELD", "heldOn": dayFrom(0), "method": "SURVEY"}, of(held, "needsMapping")); diff != "" {
		t.Error(diff)
	}
	const known = "need { statement urgency country state stateSince validFrom expiresOn theme { code } foundIn { title } stakeholder { ... on Organisation { legalName } } } changes { fields { name before after } }"
	recorded := w.command("recordNeed", object{"statement": "Reservkraft vid långa avbrott", "stakeholder": region, "theme": object{"code": "energy"}, "urgency": "HIGH",
		"foundIn": mapping, "source": source}, "need { id }").good()
	id := of(recorded, "need")["id"]
	want := object{"statement": "Reservkraft vid långa avbrott", "urgency": "HIGH", "country": "SE", "state": "OPEN", "stateSince": nil, "validFrom": dayFrom(0),
		"expiresOn": dayFrom(364), "theme": object{"code": "energy"}, "foundIn": object{"title": "Survey"}, "stakeholder": object{"legalName": "Region"}}
	for _, step := range []struct {
		why, command string
		input        object
		after        object
		changes      []any
	}{
		{"more precise", "updateNeed", object{"theme": object{"code": "reserve-power"}, "urgency": nil}, object{"theme": object{"code": "reserve-power"}, "urgency": nil},
			[]any{object{"fields": []any{change("urgency", "HIGH", nil), change("theme", energy, reserve)}}}},
		{"said again", "updateNeed", object{"theme": object{"code": "reserve-power"}}, object{}, []any{}},
		{"renewed", "renewNeed", object{"expiresOn": dayFrom(500)}, object{"expiresOn": dayFrom(500)}, []any{object{"fields": []any{change("expiresOn", dayFrom(364), dayFrom(500))}}}},
		{"found to hold no longer", "closeNeed", object{"outcome": "EXPIRED", "on": dayFrom(0)}, nil, nil},
	} {
		step.input["id"], step.input["source"] = id, source
		answer := w.command(step.command, step.input, known)
		if step.after == nil {
			answer.fails("BAD_INPUT", "period-order", "input.on") // it would never have held
			continue
		}
		maps.Copy(want, step.after)
		got := answer.good()
		if diff := cmp.Diff(want, of(got, "need")); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
		if diff := cmp.Diff(step.changes, got["changes"]); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
	met := w.command("closeNeed", object{"id": id, "outcome": "MET"}, known).good()
	if got := of(met, "need"); got["state"] != "MET" || got["stateSince"] != dayFrom(0) {
		t.Errorf("it is met, and %v", got)
	}
	for _, again := range []struct {
		command string
		input   object
		field   string
	}{{"closeNeed", object{"outcome": "WITHDRAWN"}, "input.on"}, {"renewNeed", object{"expiresOn": dayFrom(900)}, "input.expiresOn"}} {
		again.input["id"] = id
		w.command(again.command, again.input, "changes { id }").fails("CONFLICT", "standing-closed", again.field)
	}
}

// Where a need or an offer stands is true of the day that is asked about, and lists, conditions and counts go by that.
func TestWhatStandsOnADay(t *testing.T) {
	w := newWorld(t)
	a, b := w.organisation("A"), w.organisation("B")
	w.theme("energy", "")
	from := object{"validFrom": dayFrom(-100), "expiresOn": dayFrom(-10)}
	need := func(statement string) string {
		return w.make("recordNeed", merged(from, object{"statement": statement, "stakeholder": a, "theme": object{"code": "energy"}}), "need")
	}
	need("expired")
	renewed, met := need("renewed"), need("met")
	w.command("renewNeed", object{"id": renewed, "expiresOn": dayFrom(100)}, "changes { id }").good()
	w.command("closeNeed", object{"id": met, "outcome": "MET", "on": dayFrom(-20)}, "changes { id }").good()
	offer := w.make("recordOffer", object{"statement": "paused", "organisation": b, "validFrom": dayFrom(-100)}, "offer")
	w.command("pauseOffer", object{"id": offer, "on": dayFrom(-5)}, "changes { id }").good()

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
		got := w.do(query, object{"on": dayFrom(row.on)})
		want := object{"needs": object{"nodes": row.needs, "facets": object{"state": row.facets}}, "open": object{"totalCount": row.open},
			"offers": object{"nodes": row.offers}, "sorted": object{"nodes": []any{object{"statement": row.last}}}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	expired := w.do(`query($id: ID!) { need(id: $id) { state } }`, object{"id": w.do(`query($on: Date) { needs(asOf: $on, first: 1) { nodes { id } } }`,
		object{"on": dayFrom(-30)})["needs"].(object)["nodes"].([]any)[0].(object)["id"]})
	if got := of(expired, "need")["state"]; got != "EXPIRED" {
		t.Errorf("a need past its last day is %v", got)
	}
}

func TestAnOfferRestsAndEnds(t *testing.T) {
	w := newWorld(t)
	id := w.make("recordOffer", object{"statement": "Svetsning", "organisation": w.organisation("A"), "validFrom": dayFrom(-50), "level": "READY",
		"unknown": []object{{"field": "expiresOn", "reason": "NOT_ASKED"}}}, "offer")
	const known = "offer { state stateSince validFrom expiresOn level }"
	want := object{"state": "OPEN", "stateSince": nil, "validFrom": dayFrom(-50), "expiresOn": nil, "level": "READY"}
	for _, step := range []struct {
		why, command string
		input        object
		after        object
		rule, field  string
	}{
		{"not at rest", "resumeOffer", object{}, nil, "standing-paused", "input.id"},
		{"at rest", "pauseOffer", object{"on": dayFrom(-3)}, object{"state": "PAUSED", "stateSince": dayFrom(-3)}, "", ""},
		{"still at rest", "pauseOffer", object{}, nil, "standing-paused", "input.id"},
		{"back", "resumeOffer", object{}, object{"state": "OPEN", "stateSince": nil}, "", ""},
		{"proven", "updateOffer", object{"level": "PROVEN"}, object{"level": "PROVEN"}, "", ""},
		{"found to hold no longer", "closeOffer", object{"outcome": "EXPIRED", "on": dayFrom(0)}, object{"state": "EXPIRED", "expiresOn": dayFrom(-1)}, "", ""},
		{"it does after all", "renewOffer", object{"expiresOn": dayFrom(30)}, object{"state": "OPEN", "expiresOn": dayFrom(30)}, "", ""},
		{"withdrawn", "closeOffer", object{"outcome": "WITHDRAWN", "on": dayFrom(-1)}, object{"state": "WITHDRAWN", "stateSince": dayFrom(-1)}, "", ""},
		{"gone", "renewOffer", object{"expiresOn": dayFrom(60)}, nil, "standing-closed", "input.expiresOn"},
	} {
		step.input["id"] = id
		answer := w.command(step.command, step.input, known)
		if step.rule != "" {
			answer.fails("CONFLICT", step.rule, step.field)
			continue
		}
		maps.Copy(want, step.after)
		if diff := cmp.Diff(want, of(answer.good(), "offer")); diff != "" {
			t.Errorf("%s: %s", step.why, diff)
		}
	}
}

func TestNeedsAndOffersRefused(t *testing.T) {
	w := newWorld(t)
	organisation, network := w.organisation("A"), w.network("N", "FORMING")
	w.theme("energy", "")
	w.make("registerTheme", object{"code": "secret", "labelEn": "Secret", "sensitivity": "RESTRICTED"}, "theme")
	mapping := w.make("planNeedsMapping", object{"title": "Survey"}, "needsMapping")
	need, offer := w.need(organisation), w.offer(organisation)
	group := w.make("registerTargetGroup", object{"name": "Small companies", "country": "SE"}, "targetGroup")
	w.make("recordNeed", object{"statement": "A group may need something", "stakeholder": group}, "need")
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
		{"the wrong way round", "recordNeed", object{"statement": "x", "stakeholder": organisation, "validFrom": dayFrom(1), "expiresOn": dayFrom(0)}, "BAD_INPUT", "period-order", "input.expiresOn"},
		{"from after its end", "updateNeed", object{"id": need, "validFrom": dayFrom(365)}, "BAD_INPUT", "period-order", "input.validFrom"},
		{"closed tomorrow", "closeNeed", object{"id": need, "outcome": "MET", "on": dayFrom(1)}, "BAD_INPUT", "not-future", "input.on"},
		{"closed before it was there", "closeNeed", object{"id": need, "outcome": "MET", "on": dayFrom(-1)}, "BAD_INPUT", "period-order", "input.on"},
		{"renewed until yesterday", "renewNeed", object{"id": need, "expiresOn": dayFrom(-1)}, "BAD_INPUT", "renewal-later", "input.expiresOn"},
		{"an offer is no need", "closeNeed", object{"id": offer, "outcome": "MET"}, "NOT_FOUND", "", "input.id"},
		{"changed by another", "renewNeed", object{"id": need, "expiresOn": dayFrom(500), "expectedVersion": 7}, "CONFLICT", "", "input.expectedVersion"},
		{"offered by a group", "recordOffer", object{"statement": "x", "organisation": group}, "NOT_FOUND", "", "input.organisation"},
		{"at rest since tomorrow", "pauseOffer", object{"id": offer, "on": dayFrom(1)}, "BAD_INPUT", "not-future", "input.on"},
		{"held tomorrow", "holdNeedsMapping", object{"id": mapping, "heldOn": dayFrom(1)}, "BAD_INPUT", "not-future", "input.heldOn"},
		{"a group there is", "registerTargetGroup", object{"name": "Small companies", "country": "SE"}, "CONFLICT", "identifier-unique", "input.name"},
		{"more than one may see", "recordNeed", object{"statement": "x", "stakeholder": organisation, "sensitivity": "RESTRICTED"}, "FORBIDDEN", "", "input.sensitivity"},
	} {
		t.Run(row.why, func(t *testing.T) {
			before := w.dump()
			w.on(t).as("COORDINATORS").command(row.command, row.input, "changes { id }").fails(row.code, row.rule, row.field)
			if diff := cmp.Diff(before, w.dump()); diff != "" {
				t.Errorf("a command that is refused leaves something: %s", diff)
			}
		})
	}
	w.command("cancelNeedsMapping", object{"id": mapping}, "needsMapping { state }").good()
	w.command("holdNeedsMapping", object{"id": mapping}, "needsMapping { state }").fails("CONFLICT", "mapping-state", "input.id")
}
