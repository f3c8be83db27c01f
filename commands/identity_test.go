package commands_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const duplicates = `{ duplicates(first: 10) { totalCount nodes { organisation { legalName } other { legalName } score reasons judgement { verdict reason } } } }`

// pairs gives the pairs that may be one, each as "one / other: reasons".
func (w world) pairs() []string {
	w.t.Helper()
	all := []string{}
	for _, d := range at(w.do(duplicates, nil), "duplicates", "nodes").([]any) {
		var reasons []string
		for _, r := range at(d, "reasons").([]any) {
			reasons = append(reasons, r.(string))
		}
		all = append(all, at(d, "organisation", "legalName").(string)+" / "+at(d, "other", "legalName").(string)+": "+strings.Join(reasons, " "))
	}
	return all
}

func TestOrganisationsThatMayBeOne(t *testing.T) {
	w := newWorld(t)
	register := func(name string, more object) string {
		more["legalName"] = name
		return w.make("registerOrganisation", more, "organisation")
	}
	long := register("Energikontor Syd AB", object{"location": object{"municipality": "Växjö"}})
	short := register("Energikontor Syd", object{"location": object{"municipality": "VÄXJÖ"}})
	register("Region", object{"identifiers": number("SE_ON", swedish)})
	register("Something else", object{"identifiers": number("OTHER", "SE"+strings.ReplaceAll(swedish, "-", "")+"01")})
	register("Lysekil kommun", object{})
	register("Lysekils kommun", object{})
	register("Alone", object{"location": object{"municipality": "Växjö"}})
	want := []string{"Region / Something else: SAME_NUMBER", "Energikontor Syd / Energikontor Syd AB: SAME_NAME SAME_PLACE", "Lysekil kommun / Lysekils kommun: SIMILAR_NAME"}
	if diff := cmp.Diff(want, w.pairs()); diff != "" {
		t.Error(diff)
	}

	judged := w.command("judgeIdentity", object{"organisation": long, "other": short, "verdict": "UNSURE", "reason": "Ask them."}, "judgement { verdict } "+changed).good()
	got := at(w.do(duplicates, nil), "duplicates", "nodes", 1, "judgement")
	if diff := cmp.Diff(any(object{"verdict": "UNSURE", "reason": "Ask them."}), got); diff != "" {
		t.Error(diff)
	}
	different := w.command("judgeIdentity", object{"organisation": short, "other": long, "verdict": "DIFFERENT"}, "judgement { verdict } "+changed).good()
	w.command("updateOrganisation", object{"id": short, "legalName": "Energikontor syd"}, "changes { id }").good()
	if diff := cmp.Diff([]string{want[0], want[2]}, w.pairs()); diff != "" {
		t.Errorf("what was judged to be two is suggested again: %s", diff)
	}
	if n := w.count("IdentityJudgement"); n != 1 {
		t.Errorf("there are %d judgements on two organisations, want one", n)
	}
	w.revert(lastChange(judged)).fails("CONFLICT", "change-overtaken", "input.id")
	w.revert(lastChange(different)).good()
	if len(w.pairs()) != 3 {
		t.Errorf("a judgement that was taken back still counts: %v", w.pairs())
	}
	w.command("updateOrganisation", object{"id": short, "legalName": "Another name"}, "changes { id }").good()
	renamed := "Another name / Energikontor Syd AB: SAME_NAME OTHER_NAME SAME_PLACE"
	if diff := cmp.Diff([]string{want[0], renamed, want[2]}, w.pairs()); diff != "" {
		t.Errorf("its former name speaks for it still: %s", diff)
	}
}

