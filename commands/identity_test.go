package commands_test

import (
	"slices"
	"strings"
	"testing"

	"partnernet/testworld"
	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

func TestOrganisationsThatMayBeOne(t *testing.T) {
	w := register.New(t)
	enter := func(name string, more object) string {
		more["legalName"] = name
		return w.Make("registerOrganisation", more, "organisation")
	}
	long := enter("Energikontor Syd AB", object{"location": object{"municipality": "Växjö"}})
	short := enter("Energikontor Syd", object{"location": object{"municipality": "VÄXJÖ"}})
	enter("Region", object{"identifiers": register.Number("SE_ON", register.Swedish)})
	enter("Something else", object{"identifiers": register.Number("OTHER", "SE"+strings.ReplaceAll(register.Swedish, "-", "")+"01")})
	enter("Lysekil kommun", object{})
	enter("Lysekils kommun", object{})
	enter("Alone", object{"location": object{"municipality": "Växjö"}})
	want := []string{"Region / Something else: SAME_NUMBER", "Energikontor Syd / Energikontor Syd AB: SAME_NAME SAME_PLACE", "Lysekil kommun / Lysekils kommun: SIMILAR_NAME"}
	if diff := cmp.Diff(want, w.MayBeOne()); diff != "" {
		t.Error(diff)
	}

	judged := w.Command("judgeIdentity", object{"organisation": long, "other": short, "verdict": "UNSURE", "reason": "Ask them."}, "judgement { verdict } "+register.Changed).Good()
	got := register.At(w.Do(register.Duplicates, nil), "duplicates", "nodes", 1, "judgement")
	if diff := cmp.Diff(any(object{"verdict": "UNSURE", "reason": "Ask them."}), got); diff != "" {
		t.Error(diff)
	}
	different := w.Command("judgeIdentity", object{"organisation": short, "other": long, "verdict": "DIFFERENT"}, "judgement { verdict } "+register.Changed).Good()
	w.Command("updateOrganisation", object{"id": short, "legalName": "Energikontor syd"}, "changes { id }").Good()
	if diff := cmp.Diff([]string{want[0], want[2]}, w.MayBeOne()); diff != "" {
		t.Errorf("what was judged to be two is suggested again: %s", diff)
	}
	if n := w.Count("IdentityJudgement"); n != 1 {
		t.Errorf("there are %d judgements on two organisations, want one", n)
	}
	w.Revert(register.LastChange(judged)).Fails("CONFLICT", "change-overtaken", "input.id")
	w.Revert(register.LastChange(different)).Good()
	if len(w.MayBeOne()) != 3 {
		t.Errorf("a judgement that was taken back still counts: %v", w.MayBeOne())
	}
	w.Command("updateOrganisation", object{"id": short, "legalName": "Another name"}, "changes { id }").Good()
	renamed := "Another name / Energikontor Syd AB: SAME_NAME OTHER_NAME SAME_PLACE"
	if diff := cmp.Diff([]string{want[0], renamed, want[2]}, w.MayBeOne()); diff != "" {
		t.Errorf("its former name speaks for it still: %s", diff)
	}
}

// Whatever name, language or abbreviation an organisation is entered by, it is found; an abbreviation alone finds nothing.
func TestOrganisationsThatMayBeOneByOtherNames(t *testing.T) {
	w := register.New(t)
	enter := func(name string, aliases ...string) {
		w.Make("registerOrganisation", object{"legalName": name, "aliases": aliases}, "organisation")
	}
	enter("Lunds universitet")
	enter("Lund University")
	enter("Kungliga Tekniska högskolan", "KTH")
	enter("KTH")
	enter("Gränsbygdens Kraft AB", "Kraftbolaget vid gränsen")
	enter("Kraftbolaget vid Gränsen")
	enter("Svinesundskommittén")
	enter("Svinesundskomittén (SK)")
	want := []string{"Gränsbygdens Kraft AB / Kraftbolaget vid Gränsen: SAME_NAME OTHER_NAME", "Lund University / Lunds universitet: TRANSLATED_NAME",
		"Svinesundskomittén (SK) / Svinesundskommittén: MISTYPED_NAME"}
	if diff := cmp.Diff(want, w.MayBeOne()); diff != "" {
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
	w := register.New(t)
	group := w.Organisation("Group")
	kept := w.Make("registerOrganisation", object{"legalName": "Firm AB", "country": "SE", "homepage": "https://one.example/",
		"unknown": []object{{"field": "sizeClass", "reason": "NOT_ASKED"}}}, "organisation")
	merged := w.Make("registerOrganisation", object{"legalName": "Firm", "sizeClass": "SMALL", "homepage": "https://two.example/",
		"unitOf": group, "identifiers": register.Number("SE_ON", register.Swedish)}, "organisation")
	w.Make("admitMember", object{"member": merged, "network": w.Network("N", "FORMING")}, "membership")
	w.Make("addParticipant", object{"organisation": merged, "project": w.Project("P"), "role": "PARTNER"}, "participation")
	w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(merged, "ASKED"), register.Party(group, "ASKED")}}, "partnership")
	before, dump := w.Do(dossier, object{"id": kept}), w.Facts()

	done := w.Command("judgeIdentity", object{"organisation": kept, "other": merged, "verdict": "SAME"}, "judgement { verdict other { __typename } } organisation { id } "+register.Changed).Good()
	want := object{"id": kept, "legalName": "Firm AB", "aliases": []any{"Firm"}, "country": "SE", "homepage": "https://one.example/", "sizeClass": "SMALL",
		"sensitivity": "PUBLIC", "identifiers": []any{object{"value": strings.ReplaceAll(register.Swedish, "-", "")}}, "unitOf": object{"legalName": "Group"},
		"memberships":    object{"nodes": []any{object{"network": object{"acronym": "N"}}}},
		"partnerships":   object{"nodes": []any{object{"state": "PROPOSED"}}},
		"participations": object{"nodes": []any{object{"project": object{"acronym": "P"}}}},
		"mergedFrom":     []any{object{"id": merged, "was": "Organisation", "name": "Firm"}},
		"claims": []any{object{"field": "homepage", "value": "https://one.example/"}, object{"field": "homepage", "value": "https://two.example/"},
			object{"field": "legalName", "value": "Firm"}, object{"field": "legalName", "value": "Firm AB"}},
		"unknown": []any{}}
	for _, id := range []string{kept, merged} {
		if diff := cmp.Diff(any(want), w.Do(dossier, object{"id": id})["organisation"]); diff != "" {
			t.Errorf("asked for %s: %s", id, diff)
		}
	}
	former := w.Do(`query($id: ID!) { node(id: $id) { id ... on FormerRecord { was name mergedInto { id } } } }`, object{"id": merged})["node"]
	if diff := cmp.Diff(any(object{"id": merged, "was": "Organisation", "name": "Firm", "mergedInto": object{"id": kept}}), former); diff != "" {
		t.Error(diff)
	}
	refused := w.Command("updateOrganisation", object{"id": merged, "country": "NO"}, "changes { id }")
	refused.Fails("NOT_FOUND", "", "input.id")
	if !strings.Contains(refused.Errors[0].Message, kept) {
		t.Errorf("where it went is not told: %s", refused.Errors[0].Message)
	}
	w.Revert(register.ChangeOf(done, "Membership")).Good()
	if diff := cmp.Diff(before, w.Do(dossier, object{"id": kept})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(dump, w.Facts()); diff != "" {
		t.Error(diff)
	}
}

