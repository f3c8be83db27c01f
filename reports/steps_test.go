package reports

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func list(items ...any) object { return object{"nodes": items} }

// What comes first of what is to be done, with its reason, whom to ask and by when.
func TestNextSteps(t *testing.T) {
	in, err := wordsIn("en")
	if err != nil {
		t.Fatal(err)
	}
	none := json.Number("0")
	obligation := func(due any, overdue bool, status string) object {
		return object{"type": "FINAL_REPORT", "dueOn": due, "overdue": overdue, "status": status, "project": object{"acronym": "P"}, "responsible": object{"legalName": "R"}}
	}
	condition := func(status string, suspensive bool) object {
		return object{"project": object{"plannedTo": "2024-05-31"}, "recipient": nil, "decision": object{"caseNumber": "1"},
			"conditions": []any{object{"type": "STATE_AID", "text": "Text.", "status": status, "suspensive": suspensive, "dueOn": nil}}}
	}
	indicator := func(target any) object {
		return object{"acronym": "P", "plannedTo": "2024-12-31", "indicators": []any{object{"name": "N", "target": target, "actual": none}}}
	}
	doubt := func(name, message string) object {
		return object{"kind": "STALE", "message": message, "about": object{"legalName": name}, "askWhom": nil}
	}
	cell := func(theme, broader string, unmet any) object {
		return object{"theme": object{"code": theme, "label": theme, "broader": object{"code": broader}}, "country": "SE", "unmet": unmet}
	}
	tie := object{"needing": object{"legalName": "A"}, "offering": object{"legalName": "B"},
		"need": object{"statement": "n", "expiresOn": "2024-02-01"}, "offer": object{"statement": "o"}}
	introduced := func(side string, introduction object) []any {
		tie := object{"needing": object{"id": "a", "legalName": "A"}, "offering": object{"id": "b", "legalName": "B"}, "need": object{"statement": "n"}, "offer": object{"statement": "o"}}
		child(tie, side)["introductions"] = []any{introduction}
		return []any{tie}
	}
	ofOffer := func(organisation, state string, on any) object {
		return object{"state": state, "suggestedOn": on, "offer": object{"organisation": object{"id": organisation}}}
	}
	for _, row := range []struct {
		facts object
		want  []string // what, whom, by when
		why   string
	}{
		{object{}, nil, "nothing is known that would need doing"},
		{object{"obligations": list(obligation("2024-03-01", false, "OPEN"), obligation("2024-01-01", true, "OPEN"))},
			[]string{"Complete: final report, P. R at once (2024-01-01 has passed)", "Complete: final report, P. R 2024-03-01"}, "what is overdue goes before what is due"},
		{object{"obligations": list(obligation("2024-03-01", false, "FULFILLED"), obligation("2025-01-01", false, "OPEN"), obligation(nil, false, "OPEN"))},
			nil, "what is done, what is due much later, and what is due nobody knows when are no steps to take now"},
		{object{"awards": list(condition("OPEN", true)), "obligations": list(obligation("2024-02-01", false, "OPEN"))},
			[]string{"See that the condition is met: state aid. nobody is known unknown (the project's last day is 2024-05-31)", "Complete: final report, P. R 2024-02-01"},
			"the money hangs on a condition; nobody knows by when, but when the project ends"},
		{object{"networkMetrics": object{"missingTies": []any{object{"needing": object{"legalName": "A"}, "offering": object{"legalName": "B"},
			"need": object{"statement": "n", "expiresOn": "2024-01-14"}, "offer": object{"statement": "o"}}}}},
			[]string{"Introduce A to B. A at once (2024-01-14 has passed)"}, "a day that has passed is said to have, whatever was due on it"},
		{object{"networkMetrics": object{"missingTies": introduced("need", ofOffer("b", "INTRODUCED", "2024-01-01"))}}, nil, "who has been introduced is not introduced again"},
		{object{"networkMetrics": object{"missingTies": introduced("need", ofOffer("b", "SUGGESTED", nil))}}, nil, "nor is it suggested again"},
		{object{"networkMetrics": object{"missingTies": introduced("offer", object{"state": "PARTNERSHIP", "need": object{"stakeholder": object{"id": "a"}}})}}, nil, "nor for another need"},
		{object{"networkMetrics": object{"missingTies": introduced("need", ofOffer("c", "INTRODUCED", nil))}}, []string{"Introduce A to B. A unknown"}, "to somebody else"},
		{object{"networkMetrics": object{"missingTies": introduced("need", ofOffer("b", "DECLINED", nil))}}, []string{"Introduce A to B. A unknown"}, "who has declined may be asked again"},
		{object{"networkMetrics": object{"missingTies": introduced("need", ofOffer("b", "INTRODUCED", "2024-01-16"))}}, []string{"Introduce A to B. A unknown"}, "on the day of the report nobody had suggested it"},
		{object{"awards": list(condition("MET", true), condition("OPEN", false))}, nil, "a condition that is met, and one that holds nothing up"},
		{object{"projects": list(indicator(json.Number("5")), indicator(none), indicator(nil)), "networkMetrics": object{"missingTies": []any{tie}}},
			[]string{"Add evidence that counts: N. nobody is known unknown (the project's last day is 2024-12-31)", "Introduce A to B. A 2024-02-01"}, "a target that is not known is not missed"},
		{object{"projects": list(object{"acronym": "P", "plannedTo": "2023-12-31", "indicators": []any{object{"name": "N", "target": json.Number("5"), "actual": none}}})},
			[]string{"Add evidence that counts: N. nobody is known unknown (the project's last day is 2023-12-31)"}, "a project that has ended is no day that somebody gave"},
		{object{"dataHealth": object{"issuePages": list(doubt("A", "Stale."), doubt("B", "Stale."), doubt("C", "Stale."), doubt("D", "Stale."), doubt("E", "Old."))}},
			[]string{"Clear up what is held of A, B, C … nobody is known when next in touch", "Clear up what is held of E nobody is known when next in touch"},
			"doubts of one kind are one step, which names the first of them"},
		{object{"dataHealth": object{"issuePages": list(doubt("A, B, C and D AB", "Stale."), doubt("E", "Stale."))}},
			[]string{"Clear up what is held of A, B, C and D AB, E nobody is known when next in touch"}, "commas in a name are no further names"},
		{object{"needsMap": []any{cell("wide", "", json.Number("3")), cell("one", "wide", json.Number("1")), cell("two", "wide", json.Number("2")), cell("unknown", "wide", nil)},
			"counterparts": []any{object{"network": "X", "counterpart": "Y"}}},
			[]string{"Find somebody who offers: two. X, Y when next in touch", "Find somebody who offers: one. X, Y when next in touch"}, "the narrowest themes, those with most needs first"},
	} {
		var got []string
		for _, s := range (&writing{words: in}).nextSteps("2024-01-15", row.facts) {
			if s.Why == "" {
				t.Errorf("%s: %q has no reason", row.why, s.What)
			}
			got = append(got, strings.Join([]string{string(s.What), string(s.Whom), string(s.By)}, " "))
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}