// Whatever name, language or abbreviation an organisation is entered by, it is found; an abbreviation alone finds nothing.
func TestOrganisationsThatMayBeOneByOtherNames(t *testing.T) {
	w := newWorld(t)
	register := func(name string, aliases ...string) {
		w.make("registerOrganisation", object{"legalName": name, "aliases": aliases}, "organisation")
	}
	register("Lunds universitet")
	register("Lund University")
	register("Kungliga Tekniska högskolan", "KTH")
	register("KTH")
	register("Gränsbygdens Kraft AB", "Kraftbolaget vid gränsen")
	register("Kraftbolaget vid Gränsen")
	register("Svinesundskommittén")
	register("Svinesundskomittén (SK)")
	want := []string{"Gränsbygdens Kraft AB / Kraftbolaget vid Gränsen: SAME_NAME OTHER_NAME", "Lund University / Lunds universitet: TRANSLATED_NAME",
		"Svinesundskomittén (SK) / Svinesundskommittén: MISTYPED_NAME"}
	if diff := cmp.Diff(want, w.pairs()); diff != "" {
		t.Error(diff)
	}
}

const dossier = `query($id: ID) { organisation(id: $id) {
  id legalName aliases country homepage sizeClass sensitivity identifiers { value } unitOf { legalName }
  memberships { nodes { network { acronym } } } partnerships(standing: ANY) { nodes { state } } participations { nodes { project { acronym } } }
  mergedFrom { id was name } claims { field value } unknown { field }
} }`

// Two that are one are found by either id, with all that is known of both.
func TestTwoThatAreOne(t *testing.T) {
	w := newWorld(t)
	group := w.organisation("Group")
	kept := w.make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "homepage": "https://one.example/",
		"unknown": []object{{"field": "sizeClass", "reason": "NOT_ASKED"}}}, "organisation")
	merged := w.make("registerOrganisation", object{"legalName": "Firm", "sizeClass": "SMALL", "homepage": "https://two.example/",
		"unitOf": group, "identifiers": number("SE_ON", swedish)}, "organisation")
	w.make("admitMember", object{"member": merged, "network": w.network("N", "FORMING")}, "membership")
	w.make("addParticipant", object{"organisation": merged, "project": w.project("P"), "role": "PARTNER"}, "participation")
	w.make("proposePartnership", object{"type": "PROJECT", "parties": []object{party(merged, "ASKED"), party(group, "ASKED")}}, "partnership")
	before, dump := w.do(dossier, object{"id": kept}), w.facts()

	done := w.command("judgeIdentity", object{"organisation": kept, "other": merged, "verdict": "SAME"}, "judgement { verdict other { __typename } } organisation { id } "+changed).good()
	want := object{"id": kept, "legalName": "Firm AB", "aliases": []any{"Firm"}, "country": "SE", "homepage": "https://one.example/", "sizeClass": "SMALL",
		"sensitivity": "PUBLIC", "identifiers": []any{object{"value": strings.ReplaceAll(swedish, "-", "")}}, "unitOf": object{"legalName": "Group"},
		"memberships":    object{"nodes": []any{object{"network": object{"acronym": "N"}}}},
		"partnerships":   object{"nodes": []any{object{"state": "PROPOSED"}}},
		"participations": object{"nodes": []any{object{"project": object{"acronym": "P"}}}},
		"mergedFrom":     []any{object{"id": merged, "was": "Organisation", "name": "Firm"}},
		"claims": []any{object{"field": "homepage", "value": "https://one.example/"}, object{"field": "homepage", "value": "https://two.example/"},
			object{"field": "legalName", "value": "Firm"}, object{"field": "legalName", "value": "Firm AB"}},
		"unknown": []any{}}
	for _, id := range []string{kept, merged} {
		if diff := cmp.Diff(any(want), w.do(dossier, object{"id": id})["organisation"]); diff != "" {
			t.Errorf("asked for %s: %s", id, diff)
		}
	}
	former := w.do(`query($id: ID!) { node(id: $id) { id ... on FormerRecord { was name mergedInto { id } } } }`, object{"id": merged})["node"]
	if diff := cmp.Diff(any(object{"id": merged, "was": "Organisation", "name": "Firm", "mergedInto": object{"id": kept}}), former); diff != "" {
		t.Error(diff)
	}
	refused := w.command("updateOrganisation", object{"id": merged, "country": "NO"}, "changes { id }")
	refused.fails("NOT_FOUND", "", "input.id")
	if !strings.Contains(refused.Errors[0].Message, kept) {
		t.Errorf("where it went is not told: %s", refused.Errors[0].Message)
	}
	w.revert(changeOf(done, "Membership")).good()
	if diff := cmp.Diff(before, w.do(dossier, object{"id": kept})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(dump, w.facts()); diff != "" {
		t.Error(diff)
	}
}