// Who may see only one of two does not see them as one, nor what either of them tells of the other.
func TestAMergeShowsNothingHidden(t *testing.T) {
	w := register.New(t)
	open := w.Organisation("Open AB")
	hidden := w.Make("registerOrganisation", object{"legalName": "Hidden", "sensitivity": "COORDINATORS"}, "organisation")
	w.Make("admitMember", object{"member": hidden, "network": w.Network("N", "FORMING")}, "membership")
	public := w.As("PUBLIC")
	const seen = `query($open: ID!, $hidden: ID!) {
  a: node(id: $open) { id } b: node(id: $hidden) { id } organisations { totalCount } memberships { totalCount } changes { nodes { fields { before after } } }
  search(text: "hidden") { totalCount } duplicates { totalCount } }`
	for _, pair := range [][]string{{open, hidden}, {hidden, open}} {
		done := w.Command("judgeIdentity", object{"organisation": pair[0], "other": pair[1], "verdict": "SAME"}, register.Changed).Good()
		got := public.Do(seen, object{"open": open, "hidden": hidden})
		for _, field := range []string{"organisations", "memberships", "search"} {
			if register.At(got, field, "totalCount") != 0.0 {
				t.Errorf("%s of the two as one: %v", field, got[field])
			}
		}
		if got["b"] != nil {
			t.Errorf("the hidden record is seen: %v", got["b"])
		}
		for _, change := range register.At(got, "changes", "nodes").([]any) {
			for _, f := range register.At(change, "fields").([]any) {
				if text, _ := register.At(f, "after").(string); strings.Contains(text, hidden) || strings.Contains(text, "Hidden") {
					t.Errorf("a change tells %v", f)
				}
			}
		}
		back := w.Revert(register.LastChange(done)).Good()
		after := public.Do(seen, object{"open": open, "hidden": hidden})
		if register.At(after, "organisations", "totalCount") != 1.0 || after["b"] != nil || slices.Contains(register.IDs(back["changes"]), hidden) {
			t.Errorf("once they are two again: %v", after)
		}
		for _, change := range register.At(after, "changes", "nodes").([]any) {
			for _, f := range register.At(change, "fields").([]any) {
				before, _ := register.At(f, "before").(string)
				if strings.Contains(before, hidden) || strings.Contains(before, "Hidden") {
					t.Errorf("a change that takes it back tells %v", f)
				}
			}
		}
	}
	w.As("COORDINATORS").Command("judgeIdentity", object{"organisation": open, "other": hidden, "verdict": "UNSURE"}, "judgement { sensitivity }").Good()
	if got := public.Do(`{ changes(first: 100) { nodes { subject { __typename } } } }`, nil); strings.Contains(strings.Join(typesOf(got), " "), "IdentityJudgement") {
		t.Error("the public sees that somebody has judged a hidden record")
	}
}

