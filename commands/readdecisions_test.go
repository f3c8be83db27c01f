package commands_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"partnernet/testworld"
	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

const grantingText = `Dnr: 2020-1234
Beslutsdatum: 2020-05-04

Region Dalarna beviljar Norrsken Digital AB (556091-2148) stöd med 40 % av godkända kostnader, dock högst 400 000 kronor, för projektet ”Norr”.
Norrsken Digital AB ansökte den 24 januari 2020 om 500 000 kronor.
Slutrapport ska lämnas senast den 31 mars 2021.
Handläggare: Anna Berg
`

// readDraft sends a file to readDecision.
func readDraft(w register.World, file, content, selection string) register.Answer {
	w.T.Helper()
	return w.SendFile("query($file: Upload!) { readDecision(file: $file) { "+selection+" } }", object{"file": nil}, "variables.file", file, content)
}

// importing sends a decision to importDecision.
func importing(w register.World, content string, input object, selection string) register.Answer {
	w.T.Helper()
	return w.Upload("importDecision", "beslut.txt", content, input, selection)
}

const became = "counts { type created changed same } leftOut disagreements { type field held told } command decision { id caseNumber } project { acronym }"

// countsOf gives how many records of a type are new, have changed or are as before.
func countsOf(payload object) map[string][3]float64 {
	counts := map[string][3]float64{}
	for _, each := range payload["counts"].([]any) {
		c := each.(object)
		counts[c["type"].(string)] = [3]float64{c["created"].(float64), c["changed"].(float64), c["same"].(float64)}
	}
	return counts
}

// A draft tells each fact with the words that it rests on, and no person.
func TestADecisionIsRead(t *testing.T) {
	w := register.New(t)
	got := readDraft(w, "beslut.txt", grantingText, `language format macros personsLeftOut pages { number text } absent { kind reason fields { field example } }
  facts { id kind label values { field value words enumeration } receipt { page from to quote sentence locator sure untilPage } } contradictions { kind } notUnderstood { holds receipt { quote } }`).Good()["readDecision"].(object)
	page := []rune(got["pages"].([]any)[0].(object)["text"].(string))
	if len(page) != len([]rune(grantingText)) || strings.Contains(string(page), "Anna") || got["personsLeftOut"] != 1.0 {
		t.Errorf("the page is %s; %v persons", string(page), got["personsLeftOut"])
	}
	values := map[string]string{}
	for _, each := range got["facts"].([]any) {
		fact, receipt := each.(object), each.(object)["receipt"].(object)
		for _, v := range fact["values"].([]any) {
			values[fact["id"].(string)+"."+v.(object)["field"].(string)] = v.(object)["value"].(string)
		}
		stands := string(page[int(receipt["from"].(float64)):int(receipt["to"].(float64))])
		if strings.Join(strings.Fields(stands), " ") != receipt["quote"] || !strings.Contains(receipt["sentence"].(string), receipt["quote"].(string)) {
			t.Errorf("%v quotes %v of %v, and %q stands there", fact["id"], receipt["quote"], receipt["sentence"], stands)
		}
	}
	for id, want := range map[string]string{"cap.value": "400000.00 SEK", "aidRate.value": "0.4", "decidedOn.value": "2020-05-04", "outcome.value": "PARTLY_GRANTED", "obligation.dueOn": "2021-03-31"} {
		if values[id] != want {
			t.Errorf("%s is %q, want %q", id, values[id], want)
		}
	}
	if !slices.ContainsFunc(got["absent"].([]any), func(each any) bool { return each.(object)["kind"] == "plannedTo" }) {
		t.Errorf("that the end of the project is not told is not said: %v", got["absent"])
	}
}