// Who may see only one of two does not see them as one, nor what either of them tells of the other.
func TestAMergeShowsNothingHidden(t *testing.T) {
	w := newWorld(t)
	open := w.organisation("Open AB")
	hidden := w.make("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "COORDINATORS"}, "organisation")
	w.make("admitMember", object{"member": hidden, "network": w.network("N", "FORMING")}, "membership")
	public := w.as("PUBLIC")
	const seen = `query($open: ID!, $hidden: ID!) {
  a: node(id: $open) { id } b: node(id: $hidden) { id } organisations { totalCount } memberships { totalCount } changes { nodes { fields { before after } } }
  search(text: "hidden") { totalCount } duplicates { totalCount } }`
	for _, pair := range [][]string{{open, hidden}, {hidden, open}} {
		done := w.command("judgeIdentity", object{"organisation": pair[0], "other": pair[1], "verdict": "SAME"}, changed).good()
		got := public.do(seen, object{"open": open, "hidden": hidden})
		for _, field := range []string{"organisations", "memberships", "search"} {
			if at(got, field, "totalCount") != 0.0 {
				t.Errorf("%s of the two as one: %v", field, got[field])
			}
		}
		if got["b"] != nil {
			t.Errorf("the hidden record is seen: %v", got["b"])
		}
		for _, change := range at(got, "changes", "nodes").([]any) {
			for _, f := range at(change, "fields").([]any) {
				if text, _ := at(f, "after").(string); strings.Contains(text, hidden) || strings.Contains(text, "Hidden") {
					t.Errorf("a change tells %v", f)
				}
			}
		}
		back := w.revert(lastChange(done)).good()
		after := public.do(seen, object{"open": open, "hidden": hidden})
		if at(after, "organisations", "totalCount") != 1.0 || after["b"] != nil || slices.Contains(idsOf(back["changes"]), hidden) {
			t.Errorf("once they are two again: %v", after)
		}
		for _, change := range at(after, "changes", "nodes").([]any) {
			for _, f := range at(change, "fields").([]any) {
				before, _ := at(f, "before").(string)
				if strings.Contains(before, hidden) || strings.Contains(before, "Hidden") {
					t.Errorf("a change that takes it back tells %v", f)
				}
			}
		}
	}
	w.as("COORDINATORS").command("judgeIdentity", object{"organisation": open, "other": hidden, "verdict": "UNSURE"}, "judgement { sensitivity }").good()
	if got := public.do(`{ changes(first: 100) { nodes { subject { __typename } } } }`, nil); strings.Contains(strings.Join(typesOf(got), " "), "IdentityJudgement") {
		t.Error("the public sees that somebody has judged a hidden record")
	}
}

func typesOf(changes object) []string {
	var all []string
	for _, c := range at(changes, "changes", "nodes").([]any) {
		all = append(all, at(c, "subject", "__typename").(string))
	}
	return all
}

// A merge may not break a rule that the two kept as two.
func TestAMergeKeepsTheRules(t *testing.T) {
	w := newWorld(t)
	a, b, c, d := w.organisation("A"), w.organisation("B"), w.organisation("C"), w.organisation("D")
	network, project := w.network("N", "FORMING"), w.project("P")
	admit := func(member string, more object) {
		w.make("admitMember", merged(object{"member": member, "network": network}, more), "membership")
	}
	admit(a, object{"validFrom": dayFrom(-100)})
	admit(b, object{"validFrom": dayFrom(-200), "validTo": dayFrom(-50), "state": "ENDED"})
	admit(c, object{"validFrom": dayFrom(-100), "role": "OBSERVER"})
	w.make("addParticipant", object{"organisation": a, "project": project, "role": "PARTNER"}, "participation")
	w.make("proposePartnership", object{"type": "PROJECT", "parties": []object{party(a, "ASKED"), party(d, "ASKED")}}, "partnership")
	before := w.dump()
	same := func(other string) answer {
		return w.command("judgeIdentity", object{"organisation": a, "other": other, "verdict": "SAME"}, "changes { id }")
	}
	same(b).fails("CONFLICT", "relations-contradict", "input.other")
	same(c).fails("CONFLICT", "member-admitted-already", "input.other")
	same(d).fails("BAD_INPUT", "partnership-parties", "input.other")
	same(a).fails("BAD_INPUT", "identity-two-records", "input.other")
	w.command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "UNSURE", "expectedOtherVersion": 9}, "changes { id }").
		fails("CONFLICT", "", "input.expectedOtherVersion")
	w.command("judgeIdentity", object{"organisation": a, "other": network, "verdict": "SAME"}, "changes { id }").fails("NOT_FOUND", "", "input.other")
	if diff := cmp.Diff(before, w.dump()); diff != "" {
		t.Error(diff)
	}
}