func typesOf(changes object) []string {
	var all []string
	for _, c := range register.At(changes, "changes", "nodes").([]any) {
		all = append(all, register.At(c, "subject", "__typename").(string))
	}
	return all
}

// A merge may not break a rule that the two kept as two.
func TestAMergeKeepsTheRules(t *testing.T) {
	w := register.New(t)
	a, b, c, d := w.Organisation("A"), w.Organisation("B"), w.Organisation("C"), w.Organisation("D")
	network, project := w.Network("N", "FORMING"), w.Project("P")
	admit := func(member string, more object) {
		w.Make("admitMember", register.Merged(object{"member": member, "network": network}, more), "membership")
	}
	admit(a, object{"validFrom": register.DayFrom(-100)})
	admit(b, object{"validFrom": register.DayFrom(-200), "validTo": register.DayFrom(-50), "state": "ENDED"})
	over := w.Organisation("Over")
	admit(over, object{"validFrom": register.DayFrom(-90), "validTo": register.DayFrom(-50)})
	admit(c, object{"validFrom": register.DayFrom(-100), "role": "OBSERVER"})
	w.Make("addParticipant", object{"organisation": a, "project": project, "role": "PARTNER"}, "participation")
	w.Make("proposePartnership", object{"type": "PROJECT", "parties": []object{register.Party(a, "ASKED"), register.Party(d, "ASKED")}}, "partnership")
	newTheme(w, "energy", "")
	seeks, offers := w.Organisation("Seeks"), w.Organisation("Offers")
	need, offer := newNeed(w, a), newOffer(w, a)
	w.Make("suggestIntroduction", object{"need": need, "offer": newOffer(w, offers)}, "introduction")
	w.Make("suggestIntroduction", object{"need": newNeed(w, seeks), "offer": offer}, "introduction")
	before := w.Dump()
	same := func(other string) register.Answer {
		return w.Command("judgeIdentity", object{"organisation": a, "other": other, "verdict": "SAME"}, "changes { id }")
	}
	same(b).Fails("CONFLICT", "relations-contradict", "input.other")
	same(over).Fails("CONFLICT", "relations-contradict", "input.other")
	w.Command("judgeIdentity", object{"organisation": over, "other": a, "verdict": "SAME"}, "changes { id }").Fails("CONFLICT", "relations-contradict", "input.other")
	same(c).Fails("CONFLICT", "member-admitted-already", "input.other")
	same(seeks).Fails("BAD_INPUT", "introduction-own-offer", "input.other")
	same(offers).Fails("BAD_INPUT", "introduction-own-offer", "input.other")
	same(d).Fails("BAD_INPUT", "partnership-parties", "input.other")
	same(a).Fails("BAD_INPUT", "identity-two-records", "input.other")
	w.Command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "UNSURE", "expectedOtherVersion": 9}, "changes { id }").
		Fails("CONFLICT", "", "input.expectedOtherVersion")
	w.Command("judgeIdentity", object{"organisation": a, "other": network, "verdict": "SAME"}, "changes { id }").Fails("NOT_FOUND", "", "input.other")
	if diff := cmp.Diff(before, w.Dump()); diff != "" {
		t.Error(diff)
	}
}

