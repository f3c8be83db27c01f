package commands_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/registry"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

func TestRegisterProjectWhole(t *testing.T) {
	w := register.New(t)
	area := object{"new": object{"name": "Mitt"}}
	group := object{"new": object{"name": "Firms", "areas": area}}
	got := w.Command("registerProject", object{
		"acronym": "P", "plannedFrom": "2023-05-01", "plannedTo": "2024-05-31", "totalBudget": register.SEK("10.00"), "sensitivity": "MEMBERS",
		"objectives": []object{{"statement": "O", "targetGroups": group, "areas": area, "unknown": object{"field": "horizon", "reason": "NOT_ASKED"}}},
		"activities": object{"title": "A"}, "outputs": object{"type": "REPORT", "plannedCount": 2}, "indicators": object{"name": "I", "unit": "u", "target": 2},
		"strategies":    []object{{"strategy": object{"new": object{"title": "S"}}, "rationale": "R"}, {"strategy": object{"new": object{"title": "S"}}}},
		"needsMappings": object{"title": "N"}, "targetGroups": group, "areas": []object{area},
	}, `project {
  acronym durationMonths totalBudget { amount } objectives { statement sensitivity targetGroups { name areas { name } } areas { name } unknown { field } }
  activities { title } outputs { plannedCount state } indicators { target } strategies { title rationale } needsMappings { title state }
  targetGroups { name } areas { name } }`).Good()
	want := object{
		"acronym": "P", "durationMonths": 13., "totalBudget": object{"amount": "10.00"},
		"objectives": []any{object{"statement": "O", "sensitivity": "MEMBERS", "targetGroups": []any{object{"name": "Firms", "areas": []any{object{"name": "Mitt"}}}},
			"areas": []any{object{"name": "Mitt"}}, "unknown": []any{object{"field": "horizon"}}}},
		"activities": []any{object{"title": "A"}}, "outputs": []any{object{"plannedCount": 2., "state": "PLANNED"}}, "indicators": []any{object{"target": 2.}},
		"strategies":    []any{object{"title": "S", "rationale": "R"}, object{"title": "S", "rationale": nil}},
		"needsMappings": []any{object{"title": "N", "state": "PLANNED"}}, "targetGroups": []any{object{"name": "Firms"}}, "areas": []any{object{"name": "Mitt"}},
	}
	if diff := cmp.Diff(want, got["project"]); diff != "" {
		t.Error(diff)
	}
	for _, label := range []string{"Area", "TargetGroup", "Strategy"} {
		if n := w.Count(label); n != 1 {
			t.Errorf("%d nodes %s, want the one that was told more than once", n, label)
		}
	}
}

func TestUpdateProject(t *testing.T) {
	w := register.New(t)
	id := w.Make("registerProject", object{"acronym": "P", "sensitivity": "MEMBERS", "plannedFrom": "2023-05-01", "objectives": object{"statement": "One"}}, "project")
	got := w.Command("updateProject", object{"id": id, "expectedVersion": 1, "title": "Title", "lifecycle": "ONGOING", "objectives": object{"statement": "Two"}},
		"project { acronym title lifecycle objectives { statement sensitivity } }").Good()
	want := object{"acronym": "P", "title": "Title", "lifecycle": "ONGOING",
		"objectives": []any{object{"statement": "One", "sensitivity": "MEMBERS"}, object{"statement": "Two", "sensitivity": "MEMBERS"}}}
	if diff := cmp.Diff(want, got["project"]); diff != "" {
		t.Error(diff)
	}
	w.Command("updateProject", object{"id": id, "plannedTo": "2023-04-30"}, "project { id }").Fails("BAD_INPUT", "period-order", "input.plannedTo")
	w.Command("updateProject", object{"id": id, "expectedVersion": 1, "title": "Other"}, "project { id }").Fails("CONFLICT", "", "input.expectedVersion")
}