const relations = `query($id: ID) { organisation(id: $id) {
  memberships { nodes { role validFrom validTo endStatus state lastConfirmedOn sources { title } claims { field value } } }
  participations { nodes { role budget { amount } validFrom sources { title } } }
  partnerships(standing: ANY) { nodes { state parties { confirmation party { ... on Organisation { legalName } } } sources { title } arisesFrom { acronym } } } } }`

// Two that are members of one network, take part in one project, have a partnership with the same or are parties of one say each of these
// once when they are one, with both sources and what either knew. Two again, each says its own as it was.
func TestWhatTwoThatAreOneBothTold(t *testing.T) {
	w := newWorld(t)
	a, b, partner, third := w.organisation("A"), w.organisation("B"), w.organisation("Partner"), w.organisation("Third")
	network, project := w.network("N", "FORMING"), w.project("P")
	by := func(title string, input object) object { return merged(input, object{"source": ground(title)}) }
	admit := func(title, member string, more object) {
		w.make("admitMember", by(title, merged(object{"member": member, "network": network}, more)), "membership")
	}
	admit("one", a, object{"validFrom": "2024-03-15"})
	admit("two", b, object{"validFrom": "2024-01-01", "validTo": dayFrom(100), "lastConfirmedOn": "2025-06-01"})
	w.make("addParticipant", by("one", object{"organisation": a, "project": project, "role": "PARTNER"}), "participation")
	w.make("addParticipant", by("two", object{"organisation": b, "project": project, "role": "PARTNER", "budget": sek("100.00")}), "participation")
	propose := func(title string, parties ...object) string {
		return w.make("proposePartnership", by(title, object{"type": "SUPPLY", "parties": parties}), "partnership")
	}
	propose("one", party(a, "ASKED"), party(partner, "ASKED"))
	theirs := propose("two", party(partner, "ASKED"), party(b, "ASKED"))
	propose("three", party(a, "ASKED"), party(b, "ASKED"), party(third, "ASKED"))
	w.command("confirmPartnership", object{"id": theirs, "party": partner}, "partnership { id }").good()
	before := w.facts()

	done := w.command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "SAME"}, changed).good()
	sources := func(titles ...string) any {
		all := []any{}
		for _, title := range titles {
			all = append(all, object{"title": title})
		}
		return all
	}
	is := func(name, says string) any {
		return object{"confirmation": says, "party": object{"legalName": name}}
	}
	got := w.do(relations, object{"id": a})["organisation"].(object)
	want := object{
		"memberships": object{"nodes": []any{object{"role": "MEMBER", "validFrom": "2024-03-15", "validTo": dayFrom(100), "endStatus": "KNOWN", "state": "ACTIVE",
			"lastConfirmedOn": "2025-06-01", "sources": sources("one", "two"),
			"claims": []any{object{"field": "validFrom", "value": "2024-01-01"}, object{"field": "validFrom", "value": "2024-03-15"}}}}},
		"participations": object{"nodes": []any{object{"role": "PARTNER", "budget": object{"amount": "100.00"}, "validFrom": nil, "sources": sources("one", "two")}}},
	}
	partnerships := at(got, "partnerships", "nodes").([]any)
	delete(got, "partnerships")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	said := map[any]any{}
	for _, p := range partnerships {
		said[at(p, "parties", 1, "party", "legalName")] = at(p, "parties")
	}
	if diff := cmp.Diff(map[any]any{"Partner": []any{is("A", "ASKED"), is("Partner", "CONFIRMED")}, "Third": []any{is("A", "ASKED"), is("Third", "ASKED")}}, said); diff != "" {
		t.Error(diff)
	}
	if n := w.count("FormerRecord"); n != 4 {
		t.Errorf("%d records are former ones, want the organisation, a membership, a participation and a partnership", n)
	}
	w.revert(changeOf(done, "Participation")).good()
	if diff := cmp.Diff(before, w.facts()); diff != "" {
		t.Error(diff)
	}
}