// Of two memberships that become one, since when the one rests is claimed of the other, which does not rest.
func TestAMergeOfOneThatRestsAndOneThatDoesNot(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	network := w.Network("N", "FORMING")
	w.Make("admitMember", object{"member": a, "network": network, "state": "ACTIVE"}, "membership")
	w.Make("admitMember", object{"member": b, "network": network, "state": "PAUSED", "pausedSince": "2024-06-01"}, "membership")
	w.Command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "SAME"}, "changes { id }").Good()
	got := w.Do(`query($id: ID) { organisation(id: $id) { memberships { nodes { state pausedSince claims { field value } } } } }`, object{"id": a})
	claims := []any{object{"field": "pausedSince", "value": "2024-06-01"}, object{"field": "state", "value": "ACTIVE"}, object{"field": "state", "value": "PAUSED"}}
	want := object{"organisation": object{"memberships": object{"nodes": []any{object{"state": "ACTIVE", "pausedSince": nil, "claims": claims}}}}}
	if diff := cmp.Diff(want, got); diff != "" {
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
	w := register.New(t)
	a, b, partner, third := w.Organisation("A"), w.Organisation("B"), w.Organisation("Partner"), w.Organisation("Third")
	network, project := w.Network("N", "FORMING"), w.Project("P")
	by := func(title string, input object) object {
		return register.Merged(input, object{"source": testworld.Ground(title)})
	}
	admit := func(title, member string, more object) {
		w.Make("admitMember", by(title, register.Merged(object{"member": member, "network": network}, more)), "membership")
	}
	admit("one", a, object{"validFrom": "2024-03-15"})
	admit("two", b, object{"validFrom": "2024-01-01", "validTo": register.DayFrom(100), "lastConfirmedOn": "2025-06-01"})
	w.Make("addParticipant", by("one", object{"organisation": a, "project": project, "role": "PARTNER"}), "participation")
	w.Make("addParticipant", by("two", object{"organisation": b, "project": project, "role": "PARTNER", "budget": register.SEK("100.00")}), "participation")
	propose := func(title string, parties ...object) string {
		return w.Make("proposePartnership", by(title, object{"type": "SUPPLY", "parties": parties}), "partnership")
	}
	propose("one", register.Party(a, "ASKED"), register.Party(partner, "ASKED"))
	theirs := propose("two", register.Party(partner, "ASKED"), register.Party(b, "ASKED"))
	propose("three", register.Party(a, "ASKED"), register.Party(b, "ASKED"), register.Party(third, "ASKED"))
	w.Command("confirmPartnership", object{"id": theirs, "party": partner}, "partnership { id }").Good()
	before := w.Facts()

	done := w.Command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "SAME"}, register.Changed).Good()
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
	got := w.Do(relations, object{"id": a})["organisation"].(object)
	want := object{
		"memberships": object{"nodes": []any{object{"role": "MEMBER", "validFrom": "2024-03-15", "validTo": register.DayFrom(100), "endStatus": "KNOWN", "state": "ACTIVE",
			"lastConfirmedOn": "2025-06-01", "sources": sources("one", "two"),
			"claims": []any{object{"field": "validFrom", "value": "2024-01-01"}, object{"field": "validFrom", "value": "2024-03-15"}}}}},
		"participations": object{"nodes": []any{object{"role": "PARTNER", "budget": object{"amount": "100.00"}, "validFrom": nil, "sources": sources("one", "two")}}},
	}
	partnerships := register.At(got, "partnerships", "nodes").([]any)
	delete(got, "partnerships")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	said := map[any]any{}
	for _, p := range partnerships {
		said[register.At(p, "parties", 1, "party", "legalName")] = register.At(p, "parties")
	}
	if diff := cmp.Diff(map[any]any{"Partner": []any{is("A", "ASKED"), is("Partner", "CONFIRMED")}, "Third": []any{is("A", "ASKED"), is("Third", "ASKED")}}, said); diff != "" {
		t.Error(diff)
	}
	if n := w.Count("FormerRecord"); n != 4 {
		t.Errorf("%d records are former ones, want the organisation, a membership, a participation and a partnership", n)
	}
	w.Revert(register.ChangeOf(done, "Participation")).Good()
	if diff := cmp.Diff(before, w.Facts()); diff != "" {
		t.Error(diff)
	}
}