// A document that is the ground of a change is seen by those who see what was changed, unless somebody says otherwise.
func TestGroundsAreHiddenWithWhatTheyChange(t *testing.T) {
	w := register.New(t)
	id := w.Make("registerProject", object{"acronym": "P", "sensitivity": "MEMBERS"}, "project")
	w.Command("updateProject", object{"id": id, "title": "Title", "source": testworld.Ground("A secret letter")}, "project { id }").Good()
	w.Command("addParticipant", object{"project": id, "organisation": w.Organisation("Firm"), "role": "PARTNER", "source": testworld.Ground("Another secret letter")}, "participation { id }").Good()
	const asked = `{ documents { nodes { title } } }`
	seen := w.Do(asked, nil)
	for _, d := range register.At(w.As("PUBLIC").Do(asked, nil), "documents", "nodes").([]any) {
		if title := register.At(d, "title").(string); strings.Contains(title, "secret") {
			t.Errorf("everybody sees %q", title)
		}
	}
	if n := len(register.At(seen, "documents", "nodes").([]any)); n != 4 {
		t.Errorf("there are %d documents, want those of four commands", n)
	}
}

func TestProjectRules(t *testing.T) {
	w := register.New(t)
	for _, row := range []struct {
		input             object
		code, rule, field string
		why               string
	}{
		{object{"plannedFrom": "2024-01-02", "plannedTo": "2024-01-01"}, "BAD_INPUT", "period-order", "input.plannedTo", "it would end before it begins"},
		{object{"actualFrom": "2024-01-02", "actualTo": "2024-01-01"}, "BAD_INPUT", "period-order", "input.actualTo", "nor in fact"},
		{object{"actualFrom": register.DayFrom(1)}, "BAD_INPUT", registry.RuleFuture, "input.actualFrom", "it has not begun in fact"},
		{object{"totalBudget": register.SEK("0")}, "BAD_INPUT", "amount-positive", "input.totalBudget", "a budget of nothing is none"},
		{object{"outputs": []object{{"type": "REPORT"}, {"type": "REPORT", "plannedCount": 0}}}, "BAD_INPUT", "count-positive", "input.outputs[1].plannedCount", "none is no promise"},
		{object{"indicators": object{"name": "I", "unit": "u", "target": -1}}, "BAD_INPUT", "count-positive", "input.indicators[0].target", "less than none neither"},
		{object{"themes": "nowhere"}, "NOT_FOUND", "", "input.themes", "the theme is not there"},
		{object{"objectives": object{"statement": "O", "areas": object{"id": "nowhere"}}}, "NOT_FOUND", "", "input.objectives[0].areas[0].id", "nor is the area"},
		{object{"activities": object{"title": "A", "networks": "nowhere"}}, "NOT_FOUND", "", "input.activities[0].networks", "nor is the network"},
	} {
		row.input["acronym"] = "P"
		t.Run(row.why, func(t *testing.T) {
			w := w
			w.T = t
			w.Command("registerProject", row.input, "project { id }").Fails(row.code, row.rule, row.field)
		})
	}
	if n := w.Count("Project") + w.Count("Output") + w.Count("Change"); n != 0 {
		t.Errorf("%d nodes are left of commands that were refused", n)
	}
}

func TestParticipants(t *testing.T) {
	w := register.New(t)
	project, firm := w.Make("registerProject", object{"acronym": "P", "sensitivity": "MEMBERS"}, "project"), w.Organisation("Firm")
	got := w.Command("addParticipant", object{"project": project, "organisation": firm, "role": "PARTNER", "country": "NO", "budget": register.SEK("5.00"), "validFrom": "2024-01-01"},
		"participation { id sensitivity role country budget { amount } validFrom project { acronym } organisation { legalName } }").Good()
	part := register.At(got, "participation", "id").(string)
	want := object{"id": part, "sensitivity": "MEMBERS", "role": "PARTNER", "country": "NO", "budget": object{"amount": "5.00"}, "validFrom": "2024-01-01",
		"project": object{"acronym": "P"}, "organisation": object{"legalName": "Firm"}}
	if diff := cmp.Diff(want, got["participation"]); diff != "" {
		t.Error(diff)
	}
	again := object{"project": project, "organisation": firm, "role": "PARTNER"}
	w.Command("addParticipant", again, "participation { id }").Fails("CONFLICT", "participant-already", "input.organisation")
	w.Command("endParticipation", object{"id": part, "validTo": "2023-12-31"}, "participation { id }").Fails("BAD_INPUT", "period-order", "input.validTo")
	got = w.Command("endParticipation", object{"id": part, "validTo": "2024-06-30"}, "participation { validTo }").Good()
	if diff := cmp.Diff("2024-06-30", register.At(got, "participation", "validTo")); diff != "" {
		t.Error(diff)
	}
	again["validFrom"] = "2024-07-01"
	w.Command("addParticipant", again, "participation { id }").Good()
	w.Command("endParticipation", object{"id": part, "validTo": "2024-07-01"}, "participation { id }").Fails("CONFLICT", "participant-already", "input.organisation")
}