// Two numbers of one register speak against being one: who says so even so gives the reason, which stands in the judgement.
func TestOneOfTwoNumbers(t *testing.T) {
	w := newWorld(t)
	a := w.make("registerOrganisation", object{"legalName": "A", "identifiers": number("SE_ON", swedish)}, "organisation")
	b := w.make("registerOrganisation", object{"legalName": "B", "identifiers": number("SE_ON", "556091-2148")}, "organisation")
	judge := object{"organisation": a, "other": b, "verdict": "SAME"}
	refused := w.command("judgeIdentity", judge, "changes { id }")
	refused.fails("CONFLICT", "identity-two-numbers", "input.verdict")
	refused.says("evenSo")
	w.command("judgeIdentity", merged(judge, object{"verdict": "DIFFERENT"}), "changes { id }").good()
	judge["evenSo"] = object{"reason": "The company was merged into the other."}
	got := w.command("judgeIdentity", judge, "judgement { verdict evenSo } organisation { identifiers { value } }").good()
	want := object{"judgement": object{"verdict": "SAME", "evenSo": "The company was merged into the other."},
		"organisation": object{"identifiers": []any{object{"value": strings.ReplaceAll(swedish, "-", "")}, object{"value": "5560912148"}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Two networks that are one have the members of both, each once, and are found by either acronym and id; undone, they are two again.
func TestTwoNetworksThatAreOne(t *testing.T) {
	w := newWorld(t)
	kept, other, counterpart := w.network("MITTSEC", "FORMING"), w.network("MITT-SEC", "PLANNED"), w.network("MIDSEC", "FORMING")
	member := w.organisation("In both")
	for _, network := range []string{kept, other} {
		w.make("admitMember", object{"member": member, "network": network}, "membership")
	}
	w.make("admitMember", object{"member": w.organisation("In the other"), "network": other}, "membership")
	w.command("linkCounterparts", object{"network": kept, "counterpart": counterpart}, "changes { id }").good()
	w.command("linkCounterparts", object{"network": counterpart, "counterpart": other}, "changes { id }").good()
	inside := w.make("admitMember", object{"member": other, "network": kept}, "membership")
	judge := func(verdict string) answer {
		return w.command("judgeNetworkIdentity", object{"network": kept, "other": other, "verdict": verdict},
			"judgement { organisation { __typename } other { __typename } } network { acronym } "+changed)
	}
	judge("UNSURE").good()
	judge("SAME").fails("CONFLICT", "relation-within-itself", "input.other")
	history := w.do(`query($id: ID!) { node(id: $id) { ... on Membership { history { nodes { id } } } } }`, object{"id": inside})
	w.revert(at(history, "node", "history", "nodes", 0, "id").(string)).good()

	before := w.facts()
	done := judge("SAME").good()
	for _, by := range []object{{"id": other}, {"id": kept}, {"acronym": "MITT-SEC"}, {"acronym": "MITTSEC"}} {
		got := w.do(`query($id: ID, $acronym: String) { network(id: $id, acronym: $acronym) {
  id aliases mergedFrom { id was name } memberships { totalCount } counterparts { acronym } } }`, by)["network"]
		want := object{"id": kept, "aliases": []any{"MITT-SEC"}, "mergedFrom": []any{object{"id": other, "was": "Network", "name": "MITT-SEC"}},
			"memberships": object{"totalCount": 2.0}, "counterparts": []any{object{"acronym": "MIDSEC"}}}
		if diff := cmp.Diff(any(want), got); diff != "" {
			t.Errorf("by %v: %s", by, diff)
		}
	}
	w.revert(changeOf(done, "Network")).good()
	if diff := cmp.Diff(before, w.facts()); diff != "" {
		t.Error(diff)
	}
}

// However many judge the same two to be one at once, they are merged once.
func TestMergedByManyAtOnce(t *testing.T) {
	w := newWorld(t)
	a, b := w.organisation("A"), w.organisation("B")
	answers := together(func(int) answer {
		return w.command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "SAME"}, "changes { id }")
	})
	oneDoes(t, answers, "NOT_FOUND", "", "input.other")
	if n := w.count("FormerRecord"); n != 1 {
		t.Errorf("%d were merged, want one", n)
	}
}

// Whatever name or acronym something goes by or went by, it is found, and says when the name held.
func TestNamesOverTime(t *testing.T) {
	w := newWorld(t)
	id := w.make("registerNetwork", object{"acronym": "OLD", "lifecycle": "FORMING", "formerNames": []object{
		{"name": "OLDEST", "kind": "ACRONYM", "validFrom": dayFrom(-900), "validTo": dayFrom(-500)}}}, "network")
	rename := func(acronym string, on int) answer {
		return w.command("updateNetwork", object{"id": id, "acronym": acronym, "renamedOn": dayFrom(on)}, "network { id }")
	}
	rename("NEW", -100).good()
	rename("NEWER", -101).fails("BAD_INPUT", "former-name-order", "input.renamedOn")
	rename("NEWER", 1).fails("BAD_INPUT", "not-future", "input.renamedOn")
	rename("NEW", -10).fails("BAD_INPUT", "former-name-order", "input.renamedOn")
	rename("NEWEST", -10).good()
	held := func(name string, from, to int) any {
		return object{"name": name, "kind": "ACRONYM", "validFrom": dayFrom(from), "validTo": dayFrom(to)}
	}
	want := object{"acronym": "NEWEST", "formerNames": []any{held("NEW", -100, -11), held("OLD", -499, -101), held("OLDEST", -900, -500)}}
	for _, acronym := range []string{"OLDEST", "OLD", "NEW", "NEWEST"} {
		got := w.do(`query($acronym: String) { network(acronym: $acronym) { acronym formerNames { name kind validFrom validTo } } }`, object{"acronym": acronym})
		if diff := cmp.Diff(any(want), got["network"]); diff != "" {
			t.Errorf("by %s: %s", acronym, diff)
		}
	}
	hit := w.do(`{ search(text: "oldest") { nodes { matchedOn item { ... on Network { acronym } } } } }`, nil)
	if diff := cmp.Diff(any([]any{object{"matchedOn": []any{"aliases", "formerNames"}, "item": object{"acronym": "NEWEST"}}}), at(hit, "search", "nodes")); diff != "" {
		t.Error(diff)
	}
	w.network("OLD", "FORMING")
	if got := w.do(`{ network(acronym: "OLD") { acronym } }`, nil); at(got, "network", "acronym") != "OLD" {
		t.Errorf("who goes by an acronym now comes first: %v", got)
	}
}
