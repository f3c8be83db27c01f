package register

import (
	"maps"
	"slices"

	"partnernet/store"
	"partnernet/testworld"
)

// SEK gives an amount in Swedish crowns.
func SEK(amount string) object { return object{"amount": amount, "currency": "SEK"} }

// Merged gives an input with fields of another over it.
func Merged(input, over object) object {
	all := maps.Clone(input)
	maps.Copy(all, over)
	return all
}

// At gives what an answer holds at a path of names and, for lists, of positions.
func At(value any, path ...any) any {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			value = value.(object)[step]
		case int:
			value = value.([]any)[step]
		}
	}
	return value
}

// Project registers a project that only has a name.
func (w World) Project(acronym string) string {
	w.T.Helper()
	return w.Make("registerProject", object{"acronym": acronym}, "project")
}

// Application records an application for a new project to a new funder.
func (w World) Application(name string) string {
	w.T.Helper()
	return w.Make("recordApplication", object{"project": w.Project(name), "appliedTo": w.Organisation(name + " funder")}, "application")
}

// Granted records a decision that grants the application an award on these conditions, and gives the award's id.
func (w World) Granted(application string, conditions ...object) string {
	w.T.Helper()
	award := object{"recipient": w.Organisation("The recipient"), "cap": SEK("1000.00"), "aidRate": "0.5", "conditions": conditions}
	payload := w.Command("recordDecision", object{"application": application, "caseNumber": "C 1", "outcome": "GRANTED", "awards": award},
		"decision { awards { id } }").Good()
	return At(payload, "decision", "awards", 0, "id").(string)
}

// OtherFinancing is the condition that other financing is arranged, and depends on these applications and awards.
func OtherFinancing(dependsOn ...string) object {
	return object{"type": "OTHER_FINANCING", "dependsOn": dependsOn}
}

// State gives the state that an application or award is in, or the status of a condition or obligation.
func (w World) State(id string) string {
	w.T.Helper()
	value, err := w.DB.Read(w.T.Context(), store.Statement{Text: "MATCH (r:Record {id: $id}) RETURN coalesce(r.state, r.status)", Params: object{"id": id}})
	testworld.Must(w.T, err)
	return value.(string)
}

// ConditionOf gives the id of an award's first condition.
func (w World) ConditionOf(award string) string {
	w.T.Helper()
	answer := w.Do(`query($id: ID!) { node(id: $id) { ... on Award { conditions { id } } } }`, object{"id": award})
	return At(answer, "node", "conditions", 0, "id").(string)
}

// LapseCascade gives the awards that question 13 says would lapse with an application, in the order of their ids.
func (w World) LapseCascade(application string) []string {
	w.T.Helper()
	answer := w.Do(`query($id: ID!) { application(id: $id) { lapseCascade { affected { ... on Award { id } } } } }`, object{"id": application})
	var ids []string
	for _, lapse := range At(answer, "application", "lapseCascade").([]any) {
		if id, isAward := At(lapse, "affected", "id").(string); isAward {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Outcome records what came of an application, and gives the ids of the awards whose state followed, in order.
func (w World) Outcome(application, outcome string) []string {
	w.T.Helper()
	payload := w.Command("recordOutcome", object{"id": application, "outcome": outcome}, "application { state } awards { id }").Good()
	if got := At(payload, "application", "state"); got != outcome {
		w.T.Errorf("the application is %v, want %s", got, outcome)
	}
	return IDs(payload["awards"])
}

// IDs gives the ids of records, in order.
func IDs(records any) []string {
	var ids []string
	for _, r := range records.([]any) {
		ids = append(ids, At(r, "id").(string))
	}
	slices.Sort(ids)
	return ids
}

// Chain is an application with awards that hang on it in turn, and others that do not.
type Chain struct{ Application, First, Second, Waived, Free string }

// Chain records such a chain.
func (w World) Chain() Chain {
	application := w.Application("Root")
	c := Chain{Application: application, First: w.Granted(w.Application("First"), OtherFinancing(application))}
	c.Second = w.Granted(w.Application("Second"), OtherFinancing(c.First))
	c.Waived = w.Granted(w.Application("Waived"), OtherFinancing(application))
	c.Free = w.Granted(w.Application("Free"), object{"type": "REPORTING", "dependsOn": c.First})
	w.Command("settleCondition", object{"id": w.ConditionOf(c.Waived), "status": "WAIVED"}, "awards { state }").Good()
	return c
}

// Payment is a payment of crowns under an award.
func Payment(award, kind, amount string) object {
	return object{"award": award, "type": kind, "amount": SEK(amount), "paidOn": "2024-01-01"}
}