func TestRegisterProgramme(t *testing.T) {
	w := register.New(t)
	input := object{"name": "Interreg", "period": "2021–2027", "cci": "2021TC16RFCB028", "managingOrganisation": w.Organisation("Authority")}
	got := w.Command("registerProgramme", input, "programme { name period cci managingOrganisation { legalName } }").Good()
	want := object{"name": "Interreg", "period": "2021–2027", "cci": "2021TC16RFCB028", "managingOrganisation": object{"legalName": "Authority"}}
	if diff := cmp.Diff(want, got["programme"]); diff != "" {
		t.Error(diff)
	}
	for _, cci := range []string{"2021TC16RFCB028", "2021tc16rfcb028", "2021 TC 16 RFCB 028"} {
		w.Command("registerProgramme", object{"name": "Other", "cci": cci}, "programme { id }").Fails("CONFLICT", "programme-cci-unique", "input.cci")
	}
}

func TestEvidence(t *testing.T) {
	w := register.New(t)
	got := w.Command("registerProject", object{"acronym": "P", "indicators": object{"name": "I", "unit": "u", "target": 2}, "outputs": object{"type": "REPORT", "plannedCount": 2}},
		"project { indicators { id } outputs { id } }").Good()
	indicator, output := register.At(got, "project", "indicators", 0, "id"), register.At(got, "project", "outputs", 0, "id")
	const progress = "indicator { actual progress } output { deliveredCount state }"
	first := object{"new": object{"title": "First", "reference": "R 1", "type": "REPORT"}}
	for _, row := range []struct {
		id       any
		evidence []object
		want     object
		why      string
	}{
		{indicator, []object{first}, object{"indicator": object{"actual": 1., "progress": 0.5}, "output": nil}, "one of two"},
		{indicator, []object{first}, object{"indicator": object{"actual": 1., "progress": 0.5}, "output": nil}, "the same document counts once"},
		{output, []object{first}, object{"indicator": nil, "output": object{"deliveredCount": 1., "state": "PARTLY_DELIVERED"}}, "one of two"},
		{output, []object{first, {"new": object{"title": "Second", "type": "REPORT"}}}, object{"indicator": nil, "output": object{"deliveredCount": 2., "state": "DELIVERED"}}, "all there is"},
	} {
		got := w.Command("attachEvidence", object{"id": row.id, "evidence": row.evidence}, progress).Good()
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	documents, paper := w.Count("Document"), object{"title": "What it rests on", "type": "REPORT"}
	got = w.Command("attachEvidence", object{"id": indicator, "evidence": object{"new": paper}, "source": object{"document": paper}}, progress).Good()
	if n := w.Count("Document") - documents; n != 1 || register.At(got, "indicator", "actual") != 2. {
		t.Errorf("one document that is the ground and the evidence was recorded as %d, and counts as in %v", n, got)
	}
	w.Command("attachEvidence", object{"id": w.Project("Q"), "evidence": first}, progress).Fails("NOT_FOUND", "", "input.id")
	w.Command("attachEvidence", object{"id": output, "evidence": object{"id": output}}, progress).Fails("NOT_FOUND", "", "input.evidence[0].id")
}

// An output stands where the evidence has brought it that one sees: what is hidden does not show by it.
func TestAnOutputStandsByTheEvidenceThatOneSees(t *testing.T) {
	w := register.New(t)
	output := func(acronym string, planned any) any {
		got := w.Command("registerProject", object{"acronym": acronym, "outputs": object{"type": "REPORT", "plannedCount": planned}}, "project { outputs { id } }").Good()
		return register.At(got, "project", "outputs", 0, "id")
	}
	attach := func(output any, audiences ...string) {
		for i, audience := range audiences {
			document := w.Make("recordDocument", object{"title": fmt.Sprint("Report ", output, i), "type": "REPORT", "sensitivity": audience}, "document")
			w.Command("attachEvidence", object{"id": output, "evidence": object{"id": document}}, "output { id }").Good()
		}
	}
	for _, row := range []struct {
		acronym       string
		planned       any
		evidence      []string
		all, everyone string
	}{
		{"ONE", 2, []string{"PUBLIC", "COORDINATORS"}, "DELIVERED", "PARTLY_DELIVERED"},
		{"FIRST", 2, []string{"COORDINATORS", "PUBLIC"}, "DELIVERED", "PARTLY_DELIVERED"},
		{"NONE", 2, []string{"COORDINATORS"}, "PARTLY_DELIVERED", "PLANNED"},
		{"MORE", 1, []string{"PUBLIC", "COORDINATORS"}, "DELIVERED", "DELIVERED"},
		{"UNTOLD", nil, []string{"PUBLIC", "COORDINATORS"}, "PARTLY_DELIVERED", "PARTLY_DELIVERED"},
		{"SEEN", 2, []string{"PUBLIC", "PUBLIC"}, "DELIVERED", "DELIVERED"},
	} {
		attach(output(row.acronym, row.planned), row.evidence...)
		for clearance, want := range map[string]string{"COORDINATORS": row.all, "PUBLIC": row.everyone} {
			got := w.As(clearance).Do("query($a: String!) { project(acronym: $a) { outputs { state } } }", object{"a": row.acronym})
			if state := register.At(got, "project", "outputs", 0, "state"); state != want {
				t.Errorf("%s, seen as %s: got %v, want %s", row.acronym, clearance, state, want)
			}
		}
	}
}

// What is promised in reports is kept by reports, each counted once.
func TestReportsAloneCountAsReports(t *testing.T) {
	w := register.New(t)
	got := w.Command("registerProject", object{"acronym": "P", "indicators": object{"name": "I", "unit": "rapporter", "target": 5}, "outputs": object{"type": "REPORT", "plannedCount": 5}},
		"project { indicators { id } outputs { id } }").Good()
	digest := strings.Repeat("0f", 32)
	report := w.Make("recordDocument", object{"title": "Delrapport", "type": "REPORT", "sha256": digest}, "document")
	agreement := w.Make("recordDocument", object{"title": "Avtal", "type": "AGREEMENT"}, "document")
	untold := w.Make("recordDocument", object{"title": "Något"}, "document")
	const progress = "indicator { actual } output { deliveredCount state }"
	for _, id := range []any{register.At(got, "project", "indicators", 0, "id"), register.At(got, "project", "outputs", 0, "id")} {
		attach := func(evidence ...object) register.Answer {
			return w.Command("attachEvidence", object{"id": id, "evidence": evidence}, progress)
		}
		attach(object{"id": agreement}).Fails("BAD_INPUT", "evidence-type", "input.evidence")
		attach(object{"id": untold}).Fails("BAD_INPUT", "evidence-type", "input.evidence")
		attach(object{"new": object{"title": "Avtal 2", "type": "AGREEMENT"}}).Fails("BAD_INPUT", "evidence-type", "input.evidence")
		attach(object{"id": report}, object{"id": report}).Good()
		attach(object{"new": object{"title": "Slutrapport", "type": "REPORT"}}).Good()
		last := attach(object{"id": report}).Good()
		indicator, _ := last["indicator"].(object)
		output, _ := last["output"].(object)
		if indicator["actual"] != 2. && output["deliveredCount"] != 2. {
			t.Errorf("got %v, want two reports", last)
		}
		attach(object{"new": object{"title": "slutrapport", "type": "REPORT"}}).Fails("CONFLICT", "evidence-once", "input.evidence")
	}
	w.Command("updateDocument", object{"id": report, "type": "AGREEMENT"}, "document { id }").Fails("BAD_INPUT", "evidence-type", "input")
}