// What is wrong with a file is told at the file, with what to do, before anything is asked of the database.
func TestFilesThatAreNoDecisionAreRefused(t *testing.T) {
	w := register.New(t)
	for file, says := range map[string]string{"scanned.pdf": "no text", "encrypted.pdf": "password", "500-pages.pdf": "500 pages"} {
		content, err := os.ReadFile("../pagetext/testdata/" + file)
		testworld.Must(t, err)
		for _, a := range []register.Answer{readDraft(w, file, string(content), "sha256"), w.Upload("importDecision", file, string(content), object{}, "command")} {
			if len(a.Errors) != 1 || a.Errors[0].Extensions.Code != "BAD_INPUT" || !strings.Contains(a.Errors[0].Message, says) {
				t.Errorf("%s: %+v", file, a.Errors)
			}
		}
	}
	readDraft(w, "a.pdf", "%PDF-1.7 no PDF", "sha256").Fails("BAD_INPUT", "", "file")
	readDraft(w, "a.docx", "PK\x03\x04 no document", "sha256").Fails("BAD_INPUT", "", "file")
	readDraft(w, "empty.txt", "  ", "sha256").Fails("BAD_INPUT", "", "file")
	readDraft(w.As("PUBLIC"), "a.txt", grantingText, "sha256").Fails("FORBIDDEN", "", "")
	importing(w.As("PUBLIC"), grantingText, object{}, "command").Fails("FORBIDDEN", "", "")
}

