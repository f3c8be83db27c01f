package commands_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

const judged = `taken counts { verdict count } columns { heading field } source { title reference document { sha256 } }
  rows { row verdict name organisation { legalName country identifiers { value } } membership { role state validFrom sources { title } } problems { code cell } values { field told } candidates { organisation { legalName } } }`

func TestAMemberListIsPreviewedThenImportedOnce(t *testing.T) {
	w, network := register.Listed(t)
	before := w.Dump()
	preview := w.ImportMembers("lista.csv", register.MemberList, object{"network": network, "dryRun": true}, judged).Good()
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Errorf("a preview leaves something: %s", diff)
	}
	register.Expect(t, "the rows", preview["rows"], `[
	  {"row": 2, "verdict": "NEW", "name": "Exempel AB", "organisation": {"legalName": "Exempel AB", "country": "SE", "identifiers": [{"value": "5560912148"}]},
	   "membership": {"role": "BOARD_MEMBER", "state": "CLAIMED", "validFrom": "2020-01-31", "sources": [{"title": "lista.csv"}]}, "problems": [], "values": [], "candidates": []},
	  {"row": 3, "verdict": "CHANGED", "name": "Regionen", "organisation": {"legalName": "Regionen", "country": "SE", "identifiers": [{"value": "2321000214"}]},
	   "membership": {"role": "MEMBER", "state": "ACTIVE", "validFrom": "2019-05-31", "sources": [{"title": "A letter"}]},
	   "problems": [{"code": "COUNTRY_FROM_NUMBER", "cell": "A3"}], "values": [{"field": "municipality", "told": "Åre"}], "candidates": []},
	  {"row": 4, "verdict": "REFUSED", "name": "Fel siffra AB", "organisation": null, "membership": null, "problems": [{"code": "NUMBER_CHECK_DIGIT", "cell": "A4"}], "values": [], "candidates": []},
	  {"row": 5, "verdict": "NEW", "name": "Nordisk AS", "organisation": {"legalName": "Nordisk AS", "country": "NO", "identifiers": [{"value": "974760673"}]},
	   "membership": {"role": "MEMBER", "state": "CLAIMED", "validFrom": null, "sources": [{"title": "lista.csv"}]}, "problems": [], "values": [], "candidates": []},
	  {"row": 6, "verdict": "CONFLICT", "name": "Nordisk", "organisation": null, "membership": null, "problems": [{"code": "POSSIBLY_SAME", "cell": "B6"}], "values": [], "candidates": []},
	  {"row": 7, "verdict": "CONFLICT", "name": "Midsec", "organisation": null, "membership": null, "problems": [{"code": "NAME_OF_NETWORK", "cell": "B7"}], "values": [], "candidates": []}]`)
	register.Expect(t, "the counts, and the columns", object{"counts": preview["counts"], "columns": preview["columns"]}, `{
	  "counts": [{"verdict": "CONFLICT", "count": 2}, {"verdict": "REFUSED", "count": 1}, {"verdict": "NEW", "count": 2}, {"verdict": "CHANGED", "count": 1}, {"verdict": "SAME", "count": 0}],
	  "columns": [{"heading": "Org.nr", "field": "number"}, {"heading": "Företag", "field": "legalName"}, {"heading": "Kommun(e)", "field": "municipality"},
	    {"heading": "Land", "field": "country"}, {"heading": "Roll", "field": "role"}, {"heading": "Medlem sedan", "field": "validFrom"}, {"heading": "E-post", "field": null}]}`)

	withNone := w.ImportMembers("lista.csv", register.MemberList, object{"network": network, "allOrNothing": true}, "taken source { title }").Good()
	refused := w.ImportMembers("lista.csv", register.MemberList, object{"network": network, "allOrNothing": true}, "rows { organisation { id } membership { id } } otherSheets").Good()
	if diff := cmp.Diff(any([]any{}), refused["otherSheets"]); diff != "" {
		t.Errorf("other sheets of a text file: %s", diff)
	}
	for at, row := range refused["rows"].([]any) {
		if at == 1 { // it is of an organisation and a membership that are held
			continue
		}
		if diff := cmp.Diff(any(object{"organisation": nil, "membership": nil}), row); diff != "" {
			t.Errorf("a row of which nothing is held: %s", diff)
		}
	}
	if diff := cmp.Diff(records(before), records(w.Dump())); diff != "" || withNone["taken"] != false {
		t.Errorf("all or nothing wrote something: %s", diff)
	}

	done := w.ImportMembers("lista.csv", register.MemberList, object{"network": network}, judged).Good()
	if diff := cmp.Diff(preview, done); diff != "" {
		t.Errorf("the preview told otherwise: %s", diff)
	}
	before = w.Dump()
	again := w.ImportMembers("lista.csv", register.MemberList, object{"network": network}, "taken counts { count } rows(verdicts: [SAME], after: 2, first: 1) { row }").Good()
	register.Expect(t, "the same list again", again, `{"taken": false, "counts": [{"count": 2}, {"count": 1}, {"count": 0}, {"count": 0}, {"count": 3}], "rows": [{"row": 3}]}`)
	if diff := cmp.Diff(records(before), records(w.Dump())); diff != "" {
		t.Errorf("the same list again changes something: %s", diff)
	}
	history := w.Do(`{ organisation(identifier: {scheme: SE_ON, value: "2321000214"}) { location { municipality } history { nodes { action actor fields { name after } source { title } } } } }`, nil)
	register.Expect(t, "a change says what, who, and on which ground", history["organisation"].(object)["history"].(object)["nodes"].([]any)[1], `
	  {"action": "importMembers", "actor": "local coordinator", "fields": [{"name": "location", "after": "Åre, SE322"}], "source": {"title": "lista.csv"}}`)
}

