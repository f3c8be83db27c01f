package commands_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testworld"
)

// tellers gives which sources told what a record holds, each as "field = value: source".
func (w world) tellers(id string, fields ...string) []string {
	w.t.Helper()
	got := w.do(`query($id: ID!, $fields: [String!]) { node(id: $id) { ... on Record { fieldSources(fields: $fields) {
  field value locator sourceUnknown source { title } change { at actor action subject { id } } } } } }`, object{"id": id, "fields": fields})
	all := []string{}
	for _, told := range at(got, "node", "fieldSources").([]any) {
		source := fmt.Sprint(at(told, "sourceUnknown"))
		if at(told, "source") != nil {
			source = fmt.Sprint(at(told, "source", "title"))
		}
		if (at(told, "source") == nil) != (at(told, "change") == nil) || (at(told, "source") == nil) != (at(told, "sourceUnknown") != nil) {
			w.t.Errorf("a source without its change, or a reason beside a source: %v", told)
		}
		all = append(all, fmt.Sprintf("%s = %s: %s", at(told, "field"), at(told, "value"), source))
	}
	return all
}

// tells asks which sources told what a record holds.
func (w world) tells(why, id string, fields []string, want ...string) {
	w.t.Helper()
	if diff := cmp.Diff(want, w.tellers(id, fields...)); diff != "" {
		w.t.Errorf("%s: %s", why, diff)
	}
}

// update corrects an organisation on the word of a source.
func (w world) update(id, source string, more object) answer {
	more["id"], more["source"] = id, ground(source)
	return w.command("updateOrganisation", more, changed)
}

