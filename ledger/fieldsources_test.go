package ledger_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/store"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// tellers gives which sources told what a record holds, each as "field = value: source".
func tellers(w register.World, id string, fields ...string) []string {
	w.T.Helper()
	got := w.Do(`query($id: ID!, $fields: [String!]) { node(id: $id) { ... on Record { fieldSources(fields: $fields) {
  field value locator sourceUnknown source { title } change { at actor action subject { id } } } } } }`, object{"id": id, "fields": fields})
	all := []string{}
	for _, told := range register.At(got, "node", "fieldSources").([]any) {
		source := fmt.Sprint(register.At(told, "sourceUnknown"))
		if register.At(told, "source") != nil {
			source = fmt.Sprint(register.At(told, "source", "title"))
		}
		if (register.At(told, "source") == nil) != (register.At(told, "change") == nil) || (register.At(told, "source") == nil) != (register.At(told, "sourceUnknown") != nil) {
			w.T.Errorf("a source without its change, or a reason beside a source: %v", told)
		}
		all = append(all, fmt.Sprintf("%s = %s: %s", register.At(told, "field"), register.At(told, "value"), source))
	}
	return all
}

// tells asks which sources told what a record holds.
func tells(w register.World, why, id string, fields []string, want ...string) {
	w.T.Helper()
	if diff := cmp.Diff(want, tellers(w, id, fields...)); diff != "" {
		w.T.Errorf("%s: %s", why, diff)
	}
}

// update corrects an organisation on the word of a source.
func update(w register.World, id, source string, more object) register.Answer {
	more["id"], more["source"] = id, testworld.Ground(source)
	return w.Command("updateOrganisation", more, register.Changed)
}

// Each field tells the source whose word it holds: the first one's, a later one's that said the same, a correction's, and after a correction
// is taken back the earlier one's.
func TestWhichSourceToldAField(t *testing.T) {
	w := register.New(t)
	group := w.Organisation("Group")
	id := w.Make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "unitOf": group, "aliases": []string{"Firm"}, "homepage": "https://firm.example/",
		"identifiers": register.Number("SE_ON", register.Swedish), "location": object{"municipality": "Östersund"}, "source": testworld.Ground("Register")}, "organisation")
	names := []string{"legalName", "country", "sizeClass", "unitOf"}
	tells(w, "entered", id, nil, "legalName = Firm AB: Register", "aliases = Firm: Register", "country = SE: Register", "homepage = https://firm.example/: Register",
		"identifiers = SE_ON, "+strings.ReplaceAll(register.Swedish, "-", "")+": Register", "location = Östersund, SE322: Register", "unitOf = "+group+": Register")
	update(w, id, "Letter", object{"sizeClass": "SMALL", "country": "SE"}).Good()
	tells(w, "a letter says the same of the country, and the size", id, names,
		"legalName = Firm AB: Register", "country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "unitOf = "+group+": Register")
	corrected := update(w, id, "Call", object{"legalName": "Firm Nord AB", "unitOf": nil, "aliases": []string{"Firm", "Nord"}, "location": object{"municipality": "Åre"}}).Good()
	tells(w, "corrected", id, append(names, "aliases", "location"), "legalName = Firm Nord AB: Call", "aliases = Firm: Register", "aliases = Nord, Firm AB: Call",
		"country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "location = SE322: Register", "location = Åre: Call")
	back := w.Command("revertChange", object{"id": register.LastChange(corrected), "source": testworld.Ground("Apology")}, register.Changed).Good()
	earlier := []string{"legalName = Firm AB: Register", "country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "unitOf = " + group + ": Register"}
	tells(w, "the correction is taken back", id, names, earlier...)
	w.Revert(register.LastChange(back)).Good()
	tells(w, "and holds again", id, []string{"legalName", "unitOf"}, "legalName = Firm Nord AB: Call")
	other := w.Command("updateOrganisation", object{"id": id, "legalName": "Firm Syd AB", "source": testworld.Ground("Gossip")}, "command").Good()
	w.Command("revertCommand", object{"command": other["command"], "source": testworld.Ground("Apology")}, "reverted { id }").Good()
	tells(w, "a whole command is taken back", id, []string{"legalName"}, "legalName = Firm Nord AB: Call")
	refused := w.Ask(`query($id: ID!) { organisation(id: $id) { fieldSources(fields: ["legalNames"]) { value } } }`, object{"id": id})
	if len(refused.Errors) != 1 || refused.Errors[0].Extensions.Code != "BAD_INPUT" {
		t.Errorf("a field that no record has: %+v", refused.Errors)
	}
}

// A merge and its taking back leave each field with who told it.
func TestAMergeKeepsWhoToldAField(t *testing.T) {
	w := register.New(t)
	group := w.Organisation("Group")
	kept := w.Make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "aliases": []string{"Firma"}, "source": testworld.Ground("Register")}, "organisation")
	merged := w.Make("registerOrganisation", object{"legalName": "Firm", "country": "SE", "sizeClass": "SMALL", "aliases": []string{"Firmen"}, "unitOf": group,
		"identifiers": register.Number("SE_ON", register.Swedish), "source": testworld.Ground("Letter")}, "organisation")
	membership := w.Make("admitMember", object{"member": merged, "network": w.Network("N", "FORMING"), "source": testworld.Ground("Minutes")}, "membership")
	before := [][]string{tellers(w, kept), tellers(w, merged), tellers(w, membership)}
	if strings.Contains(strings.Join(before[0], " "), "possibleDuplicates") || len(w.MayBeOne()) == 0 {
		t.Errorf("that two may be one is worked out, and told by nobody: %v", before[0])
	}
	done := w.Command("judgeIdentity", object{"organisation": kept, "other": merged, "verdict": "SAME", "source": testworld.Ground("Judgement")}, register.Changed).Good()
	tells(w, "merged", kept, nil, "legalName = Firm AB: Register", "aliases = Firma: Register", "aliases = Firmen: Letter", "aliases = Firm: Judgement",
		"country = SE: Register", "country = SE: Letter", "sizeClass = SMALL: Letter", "identifiers = SE_ON, "+strings.ReplaceAll(register.Swedish, "-", "")+": Letter", "unitOf = "+group+": Letter")
	tells(w, "the membership of the merged one", membership, []string{"member"}, "member = "+kept+": Minutes")
	w.Command("revertChange", object{"id": register.LastChange(done), "source": testworld.Ground("Apology")}, register.Changed).Good()
	if diff := cmp.Diff(before, [][]string{tellers(w, kept), tellers(w, merged), tellers(w, membership)}); diff != "" {
		t.Errorf("the merge is taken back: %s", diff)
	}
}