// Two numbers of one register speak against being one: who says so even so gives the reason, which stands in the judgement.
func TestOneOfTwoNumbers(t *testing.T) {
	w := register.New(t)
	a := w.Make("registerOrganisation", object{"legalName": "A", "identifiers": register.Number("SE_ON", register.Swedish)}, "organisation")
	b := w.Make("registerOrganisation", object{"legalName": "B", "identifiers": register.Number("SE_ON", "556091-2148")}, "organisation")
	judge := object{"organisation": a, "other": b, "verdict": "SAME"}
	refused := w.Command("judgeIdentity", judge, "changes { id }")
	refused.Fails("CONFLICT", "identity-two-numbers", "input.verdict")
	says(refused, "evenSo")
	w.Command("judgeIdentity", register.Merged(judge, object{"verdict": "DIFFERENT"}), "changes { id }").Good()
	for _, reason := range []string{"", " \t"} {
		empty := object{"evenSo": object{"reason": reason}}
		w.Command("judgeIdentity", register.Merged(judge, empty), "changes { id }").Fails("BAD_INPUT", "required", "input.evenSo.reason")
	}
	judge["evenSo"] = object{"reason": "The company was merged into the other."}
	got := w.Command("judgeIdentity", judge, "judgement { verdict evenSo } organisation { identifiers { value } }").Good()
	want := object{"judgement": object{"verdict": "SAME", "evenSo": "The company was merged into the other."},
		"organisation": object{"identifiers": []any{object{"value": strings.ReplaceAll(register.Swedish, "-", "")}, object{"value": "5560912148"}}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A judgement tells the kept one of two as the one that it is of, even where they were judged the other way round before.
func TestJudgedAgainTheOtherWayRound(t *testing.T) {
	w := register.New(t)
	for _, c := range []struct{ command, field, first, second string }{
		{"judgeIdentity", "organisation", w.Organisation("First"), w.Organisation("Second")},
		{"judgeNetworkIdentity", "network", w.Network("FIRST", "FORMING"), w.Network("SECOND", "FORMING")},
	} {
		w.Command(c.command, object{c.field: c.first, "other": c.second, "verdict": "UNSURE"}, "changes { id }").Good()
		before := w.Facts()
		judge := object{c.field: c.second, "other": c.first, "verdict": "SAME"}
		done := w.Command(c.command, judge, "judgement { organisation { __typename id } other { __typename id } } "+register.Changed).Good()
		want := object{"organisation": object{"__typename": strings.ToUpper(c.field[:1]) + c.field[1:], "id": c.second}, "other": object{"__typename": "FormerRecord", "id": c.first}}
		if diff := cmp.Diff(any(want), done["judgement"]); diff != "" {
			t.Errorf("%s: %s", c.command, diff)
		}
		w.Revert(register.LastChange(done)).Good()
		if diff := cmp.Diff(before, w.Facts()); diff != "" {
			t.Errorf("%s: once it is taken back: %s", c.command, diff)
		}
	}
}

// Two networks that are one have the members of both, each once, and are found by either acronym and id; undone, they are two again.
func TestTwoNetworksThatAreOne(t *testing.T) {
	w := register.New(t)
	kept, other, counterpart := w.Network("MITTSEC", "FORMING"), w.Network("MITT-SEC", "PLANNED"), w.Network("MIDSEC", "FORMING")
	member := w.Organisation("In both")
	for _, network := range []string{kept, other} {
		w.Make("admitMember", object{"member": member, "network": network}, "membership")
	}
	w.Make("admitMember", object{"member": w.Organisation("In the other"), "network": other}, "membership")
	w.Command("linkCounterparts", object{"network": kept, "counterpart": counterpart}, "changes { id }").Good()
	w.Command("linkCounterparts", object{"network": counterpart, "counterpart": other}, "changes { id }").Good()
	inside := w.Make("admitMember", object{"member": other, "network": kept}, "membership")
	judge := func(verdict string) register.Answer {
		return w.Command("judgeNetworkIdentity", object{"network": kept, "other": other, "verdict": verdict},
			"judgement { organisation { __typename } other { __typename } } network { acronym } "+register.Changed)
	}
	judge("UNSURE").Good()
	judge("SAME").Fails("CONFLICT", "relation-within-itself", "input.other")
	history := w.Do(`query($id: ID!) { node(id: $id) { ... on Membership { history { nodes { id } } } } }`, object{"id": inside})
	w.Revert(register.At(history, "node", "history", "nodes", 0, "id").(string)).Good()

	before := w.Facts()
	done := judge("SAME").Good()
	for _, by := range []object{{"id": other}, {"id": kept}, {"acronym": "MITT-SEC"}, {"acronym": "MITTSEC"}} {
		got := w.Do(`query($id: ID, $acronym: String) { network(id: $id, acronym: $acronym) {
  id aliases mergedFrom { id was name } memberships { totalCount } counterparts { acronym } } }`, by)["network"]
		want := object{"id": kept, "aliases": []any{"MITT-SEC"}, "mergedFrom": []any{object{"id": other, "was": "Network", "name": "MITT-SEC"}},
			"memberships": object{"totalCount": 2.0}, "counterparts": []any{object{"acronym": "MIDSEC"}}}
		if diff := cmp.Diff(any(want), got); diff != "" {
			t.Errorf("by %v: %s", by, diff)
		}
	}
	w.Revert(register.ChangeOf(done, "Network")).Good()
	if diff := cmp.Diff(before, w.Facts()); diff != "" {
		t.Error(diff)
	}
}

// However many judge the same two to be one at once, they are merged once.
func TestMergedByManyAtOnce(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	answers := register.AtOnce(func(int) register.Answer {
		return w.Command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "SAME"}, "changes { id }")
	})
	oneDoes(t, answers, "NOT_FOUND", "", "input.other")
	if n := w.Count("FormerRecord"); n != 1 {
		t.Errorf("%d were merged, want one", n)
	}
}

// Whatever name or acronym something goes by or went by, it is found, and says when the name held.
func TestNamesOverTime(t *testing.T) {
	w := register.New(t)
	id := w.Make("registerNetwork", object{"acronym": "OLD", "lifecycle": "FORMING", "formerNames": []object{
		{"name": "OLDEST", "kind": "ACRONYM", "validFrom": register.DayFrom(-900), "validTo": register.DayFrom(-500)}}}, "network")
	rename := func(acronym string, on int) register.Answer {
		return w.Command("updateNetwork", object{"id": id, "acronym": acronym, "renamedOn": register.DayFrom(on)}, "network { id }")
	}
	rename("NEW", -100).Good()
	rename("NEWER", -101).Fails("BAD_INPUT", "former-name-order", "input.renamedOn")
	rename("NEWER", 1).Fails("BAD_INPUT", "not-future", "input.renamedOn")
	rename("NEW", -10).Fails("BAD_INPUT", "former-name-order", "input.renamedOn")
	rename("NEWEST", -10).Good()
	w.Command("updateNetwork", object{"id": id, "formerNames": []object{{"name": "Firm", "kind": "LEGAL_NAME"}}}, "network { id }").Fails("BAD_INPUT", "", "input.formerNames[0].kind")
	held := func(name string, from, to int) any {
		return object{"name": name, "kind": "ACRONYM", "validFrom": register.DayFrom(from), "validTo": register.DayFrom(to)}
	}
	want := object{"acronym": "NEWEST", "formerNames": []any{held("NEW", -100, -11), held("OLD", -499, -101), held("OLDEST", -900, -500)}}
	for _, acronym := range []string{"OLDEST", "OLD", "NEW", "NEWEST"} {
		got := w.Do(`query($acronym: String) { network(acronym: $acronym) { acronym formerNames { name kind validFrom validTo } } }`, object{"acronym": acronym})
		if diff := cmp.Diff(any(want), got["network"]); diff != "" {
			t.Errorf("by %s: %s", acronym, diff)
		}
	}
	hit := w.Do(`{ search(text: "oldest") { nodes { matchedOn item { ... on Network { acronym } } } } }`, nil)
	if diff := cmp.Diff(any([]any{object{"matchedOn": []any{"aliases", "formerNames"}, "item": object{"acronym": "NEWEST"}}}), register.At(hit, "search", "nodes")); diff != "" {
		t.Error(diff)
	}
	w.Network("OLD", "FORMING")
	if got := w.Do(`{ network(acronym: "OLD") { acronym } }`, nil); register.At(got, "network", "acronym") != "OLD" {
		t.Errorf("who goes by an acronym now comes first: %v", got)
	}
}