// Each field tells the source whose word it holds: the first one's, a later one's that said the same, a correction's, and after a correction
// is taken back the earlier one's.
func TestWhichSourceToldAField(t *testing.T) {
	w := newWorld(t)
	group := w.organisation("Group")
	id := w.make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "unitOf": group, "aliases": []string{"Firm"}, "homepage": "https://firm.example/",
		"identifiers": number("SE_ON", swedish), "location": object{"municipality": "Östersund"}, "source": ground("Register")}, "organisation")
	names := []string{"legalName", "country", "sizeClass", "unitOf"}
	w.tells("entered", id, nil, "legalName = Firm AB: Register", "aliases = Firm: Register", "country = SE: Register", "homepage = https://firm.example/: Register",
		"identifiers = SE_ON, "+strings.ReplaceAll(swedish, "-", "")+": Register", "location = Östersund, SE322: Register", "unitOf = "+group+": Register")
	w.update(id, "Letter", object{"sizeClass": "SMALL", "country": "SE"}).good()
	w.tells("a letter says the same of the country, and the size", id, names,
		"legalName = Firm AB: Register", "country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "unitOf = "+group+": Register")
	corrected := w.update(id, "Call", object{"legalName": "Firm Nord AB", "unitOf": nil, "aliases": []string{"Firm", "Nord"}, "location": object{"municipality": "Åre"}}).good()
	w.tells("corrected", id, append(names, "aliases", "location"), "legalName = Firm Nord AB: Call", "aliases = Firm: Register", "aliases = Nord, Firm AB: Call",
		"country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "location = SE322: Register", "location = Åre: Call")
	back := w.command("revertChange", object{"id": lastChange(corrected), "source": ground("Apology")}, changed).good()
	earlier := []string{"legalName = Firm AB: Register", "country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "unitOf = " + group + ": Register"}
	w.tells("the correction is taken back", id, names, earlier...)
	w.revert(lastChange(back)).good()
	w.tells("and holds again", id, []string{"legalName", "unitOf"}, "legalName = Firm Nord AB: Call")
	other := w.command("updateOrganisation", object{"id": id, "legalName": "Firm Syd AB", "source": ground("Gossip")}, "command").good()
	w.command("revertCommand", object{"command": other["command"], "source": ground("Apology")}, "reverted { id }").good()
	w.tells("a whole command is taken back", id, []string{"legalName"}, "legalName = Firm Nord AB: Call")
	refused := w.ask(`query($id: ID!) { organisation(id: $id) { fieldSources(fields: ["legalNames"]) { value } } }`, object{"id": id})
	if len(refused.Errors) != 1 || refused.Errors[0].Extensions.Code != "BAD_INPUT" {
		t.Errorf("a field that no record has: %+v", refused.Errors)
	}
}

// A merge and its taking back leave each field with who told it.
func TestAMergeKeepsWhoToldAField(t *testing.T) {
	w := newWorld(t)
	group := w.organisation("Group")
	kept := w.make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "aliases": []string{"Firma"}, "source": ground("Register")}, "organisation")
	merged := w.make("registerOrganisation", object{"legalName": "Firm", "country": "SE", "sizeClass": "SMALL", "aliases": []string{"Firmen"}, "unitOf": group,
		"identifiers": number("SE_ON", swedish), "source": ground("Letter")}, "organisation")
	membership := w.make("admitMember", object{"member": merged, "network": w.network("N", "FORMING"), "source": ground("Minutes")}, "membership")
	before := [][]string{w.tellers(kept), w.tellers(merged), w.tellers(membership)}
	if strings.Contains(strings.Join(before[0], " "), "possibleDuplicates") || len(w.pairs()) == 0 {
		t.Errorf("that two may be one is worked out, and told by nobody: %v", before[0])
	}
	done := w.command("judgeIdentity", object{"organisation": kept, "other": merged, "verdict": "SAME", "source": ground("Judgement")}, changed).good()
	w.tells("merged", kept, nil, "legalName = Firm AB: Register", "aliases = Firma: Register", "aliases = Firmen: Letter", "aliases = Firm: Judgement",
		"country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "identifiers = SE_ON, "+strings.ReplaceAll(swedish, "-", "")+": Letter", "unitOf = "+group+": Letter")
	w.tells("the membership of the merged one", membership, []string{"member"}, "member = "+kept+": Minutes")
	w.command("revertChange", object{"id": lastChange(done), "source": ground("Apology")}, changed).good()
	if diff := cmp.Diff(before, [][]string{w.tellers(kept), w.tellers(merged), w.tellers(membership)}); diff != "" {
		t.Errorf("the merge is taken back: %s", diff)
	}
}

// A source that the viewer may not see is not told, nor when it told what: the value stands there as one of which no source is recorded.
func TestAHiddenSourceIsNotTold(t *testing.T) {
	w := newWorld(t)
	id := w.make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "source": ground("Register")}, "organisation")
	group := w.organisation("Group")
	hidden := w.make("recordDocument", object{"title": "Confidential", "sensitivity": "COORDINATORS"}, "source")
	w.command("updateOrganisation", object{"id": id, "country": "SE", "legalName": "Firm Nord AB", "sizeClass": "SMALL", "unitOf": group, "source": object{"id": hidden}}, changed).good()
	w.tells("a coordinator", id, nil, "legalName = Firm Nord AB: Confidential", "aliases = Firm AB: Confidential", "country = SE: Register", "country = SE: Confidential", "sizeClass = SMALL: Confidential", "unitOf = "+group+": Confidential",
		"formerNames = Firm AB, LEGAL_NAME: Confidential")
	public := w.as("PUBLIC")
	public.tells("the public", id, nil, "legalName = Firm Nord AB: NOT_RECORDED", "aliases = Firm AB: NOT_RECORDED", "country = SE: Register", "sizeClass = SMALL: NOT_RECORDED",
		"unitOf = "+group+": NOT_RECORDED", "formerNames = Firm AB, LEGAL_NAME: NOT_RECORDED")
	// The same as when it had not been recorded at all.
	seen := public.tellers(id)
	w.run(`MATCH (s:Source {id: $id})<-[:HAS_SOURCE]-(c:Change)-[:CHANGED]->(:Organisation) DETACH DELETE c`, object{"id": hidden})
	if diff := cmp.Diff(w.tellers(id), seen); diff != "" {
		t.Errorf("what is hidden leaves a trace: %s", diff)
	}
	w.run(`MATCH (o:Organisation {legalName: 'Group'}) SET o.audience = 2`, nil)
	if got := public.tellers(w.make("registerOrganisation", object{"legalName": "Unit", "unitOf": group}, "organisation"), "unitOf"); len(got) > 0 {
		t.Errorf("what leads to a hidden record is told: %v", got)
	}
}

// A member list is a source of what it tells beside what was held, with the cell.
func TestAMemberListIsASourceOfFields(t *testing.T) {
	w, network := listed(t)
	w.uploading("lista.csv", memberList, object{"network": network}, "taken").good()
	got := w.do(`{ organisations(filter: {text: "Regionen"}) { nodes { fieldSources(fields: ["legalName", "location"]) { field value locator source { title } } } } }`, nil)
	expect(t, "the list's", at(got, "organisations", "nodes", 0, "fieldSources"), `[
	  {"field": "legalName", "value": "Regionen", "locator": null, "source": {"title": "A letter"}},
	  {"field": "location", "value": "Åre, SE322", "locator": "cell C3", "source": {"title": "lista.csv"}}]`)
}

// run writes by a statement, past the commands.
func (w world) run(text string, params object) {
	w.t.Helper()
	must(w.t, w.db.Write(w.t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: text, Params: params})
		return err
	}))
}

// What sources of records are told of their fields costs a statement nothing where nobody asks for it, and one subquery where somebody does.
func TestFieldSourcesHaveTheirPlaceInEveryRecordType(t *testing.T) {
	m := testworld.Model(t)
	for _, kind := range m.Types() {
		if f := kind.Field("fieldSources"); kind.Record && (f == nil || !slices.Equal(f.Gathers, []string{"tellings"})) {
			t.Errorf("%s does not tell who told its fields", kind.Name)
		}
	}
}