// A Word document with macros is read as its text stands, and that it has them is told. They are not run: what is in them is not even looked at.
func TestAWordDocumentWithMacrosIsRead(t *testing.T) {
	w := register.New(t)
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	var paragraphs strings.Builder
	for line := range strings.Lines(grantingText) {
		fmt.Fprintf(&paragraphs, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", strings.TrimSpace(line))
	}
	for name, text := range map[string]string{"word/vbaProject.bin": "Sub AutoOpen() cap = 900 000 kronor",
		"word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + paragraphs.String() + `</w:body></w:document>`} {
		part, err := archive.Create(name)
		testworld.Must(t, err)
		_, err = part.Write([]byte(text))
		testworld.Must(t, err)
	}
	testworld.Must(t, archive.Close())
	got := readDraft(w, "beslut.docm", file.String(), "format macros pages { text } facts { id values { value } }").Good()["readDecision"].(object)
	page := got["pages"].([]any)[0].(object)["text"].(string)
	if got["format"] != "WORD" || got["macros"] != true || strings.Contains(page, "AutoOpen") {
		t.Errorf("format %v, macros %v: %s", got["format"], got["macros"], page)
	}
	if !slices.ContainsFunc(got["facts"].([]any), func(f any) bool {
		return f.(object)["id"] == "cap" && f.(object)["values"].([]any)[0].(object)["value"] == "400000.00 SEK"
	}) {
		t.Errorf("the cap is not told: %v", got["facts"])
	}
}

// A decision is recorded as its text says and somebody corrects it: each value with its sentence, once, and it can be taken back.
func TestADecisionIsImported(t *testing.T) {
	w := register.New(t)
	importing(w, grantingText, object{"corrections": []object{{"fact": "cap", "values": []object{{"value": "much"}}}}}, "command").Fails("BAD_INPUT", "", "input.corrections[0].values")
	importing(w, grantingText, object{"corrections": []object{{"fact": "project", "leaveOut": true}}}, "command").Fails("BAD_INPUT", "", "input.corrections")
	importing(w, grantingText, object{"corrections": []object{{"fact": "aidRate", "leaveOut": true}, {"fact": "aidRate", "values": []object{{"value": "0.5"}}}}}, "command").Fails("BAD_INPUT", "", "input.corrections[1]")
	importing(w, grantingText, object{"corrections": []object{{"fact": "aidRate", "values": []object{{"value": "0.5"}, {"value": "0.6"}}}}}, "command").Fails("BAD_INPUT", "", "input.corrections[0].values")
	importing(w, grantingText, object{"corrections": []object{{"fact": "aidRate", "values": []object{{"value": "1.5"}}}}}, "command").Fails("BAD_INPUT", "aid-rate", "input.corrections[0].values")
	corrections := []object{
		{"fact": "cap", "values": []object{{"value": "410 000 kronor"}}},
		{"kind": "plannedTo", "values": []object{{"value": "2021-01-31"}}, "at": object{"page": 1, "from": 0, "to": 3}},
	}
	before := w.Dump()
	trial := importing(w, grantingText, object{"corrections": corrections, "dryRun": true}, became).Good()
	if diff := cmp.Diff(before, w.Dump()); diff != "" || trial["command"] != nil || trial["project"].(object)["acronym"] != "Norr" {
		t.Errorf("a dry run leaves something, or says nothing: %v %s", trial, diff)
	}
	first := importing(w, grantingText, object{"corrections": corrections}, became).Good()
	if diff := cmp.Diff(countsOf(trial), countsOf(first)); diff != "" || first["leftOut"] == nil {
		t.Error(diff)
	}
	got := w.Do(`{ project(acronym: "Norr") { plannedTo fieldSources(fields: ["plannedTo"]) { locator } awards { cap { amount currency } aidRate
  fieldSources(fields: ["cap", "aidRate"]) { field locator } } } decision(caseNumber: "2020-1234") { decidedOn outcome document { sha256 } } organisations { nodes { legalName } } }`, nil)
	award := got["project"].(object)["awards"].([]any)[0].(object)
	sentence := "Region Dalarna beviljar Norrsken Digital AB (556091-2148) stöd med 40 % av godkända kostnader, dock högst 400 000 kronor, för projektet ”Norr”."
	for _, told := range award["fieldSources"].([]any) {
		if locator := told.(object)["locator"].(string); !strings.HasPrefix(locator, "page 1, characters ") || !strings.HasSuffix(locator, ": ”"+sentence+"”") {
			t.Errorf("%v is told at %s", told.(object)["field"], locator)
		}
	}
	register.Expect(t, "a correction", []any{award["cap"], got["project"].(object)["plannedTo"], got["project"].(object)["fieldSources"]},
		`[{"amount": "410000.00", "currency": "SEK"}, "2021-01-31", [{"locator": "page 1, characters 0–3: ”Dnr”"}]]`)
	again := importing(w, grantingText, object{"corrections": corrections}, became).Good()
	for name, count := range countsOf(again) {
		if count[0]+count[1] > 0 {
			t.Errorf("the second time %v %s were new or changed", count, name)
		}
	}
	if again["command"] != nil {
		t.Errorf("what has changed nothing can be taken back: %v", again["command"])
	}
	w.Command("revertCommand", object{"command": first["command"]}, "command").Good()
	if n := w.Do("{ decisions { totalCount } }", nil)["decisions"].(object)["totalCount"]; n != 0.0 {
		t.Errorf("%v decisions are left", n)
	}
}

// An application that waits moves to what the decision says, with what hangs on it, and all of that is taken back as one.
func TestADecisionMovesTheApplicationThatWaits(t *testing.T) {
	w := register.New(t)
	application := w.Make("recordApplication", object{"project": w.Project("Norr"), "appliedTo": w.Organisation("Region Dalarna"), "caseNumber": "2020-1234"}, "application")
	waiting := w.Granted(w.Application("Another"), register.OtherFinancing(application))
	stand := func() []string {
		return []string{w.State(application), w.State(w.ConditionOf(waiting)), w.State(waiting)}
	}
	before := stand()
	payload := importing(w, grantingText, object{"corrections": []object{{"fact": "outcome", "values": []object{{"value": "GRANTED"}}}}}, became).Good()
	if diff := cmp.Diff([]string{"GRANTED", "MET", "EFFECTIVE"}, stand()); diff != "" || len(payload["disagreements"].([]any)) > 0 {
		t.Error(payload["disagreements"], diff)
	}
	history := register.At(w.Do("query($id: ID!) { application(id: $id) { history { nodes { id } } } }", object{"id": application}), "application", "history", "nodes").([]any)
	w.Revert(history[len(history)-1].(object)["id"].(string)).Good()
	if diff := cmp.Diff(before, stand()); diff != "" {
		t.Errorf("what followed stays: %s", diff)
	}
}

// What is held and others' to keep is led to and not changed; a project that is theirs is not added to.
func TestADecisionAboutWhatIsOthers(t *testing.T) {
	k := register.NewStaffed(t)
	version := k.Command("updateOrganisation", object{"id": k.Theirs, "legalName": "Norrsken Digital AB"}, "organisation { version }").Good()["organisation"].(object)["version"]
	ours := k.By("COORDINATOR")
	importing(ours, grantingText, object{}, became).Good()
	got := k.Do("query($id: ID!) { organisation(id: $id) { version awardsReceived { nodes { cap { amount } } } } }", object{"id": k.Theirs})["organisation"].(object)
	register.Expect(t, "an organisation of others", got["awardsReceived"], `{"nodes": [{"cap": {"amount": "400000.00"}}]}`)
	if got["version"] != version {
		t.Errorf("the organisation of others was changed: version %v, was %v", got["version"], version)
	}
	importing(k.By("REPRESENTATIVE"), grantingText, object{}, "command").Fails("FORBIDDEN", "", "")
	importing(ours, strings.ReplaceAll(grantingText, "2020-1234", "2020-1235"), object{}, "command").Fails("FORBIDDEN", "", "input.file")
}

// What a decision depends on holds back each of its awards: a further one that the text grants, and one that somebody tells. Terms that are kept while an award runs are recorded with the first.
func TestWhatADecisionDependsOnHoldsBackEachOfItsAwards(t *testing.T) {
	w := register.New(t)
	const text = `Region Dalarna
Beslutsdatum: 2026-02-20
Diarienummer: RD/91/2026

Region Dalarna beviljar Alfa Synlig AB 700 000 kronor och Krokoms kommun 300 000 kronor till projektet "Gränsvakt".
Som villkor gäller att övrig finansiering ordnas.
Upphandling ska göras enligt lagen om offentlig upphandling.
`
	told := object{"corrections": []object{{"kind": "award", "values": []object{{"field": "recipient", "value": "Beta Öppen AB"}, {"field": "cap", "value": "1000 SEK"}}}}}
	importing(w, text, told, "command").Good()
	got := w.Do("{ awards { nodes { recipient { legalName } state conditions { type status } } } }", nil)["awards"].(object)["nodes"].([]any)
	awards := map[string]object{}
	for _, award := range got {
		awards[award.(object)["recipient"].(object)["legalName"].(string)] = award.(object)
	}
	for recipient, conditions := range map[string]string{
		"Alfa Synlig AB": `[{"type": "OTHER_FINANCING", "status": "OPEN"}, {"type": "PROCUREMENT", "status": "OPEN"}]`,
		"Krokoms kommun": `[{"type": "OTHER_FINANCING", "status": "OPEN"}]`, "Beta Öppen AB": `[{"type": "OTHER_FINANCING", "status": "OPEN"}]`,
	} {
		register.Expect(t, recipient, awards[recipient]["conditions"], conditions)
		if state := awards[recipient]["state"]; state != "CONDITIONAL" {
			t.Errorf("the award of %s is %v", recipient, state)
		}
	}
	if again := importing(w, text, told, became).Good(); again["command"] != nil {
		t.Errorf("the second time it changed %v", countsOf(again))
	}
}

// What another network keeps to itself leaves no trace in the import of the same decision: not in the ids, and not when the file is given again.
func TestAHiddenDecisionLeavesNothingInAnImport(t *testing.T) {
	const ids = became + " source { id } project { id } decision { id version sources { id } history { totalCount } }"
	shapes := func(payload object) (all []string) {
		for _, name := range []string{"source", "project", "decision"} {
			id := register.At(payload, name, "id").(string)
			all = append(all, name+" "+id[14:15]) // the version of the UUID
		}
		return all
	}
	k := register.NewStaffed(t)
	k.GiveRole("theirs", "COORDINATOR", k.N)
	ours, theirs := k.By("COORDINATOR"), k.By("theirs")
	without := importing(ours, grantingText, object{"dryRun": true}, ids).Good()
	if other := importing(ours, grantingText, object{"dryRun": true}, ids).Good(); register.At(without, "decision", "id") == register.At(other, "decision", "id") {
		t.Error("the id of a decision can be known beforehand, so that another one tells that it is taken")
	}
	hidden := importing(theirs, grantingText, object{"audience": object{"class": "MEMBERS", "networks": []string{"N"}}}, ids).Good()
	with := importing(ours, grantingText, object{"dryRun": true}, ids).Good()
	if diff := cmp.Diff([]any{shapes(without), countsOf(without)}, []any{shapes(with), countsOf(with)}); diff != "" {
		t.Errorf("something hidden shows (-without it +with it): %s", diff)
	}
	first := importing(ours, grantingText, object{}, ids).Good()
	if diff := cmp.Diff(shapes(without), shapes(first)); diff != "" {
		t.Error(diff)
	}
	for who, w := range map[string]register.World{"who hides it": theirs, "who does not see that": ours} {
		again := importing(w, grantingText, object{}, ids).Good()
		for name, count := range countsOf(again) {
			if count[0]+count[1] > 0 {
				t.Errorf("%s: the second time %v %s were new or changed", who, count, name)
			}
		}
		want := first
		if who == "who hides it" {
			want = hidden
		}
		if diff := cmp.Diff([]any{want["source"], want["decision"]}, []any{again["source"], again["decision"]}); diff != "" || again["command"] != nil {
			t.Errorf("%s: given again, it is something else: %v %s", who, again["command"], diff)
		}
	}
}