// A source that the viewer may not see is not told, nor when it told what: the value stands there as one of which no source is recorded.
func TestAHiddenSourceIsNotTold(t *testing.T) {
	w := register.New(t)
	id := w.Make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "source": testworld.Ground("Register")}, "organisation")
	group := w.Organisation("Group")
	hidden := w.Make("recordDocument", object{"title": "Confidential", "sensitivity": "COORDINATORS"}, "source")
	w.Command("updateOrganisation", object{"id": id, "country": "SE", "legalName": "Firm Nord AB", "sizeClass": "SMALL", "unitOf": group, "source": object{"id": hidden}}, register.Changed).Good()
	tells(w, "a coordinator", id, nil, "legalName = Firm Nord AB: Confidential", "aliases = Firm AB: Confidential", "country = SE: Register", "country = SE: Confidential", "sizeClass = SMALL: Confidential", "unitOf = "+group+": Confidential",
		"formerNames = Firm AB, LEGAL_NAME: Confidential")
	public := w.As("PUBLIC")
	tells(public, "the public", id, nil, "legalName = Firm Nord AB: NOT_RECORDED", "aliases = Firm AB: NOT_RECORDED", "country = SE: Register", "sizeClass = SMALL: NOT_RECORDED",
		"unitOf = "+group+": NOT_RECORDED", "formerNames = Firm AB, LEGAL_NAME: NOT_RECORDED")
	// The same as when it had not been recorded at all.
	seen := tellers(public, id)
	run(w, `MATCH (s:Source {id: $id})<-[:HAS_SOURCE]-(c:Change)-[:CHANGED]->(:Organisation) DETACH DELETE c`, object{"id": hidden})
	if diff := cmp.Diff(tellers(w, id), seen); diff != "" {
		t.Errorf("what is hidden leaves a trace: %s", diff)
	}
	run(w, `MATCH (o:Organisation {legalName: 'Group'}) SET o.audience = 2`, nil)
	if got := tellers(public, w.Make("registerOrganisation", object{"legalName": "Unit", "unitOf": group}, "organisation"), "unitOf"); len(got) > 0 {
		t.Errorf("what leads to a hidden record is told: %v", got)
	}
}

// A member list is a source of what it tells beside what was held, with the cell.
func TestAMemberListIsASourceOfFields(t *testing.T) {
	w, network := register.Listed(t)
	w.ImportMembers("lista.csv", register.MemberList, object{"network": network}, "taken").Good()
	got := w.Do(`{ organisations(filter: {text: "Regionen"}) { nodes { fieldSources(fields: ["legalName", "location"]) { field value locator source { title } } } } }`, nil)
	register.Expect(t, "the list's", register.At(got, "organisations", "nodes", 0, "fieldSources"), `[
	  {"field": "legalName", "value": "Regionen", "locator": null, "source": {"title": "A letter"}},
	  {"field": "location", "value": "Åre, SE322", "locator": "cell C3", "source": {"title": "lista.csv"}}]`)
}

// run writes by a statement, past the commands.
func run(w register.World, text string, params object) {
	w.T.Helper()
	testworld.Must(w.T, w.DB.Write(w.T.Context(), func(ctx context.Context, tx store.Tx) error {
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

// Where in a source a field is told, is where in its document all is that the source told, if nothing nearer was noted.
func TestThePlaceInASourceIsThatOfItsFields(t *testing.T) {
	w := register.New(t)
	got := w.Command("registerOrganisation", object{"legalName": "A", "source": object{"document": object{"title": "An extract", "type": "OTHER", "locator": "p. 3"}}},
		`organisation { fieldSources(fields: ["legalName"]) { locator source { title locator } } }`).Good()
	want := []any{object{"locator": "p. 3", "source": object{"title": "An extract", "locator": "p. 3"}}}
	if diff := cmp.Diff(any(want), register.At(got, "organisation", "fieldSources")); diff != "" {
		t.Error(diff)
	}
}