// A list of which the file has been recorded as a document rests on that one.
func TestAListOfARecordedFileRestsOnIt(t *testing.T) {
	w, network := register.Listed(t)
	sum := sha256.Sum256([]byte(register.MemberList))
	document := w.Make("recordDocument", object{"title": "Medlemmar 2026", "sha256": hex.EncodeToString(sum[:])}, "document")
	documents := w.Count("Document")
	got := w.ImportMembers("lista.csv", register.MemberList, object{"network": network}, "taken source { document { id title } }").Good()
	want := object{"taken": true, "source": object{"document": object{"id": document, "title": "Medlemmar 2026"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if w.Count("Document") != documents {
		t.Error("the file is a second document")
	}
}

// records leaves out of a dump what is kept of commands and turns.
func records(dump []string) []string {
	var kept []string
	for _, line := range dump {
		if !strings.Contains(line, "[Command]") && !strings.Contains(line, "[Lock]") {
			kept = append(kept, line)
		}
	}
	return kept
}

// What is said of a list is said in the language of whoever asks, also when the same command is answered again.
func TestAMemberListIsToldInTheLanguageAskedFor(t *testing.T) {
	w, network := register.Listed(t)
	const list = "Organisation;Kommun;Roll;E-post\nRegionen;Åre;Vän;a@b.se\nRegionens;Åre;;\n"
	const selection = "columns { note } rows { problems { code sentence suggestion } candidates { reason } }"
	input := object{"network": network, "idempotencyKey": "k"}
	for language, want := range map[string]string{
		"sv": `{"columns": [{"note": null}, {"note": null}, {"note": null}, {"note": "Uppgifter om personer läses inte: registret är över organisationer."}], "rows": [
		  {"candidates": [], "problems": [{"code": "ROLE_UNKNOWN", "sentence": "Rollen Vän är inte känd.",
		    "suggestion": "Skriv samordnare, styrelseledamot, medlem, associerad eller observatör (också på norska eller engelska). Om kolumnen anger personers roller, utelämna den i mappningen."}]},
		  {"candidates": [{"reason": "samma namn utom ordföljd, genitiv-s eller orden i och län"}], "problems": [{"code": "POSSIBLY_SAME", "sentence": "Registret har en organisation med ett liknande namn: Regionen.",
		    "suggestion": "Om det är samma, skriv namnet som registret gör eller ange dess nummer; om inte, ange radens eget nummer."}]}]}`,
		"nb": `{"columns": [{"note": null}, {"note": null}, {"note": null}, {"note": "Opplysninger om personer leses ikke: registeret er over organisasjoner."}], "rows": [
		  {"candidates": [], "problems": [{"code": "ROLE_UNKNOWN", "sentence": "Rollen Vän er ikke kjent.",
		    "suggestion": "Skriv koordinator, styremedlem, medlem, assosiert eller observatør (også på svensk eller engelsk). Hvis kolonnen oppgir personers roller, utelat den i mappingen."}]},
		  {"candidates": [{"reason": "samme navn bortsett fra ordstilling, genitiv-s eller ordene i og län"}], "problems": [{"code": "POSSIBLY_SAME", "sentence": "Registeret har en organisasjon med et lignende navn: Regionen.",
		    "suggestion": "Hvis det er den samme, skriv navnet som registeret gjør eller oppgi nummeret; hvis ikke, oppgi radens eget nummer."}]}]}`,
		"en": `{"columns": [{"note": null}, {"note": null}, {"note": null}, {"note": "Data about persons are not read: the registry is of organisations."}], "rows": [
		  {"candidates": [], "problems": [{"code": "ROLE_UNKNOWN", "sentence": "The role Vän is not known.",
		    "suggestion": "Write coordinator, board member, member, associated or observer (also in Swedish or Norwegian). If the column tells persons' roles, leave it out by a map."}]},
		  {"candidates": [{"reason": "the same name but for the order of words, a genitive s, or the words i and län"}], "problems": [{"code": "POSSIBLY_SAME", "sentence": "The registry holds an organisation whose name is alike: Regionen.",
		    "suggestion": "If it is the same, write its name as the registry does or give its number; if not, give the row's own number."}]}]}`,
	} {
		w.Viewer.Language = language
		register.Expect(t, language, w.ImportMembers("lista.csv", list, input, selection).Good(), want)
	}
}

func TestAMemberListUnderAKeyIsImportedOnce(t *testing.T) {
	w, network := register.Listed(t)
	input := object{"network": network, "idempotencyKey": "k"}
	first := w.ImportMembers("lista.csv", register.MemberList, input, judged).Good()
	before := w.Dump()
	if diff := cmp.Diff(first, w.ImportMembers("lista.csv", register.MemberList, input, judged).Good()); diff != "" {
		t.Errorf("a replay answers otherwise: %s", diff)
	}
	if diff := cmp.Diff(records(before), records(w.Dump())); diff != "" {
		t.Errorf("a replay changes something: %s", diff)
	}
	w.ImportMembers("lista.csv", register.MemberList+"\n", input, judged).Fails("CONFLICT", "", "input.idempotencyKey")
}

// The rules of registering and admitting hold for a list, too.
func TestAListKeepsTheRulesOfAdmission(t *testing.T) {
	w, network := register.Listed(t)
	hidden := w.Make("registerOrganisation", object{"legalName": "Hemlig AB", "sensitivity": "RESTRICTED", "identifiers": []object{{"scheme": "SE_ON", "value": "556091-2148"}}}, "organisation")
	seen := w.Organisation("Synlig AB")
	w.Make("admitMember", object{"member": seen, "network": network, "sensitivity": "RESTRICTED"}, "membership")
	closed := w.Network("GAMMAL", "CLOSED")
	coordinator := w.As("COORDINATORS")

	answer := coordinator.ImportMembers("a.csv", "Org.nr;Namn\n5560912148;Fjällräven AB\n;Synlig AB\n;Hemlig AB\n", object{"network": network},
		"rows { verdict organisation { legalName } problems { code } candidates { reason } }").Good()
	register.Expect(t, "neither a membership that is hidden nor an organisation is told", answer["rows"], `[
	  {"verdict": "NEW", "organisation": {"legalName": "Fjällräven AB"}, "problems": [{"code": "COUNTRY_FROM_NUMBER"}], "candidates": []},
	  {"verdict": "NEW", "organisation": {"legalName": "Synlig AB"}, "problems": [{"code": "ONLY_A_NAME"}], "candidates": []},
	  {"verdict": "NEW", "organisation": {"legalName": "Hemlig AB"}, "problems": [{"code": "ONLY_A_NAME"}], "candidates": []}]`)
	if told, err := json.Marshal(answer); err != nil || strings.Contains(string(told), hidden) {
		t.Error("an organisation that is hidden is told", err)
	}
	answer = w.ImportMembers("a.csv", "Namn;Kommun\nNy AB;Åre\n", object{"network": closed}, "rows { verdict problems { code } }").Good()
	register.Expect(t, "a closed network takes no members", answer["rows"], `[{"verdict": "REFUSED", "problems": [{"code": "NETWORK_CLOSED"}]}]`)

	for _, row := range []struct {
		why, file, content string
		by                 register.World
		input              object
		code, field        string
	}{
		{"no such network", "a.csv", "Namn;Kommun\n", w, object{"network": "x"}, "NOT_FOUND", "input.network"},
		{"somebody who may not write", "a.csv", "Namn;Kommun\n", w.As("MEMBERS"), object{"network": network}, "FORBIDDEN", ""},
		{"more secret than who imports may see", "a.csv", "Namn;Kommun\nA;B\n", coordinator, object{"network": network, "sensitivity": "RESTRICTED"}, "FORBIDDEN", "input.sensitivity"},
		{"no list", "a.pdf", "%PDF-1.7", w, object{"network": network}, "BAD_INPUT", "input.file"},
		{"a map to what there is not", "a.csv", "Namn;Kommun\n", w, object{"network": network, "map": []object{{"heading": "Namn", "field": "town"}}}, "BAD_INPUT", "input.map"},
	} {
		t.Run(row.why, func(t *testing.T) {
			row.by.On(t).ImportMembers(row.file, row.content, row.input, "taken").Fails(row.code, "", row.field)
		})
	}
}

// A row is held already only where the membership stands as the row says, as commands have left it.
func TestAListBesideWhereMembershipsStand(t *testing.T) {
	w, network := register.Listed(t)
	admitted := func(name string, more object) string {
		return w.Make("admitMember", register.Merged(object{"network": network, "member": w.Organisation(name), "validFrom": "2024-01-01"}, more), "membership")
	}
	w.Make("endMembership", object{"id": admitted("Slutad AB", nil), "validTo": "2025-06-30"}, "membership")
	w.Make("endMembership", object{"id": admitted("Borta AB", nil)}, "membership")
	w.Make("endMembership", object{"id": admitted("Sista dagen AB", nil), "validTo": register.DayFrom(0)}, "membership")
	admitted("Påtänkt AB", object{"state": "PROPOSED"})
	w.Make("updateMembership", object{"id": admitted("Vilande AB", nil), "state": "PAUSED"}, "membership")
	list := "Organisation;Medlem sedan;Status\nSlutad AB;2024-01-01;aktiv\nBorta AB;2024-01-01;\nSista dagen AB;2024-01-01;aktiv\n" +
		"Påtänkt AB;2024-01-01;\nVilande AB;2024-01-01;aktiv\nNy AB;2024-01-01;pausat\n"
	const rows = "rows { name verdict membership { state pausedSince } problems { code sentence } }"
	want := func(last string) string {
		return `[
	  {"name": "Slutad AB", "verdict": "CONFLICT", "membership": {"state": "ENDED", "pausedSince": null}, "problems": [{"code": "MEMBERSHIP_ENDED", "sentence": "That membership has ended by the registry, and the row does not say so."}]},
	  {"name": "Borta AB", "verdict": "CONFLICT", "membership": {"state": "ENDED", "pausedSince": null}, "problems": [{"code": "MEMBERSHIP_ENDED", "sentence": "That membership has ended by the registry, and the row does not say so."}]},
	  {"name": "Sista dagen AB", "verdict": "SAME", "membership": {"state": "ACTIVE", "pausedSince": null}, "problems": []},
	  {"name": "Påtänkt AB", "verdict": "CONFLICT", "membership": {"state": "PROPOSED", "pausedSince": null}, "problems": [{"code": "HELD_DIFFERENTLY", "sentence": "The registry holds the membership as proposed, and the row stands among the members."}]},
	  {"name": "Vilande AB", "verdict": "CONFLICT", "membership": {"state": "PAUSED", "pausedSince": "` + register.DayFrom(0) + `"}, "problems": [{"code": "HELD_DIFFERENTLY", "sentence": "The registry holds paused as status, and the row tells active."}]},
	  {"name": "Ny AB", "verdict": "` + last + `", "membership": {"state": "PAUSED", "pausedSince": null}, "problems": []}]`
	}
	register.Expect(t, "the list", w.ImportMembers("lista.csv", list, object{"network": network}, rows).Good()["rows"], want("NEW"))
	register.Expect(t, "the list again", w.ImportMembers("lista.csv", list, object{"network": network}, rows).Good()["rows"], want("SAME"))
}

// What is held becomes a claim where another source says otherwise. Whoever does not see that one is told of neither.
func TestAHiddenSourceThatDisagreesDoesNotShow(t *testing.T) {
	w, network := register.Listed(t)
	tell := func(homepage, sensitivity, adds, value string) {
		list := "Organisation;Org.nr;Webbplats;" + adds + "\nExempel AB;556091-2148;" + homepage + ";" + value + "\n"
		w.ImportMembers(homepage+".csv", list, object{"network": network, "sensitivity": sensitivity}, "taken").Good()
	}
	claims := func(clearance string) any {
		return w.As(clearance).Do(`{ organisation(identifier: {scheme: SE_ON, value: "5560912148"}) { homepage claims { value source { title } } } }`, nil)["organisation"]
	}
	tell("a.example", "PUBLIC", "Land", "SE")
	tell("b.example", "COORDINATORS", "Kommun", "Åre")
	register.Expect(t, "beside what is hidden", claims("PUBLIC"), `{"homepage": "https://a.example", "claims": []}`)
	register.Expect(t, "to whom nothing is hidden", claims("COORDINATORS"), `{"homepage": "https://a.example", "claims": [
	  {"value": "https://a.example", "source": {"title": "a.example.csv"}}, {"value": "https://b.example", "source": {"title": "b.example.csv"}}]}`)
	tell("c.example", "PUBLIC", "Bolagsform", "Aktiebolag")
	register.Expect(t, "beside what everybody sees", claims("PUBLIC"), `{"homepage": "https://a.example", "claims": [
	  {"value": "https://a.example", "source": {"title": "a.example.csv"}}, {"value": "https://c.example", "source": {"title": "c.example.csv"}}]}`)
	tell("d.example", "PUBLIC", "Kategori", "A")
	if got := len(claims("COORDINATORS").(object)["claims"].([]any)); got != 4 {
		t.Errorf("%d claims of four sources", got)
	}
}

// What stands in a list besides members is told once, in the language asked for, and rows that repeat others say which.
func TestWhatIsToldOnceOfAList(t *testing.T) {
	w, network := register.Listed(t)
	list := "Organisation;Org.nr;Not\nNorska medlemmar;;\nExempel AB;;\x1a\nOrganisation;Org.nr;Not\nokänd;;\n" + strings.Repeat("Exempel AB;;\n", 2231)
	w.Viewer.Language = "nb"
	got := w.ImportMembers("lista.csv", list, object{"network": network}, "notes { code count rows sentence suggestion } rows(verdicts: [SAME], first: 1) { row repeats problems { code } } counts { verdict count }").Good()
	register.Expect(t, "the notes", object{"notes": got["notes"], "rows": got["rows"]}, `{"rows": [{"row": 6, "repeats": 3, "problems": []}], "notes": [
	  {"code": "REPEATED_ROWS", "count": 2231, "rows": [6, 7, 8, 9, 10, 11, 12, 13, 14, 15], "suggestion": "De kan slettes; ingenting går tapt.",
	   "sentence": "Rader som sier det samme som en rad ovenfor, og ikke tas en gang til: 2231 (rad 6; 7; 8; 9; 10; 11; 12; 13; 14; 15; …)."},
	  {"code": "REPEATED_HEADINGS", "count": 1, "rows": [4], "suggestion": null, "sentence": "Overskrifter som gjentas inne i listen, og ikke leses: 1 (rad 4)."},
	  {"code": "SUBHEADINGS", "count": 1, "rows": [2], "suggestion": "Hvis noen av dem er en organisasjon, oppgi nummeret, landet eller kommunen i raden.",
	   "sentence": "Underoverskrifter, som ikke leses som medlemmer: 1 (rad 2 \"Norska medlemmar\")."},
	  {"code": "DAMAGED_CELLS", "count": 1, "rows": [3], "suggestion": null, "sentence": "Skadde celler i kolonner som ikke leses: 1 (C3 \\x1a). De hindrer ingenting."}]}`)
}

// Rows in doubt are settled by answers; an answer that settles nothing is refused, and nothing is taken.
func TestImportMembersWithAnswers(t *testing.T) {
	w := register.New(t)
	network := w.Network("N", "ESTABLISHED")
	held := w.Organisation("Exempel AB")
	const list = "Organisation;Land\nExempel;SE\n"
	const selection = "taken counts { verdict count } rows { verdict organisation { id } candidates { organisation { id } } }"
	asked := w.ImportMembers("lista.csv", list, object{"network": network, "dryRun": true}, selection).Good()
	register.Expect(t, "in doubt", asked["rows"], fmt.Sprintf(`[{"verdict": "CONFLICT", "organisation": null, "candidates": [{"organisation": {"id": %q}}]}]`, held))
	w.ImportMembers("lista.csv", list, object{"network": network, "answers": []object{{"row": 9, "organisation": held}}}, selection).Fails("BAD_INPUT", "", "input.answers")
	w.ImportMembers("lista.csv", list, object{"network": network, "answers": []object{{"row": 2, "organisation": network}}}, selection).Fails("BAD_INPUT", "", "input.answers")
	for _, second := range []object{{"row": 2}, {"row": 2, "organisation": held}} {
		for _, answers := range [][]object{{{"row": 2, "organisation": held}, second}, {second, {"row": 2, "organisation": held}}} {
			w.ImportMembers("lista.csv", list, object{"network": network, "answers": answers}, selection).Fails("BAD_INPUT", "", "input.answers[1]")
		}
	}
	taken := w.ImportMembers("lista.csv", list, object{"network": network, "answers": []object{{"row": 2, "organisation": held}}}, selection).Good()
	if taken["taken"] != true {
		t.Errorf("%v", taken)
	}
	members := w.Do(`{ network(acronym: "N") { memberships { nodes { member { id } } } } }`, nil)
	register.Expect(t, "admitted", members["network"], fmt.Sprintf(`{"memberships": {"nodes": [{"member": {"id": %q}}]}}`, held))
}
