package commands_test

import (
	"fmt"
	"strings"
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// border is a small border region: A in Sweden is a small company in the network N, B in Norway has no kind, and a Norwegian group has needs too.
type border struct {
	register.World
	a, b, group, network string
	needs                map[string]string
	offers               map[string]string
}

func newBorder(t *testing.T) border {
	t.Helper()
	w := border{World: register.New(t), needs: map[string]string{}, offers: map[string]string{}}
	w.a = w.Make("registerOrganisation", object{"legalName": "A", "country": "SE", "sectorType": "SME"}, "organisation")
	w.b = w.Make("registerOrganisation", object{"legalName": "B", "country": "NO"}, "organisation")
	w.group = w.Make("registerTargetGroup", object{"name": "Group", "country": "NO"}, "targetGroup")
	w.network = w.World.Network("N", "ESTABLISHED")
	w.Make("admitMember", object{"member": w.a, "network": w.network, "validFrom": register.DayFrom(-50)}, "membership")
	newTheme(w.World, "energy", "")
	newTheme(w.World, "power", "energy")
	newTheme(w.World, "food", "")
	for name, input := range map[string]object{
		"precise": {"stakeholder": w.a, "theme": object{"code": "power"}},
		"broad":   {"stakeholder": w.a, "theme": object{"code": "energy"}},
		"own":     {"stakeholder": w.b, "theme": object{"code": "food"}},
		"vague":   {"stakeholder": w.group},
	} {
		w.needs[name] = w.Make("recordNeed", register.Merged(input, object{"statement": name, "validFrom": register.DayFrom(-30)}), "need")
	}
	for name, input := range map[string]object{"power": {"theme": object{"code": "power"}}, "food": {"theme": object{"code": "food"}}} {
		w.offers[name] = w.Make("recordOffer", register.Merged(input, object{"statement": name, "organisation": w.b, "validFrom": register.DayFrom(-30)}), "offer")
	}
	return w
}

// cells gives the map of needs, a line a cell: theme, country, what else it is told apart by, needs, offers, unmet.
func cells(w register.World, arguments, apart string) []string {
	w.T.Helper()
	if arguments != "" {
		arguments = "(" + arguments + ")"
	}
	answer := w.Do("{ needsMap"+arguments+" { theme { code } country "+apart+" needs offers unmet } }", nil)
	return lines(answer["needsMap"].([]any), "theme", "country", "network", "area", "sectorType", "needs", "offers", "unmet")
}

// lines writes objects on a line each, by these of their members.
func lines(rows []any, members ...string) []string {
	all := []string{}
	for _, row := range rows {
		var values []string
		for _, name := range members {
			value, asked := row.(object)[name]
			if inner, ok := value.(object); ok {
				value = register.At(inner, map[string]any{"theme": "code", "network": "acronym", "area": "code"}[name])
			}
			if asked {
				values = append(values, fmt.Sprint(value))
			}
		}
		all = append(all, strings.Join(values, " "))
	}
	return all
}

func TestTheMapOfNeeds(t *testing.T) {
	w := newBorder(t)
	whole := []string{"energy NO 0 1 0", "energy SE 2 0 0", "food NO 1 1 1", "power NO 0 1 0", "power SE 1 0 0", "<nil> NO 1 0 <nil>"}
	for _, row := range []struct {
		why, arguments, apart string
		want                  []string
	}{
		{"a theme counts what is below it; one's own offer meets nothing; what is about nothing known is not judged", "", "", whole},
		{"before anything was needed", `asOf: "` + register.DayFrom(-31) + `"`, "", []string{}},
		{"members only, and who may meet their needs is anybody", `network: {acronym: "N"}`, "", []string{"energy SE 2 0 0", "power SE 1 0 0"}},
		{"before it was a member", `network: {acronym: "N"}, asOf: "` + register.DayFrom(-51) + `"`, "", []string{}},
		{"one kind only", `sectorType: [SME]`, "", []string{"energy SE 2 0 0", "power SE 1 0 0"}},
		{"in an area where nobody is", `nuts: "SE32"`, "", []string{}},
		{"told apart", `groupBy: [NETWORK, SECTOR_TYPE]`, "network { acronym } sectorType",
			[]string{"energy NO <nil> <nil> 0 1 0", "energy SE N SME 2 0 0", "food NO <nil> <nil> 1 1 1", "power NO <nil> <nil> 0 1 0", "power SE N SME 1 0 0", "<nil> NO <nil> <nil> 1 0 <nil>"}},
	} {
		if diff := cmp.Diff(row.want, cells(w.World, row.arguments, row.apart)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
	w.Command("pauseOffer", object{"id": w.offers["power"], "on": register.DayFrom(-5)}, "changes { id }").Good()
	w.Command("closeNeed", object{"id": w.needs["broad"], "outcome": "MET", "on": register.DayFrom(-5)}, "changes { id }").Good()
	if diff := cmp.Diff([]string{"energy SE 2 0 1", "food NO 1 1 1", "power SE 1 0 1", "<nil> NO 1 0 <nil>"}, cells(w.World, "", "")); diff != "" {
		t.Errorf("the offer rests and one need is met: %s", diff)
	}
	if diff := cmp.Diff(whole, cells(w.World, `asOf: "`+register.DayFrom(-6)+`"`, "")); diff != "" {
		t.Errorf("the day before: %s", diff)
	}
}

// Cells are told apart by one thing at a time: each with its own rule of where somebody belongs.
func TestTheMapOfNeedsByEachGrouping(t *testing.T) {
	w := newBorder(t)
	area := func(code, country string) object {
		return object{"new": object{"name": code, "codeSystem": "NUTS_2024", "code": code, "country": country}}
	}
	w.Command("updateOrganisation", object{"id": w.a, "location": object{"nuts": area("SE322", "SE")}}, "changes { id }").Good()
	group := w.Make("registerTargetGroup", object{"name": "Group in an area", "country": "NO", "areas": []any{area("NO060", "NO")}}, "targetGroup")
	w.Make("recordNeed", object{"statement": "x", "stakeholder": group, "theme": object{"code": "food"}, "validFrom": register.DayFrom(-30)}, "need")
	w.Make("admitMember", object{"member": w.a, "network": w.World.Network("M", "ESTABLISHED"), "validFrom": register.DayFrom(-20)}, "membership")
	newTheme(w.World, "diesel", "power")
	w.Make("recordNeed", object{"statement": "x", "stakeholder": w.a, "theme": object{"code": "diesel"}, "validFrom": register.DayFrom(-10)}, "need")
	for _, row := range []struct {
		why, arguments, apart string
		want                  []string
	}{
		{"by area: of the seat, or the group's own; unknown is a cell of its own", "groupBy: [AREA]", "area { code }", []string{
			"diesel SE SE322 1 0 1", "energy NO <nil> 0 1 0", "energy SE SE322 3 0 1", "food NO NO060 1 0 0", "food NO <nil> 1 1 1",
			"power NO <nil> 0 1 0", "power SE SE322 2 0 1", "<nil> NO <nil> 1 0 <nil>"}},
		{"only in an area, told apart by it", `groupBy: [AREA], nuts: "NO0"`, "area { code }", []string{"food NO NO060 1 0 0"}},
		{"by network: a member of two counts in each", "groupBy: [NETWORK]", "network { acronym }", []string{
			"diesel SE M 1 0 1", "diesel SE N 1 0 1", "energy NO <nil> 0 1 0", "energy SE M 3 0 1", "energy SE N 3 0 1", "food NO <nil> 2 1 1",
			"power NO <nil> 0 1 0", "power SE M 2 0 1", "power SE N 2 0 1", "<nil> NO <nil> 1 0 <nil>"}},
		{"by network on a day before it joined the second and needed diesel", `groupBy: [NETWORK], asOf: "` + register.DayFrom(-25) + `"`, "network { acronym }", []string{
			"energy NO <nil> 0 1 0", "energy SE N 2 0 0", "food NO <nil> 2 1 1", "power NO <nil> 0 1 0", "power SE N 1 0 0", "<nil> NO <nil> 1 0 <nil>"}},
		{"by kind of body, which groups have none of", "groupBy: [SECTOR_TYPE]", "sectorType", []string{
			"diesel SE SME 1 0 1", "energy NO <nil> 0 1 0", "energy SE SME 3 0 1", "food NO <nil> 2 1 1", "power NO <nil> 0 1 0", "power SE SME 2 0 1", "<nil> NO <nil> 1 0 <nil>"}},
		{"not told apart: a need two levels down counts once in each theme above it", "", "", []string{
			"diesel SE 1 0 1", "energy NO 0 1 0", "energy SE 3 0 1", "food NO 2 1 1", "power NO 0 1 0", "power SE 2 0 1", "<nil> NO 1 0 <nil>"}},
	} {
		if diff := cmp.Diff(row.want, cells(w.World, row.arguments, row.apart)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// What a viewer may not see is neither counted nor meets a need.
func TestTheMapOfNeedsHidesWhatIsHidden(t *testing.T) {
	w := register.New(t)
	a, b := w.Organisation("A"), w.Organisation("B")
	newTheme(w, "energy", "")
	newNeed(w, a)
	w.Make("recordOffer", object{"statement": "x", "organisation": b, "theme": object{"code": "energy"}, "sensitivity": "MEMBERS"}, "offer")
	w.Make("recordNeed", object{"statement": "y", "stakeholder": b, "theme": object{"code": "energy"}, "sensitivity": "COORDINATORS"}, "need")
	for clearance, want := range map[string]string{"PUBLIC": "energy <nil> 1 0 1", "MEMBERS": "energy <nil> 1 1 0", "COORDINATORS": "energy <nil> 2 1 1"} {
		if diff := cmp.Diff([]string{want}, cells(w.As(clearance), "", "")); diff != "" {
			t.Errorf("%s: %s", clearance, diff)
		}
	}
}

func TestTheFunnelOfNeeds(t *testing.T) {
	w := newBorder(t)
	energy := w.Make("recordOffer", object{"statement": "energy", "organisation": w.b, "theme": object{"code": "energy"}}, "offer")
	precise := w.Make("suggestIntroduction", object{"need": w.needs["precise"], "offer": w.offers["power"]}, "introduction")
	declined := w.Make("suggestIntroduction", object{"need": w.needs["precise"], "offer": energy}, "introduction")
	broad := w.Make("suggestIntroduction", object{"need": w.needs["broad"], "offer": energy}, "introduction")
	w.Make("suggestIntroduction", object{"need": w.needs["vague"], "offer": energy}, "introduction")
	w.Command("acceptIntroduction", object{"id": precise}, "changes { id }").Good()
	for _, id := range []string{declined, broad} {
		w.Command("declineIntroduction", object{"id": id}, "changes { id }").Good()
	}
	w.Make("proposePartnership", object{"type": "SUPPLY", "state": "CLAIMED", "introduction": precise, "parties": []object{register.Party(w.a, "ASKED"), register.Party(w.b, "ASKED")}}, "partnership")
	w.Command("closeNeed", object{"id": w.needs["own"], "outcome": "MET"}, "changes { id }").Good()
	const stages = "{ theme { code } country needs suggested introduced partnerships declined met }"
	for _, row := range []struct {
		why, arguments string
		want           []string
	}{
		{"all in one", "", []string{"<nil> <nil> 4 3 1 1 1 1"}},
		{"by country", "(groupBy: [COUNTRY])", []string{"<nil> NO 2 1 0 0 0 1", "<nil> SE 2 2 1 1 1 0"}},
		{"by theme, with what is below", "(groupBy: [THEME])", []string{"energy <nil> 2 2 1 1 1 0", "food <nil> 1 0 0 0 0 1", "power <nil> 1 1 1 1 0 0", "<nil> <nil> 1 1 0 0 0 0"}},
		{"of members", `(network: {acronym: "N"})`, []string{"<nil> <nil> 2 2 1 1 1 0"}},
		{"the day before", `(asOf: "` + register.DayFrom(-1) + `")`, []string{"<nil> <nil> 4 0 0 0 0 0"}},
		{"before there was any", `(asOf: "` + register.DayFrom(-31) + `")`, []string{}},
	} {
		answer := w.Do("{ needsFunnel"+row.arguments+" "+stages+" }", nil)
		got := lines(answer["needsFunnel"].([]any), "theme", "country", "needs", "suggested", "introduced", "partnerships", "declined", "met")
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

func TestWhatACounterpartLacks(t *testing.T) {
	w := newBorder(t)
	other := w.World.Network("M", "ESTABLISHED")
	w.Make("admitMember", object{"member": w.b, "network": other, "validFrom": register.DayFrom(-35)}, "membership")
	c := w.Make("registerOrganisation", object{"legalName": "C", "country": "NO", "sectorType": "SME", "sizeClass": "SMALL", "industryCodes": []string{"62.20", "25.11", "62.10"}}, "organisation")
	w.Make("admitMember", object{"member": c, "network": other, "validFrom": register.DayFrom(-35)}, "membership")
	w.Make("recordOffer", object{"statement": "z", "organisation": c, "theme": object{"code": "energy"}}, "offer")
	w.Make("recordOffer", object{"statement": "own", "organisation": w.a, "theme": object{"code": "food"}}, "offer")
	gap := func(arguments string) []string {
		answer := w.Do(`{ counterpartGap(network: {acronym: "N"}, counterpart: {acronym: "M"}`+arguments+`) { dimension value network counterpart onlyIn } }`, nil)
		return lines(answer["counterpartGap"].([]any), "dimension", "value", "network", "counterpart", "onlyIn")
	}
	want := []string{"MEMBER_TYPE SME 1 1 <nil>", "SECTOR C 0 1 COUNTERPART", "SECTOR K 0 1 COUNTERPART", "THEME_OFFERED energy 0 2 COUNTERPART",
		"THEME_OFFERED food 1 1 <nil>", "THEME_OFFERED power 0 1 COUNTERPART", "SIZE_CLASS SMALL 0 1 COUNTERPART"}
	if diff := cmp.Diff(want, gap("")); diff != "" {
		t.Error(diff)
	}
	w.Command("pauseOffer", object{"id": w.offers["power"], "on": register.DayFrom(-5)}, "changes { id }").Good()
	want[3], want = "THEME_OFFERED energy 0 1 COUNTERPART", append(want[:5], want[6])
	if diff := cmp.Diff(want, gap("")); diff != "" {
		t.Errorf("an offer rests: %s", diff)
	}
	for _, row := range []struct {
		why, arguments string
		want           []string
	}{
		{"before the offers and the memberships of the other", `, asOf: "` + register.DayFrom(-40) + `"`, []string{"MEMBER_TYPE SME 1 0 NETWORK"}},
		{"before anybody was a member", `, asOf: "` + register.DayFrom(-60) + `"`, []string{}},
	} {
		if diff := cmp.Diff(row.want, gap(row.arguments)); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// Each thing that networks are compared by, alone: a member counts once for each value, however often it has it, and only what the viewer sees.
func TestACounterpartIsComparedByEachThing(t *testing.T) {
	w := register.New(t)
	newTheme(w, "energy", "")
	newTheme(w, "power", "energy")
	ours, theirs := w.Network("N", "ESTABLISHED"), w.Network("M", "ESTABLISHED")
	for _, member := range []struct {
		network string
		values  object
		offers  []string
	}{
		{ours, object{"legalName": "A", "sectorType": "SME", "sizeClass": "SMALL", "industryCodes": []string{"62.10", "62.20"}}, []string{"power", "power"}},
		{ours, object{"legalName": "B", "sectorType": "SME"}, []string{"energy"}},
		{theirs, object{"legalName": "C", "sectorType": "REGION", "sizeClass": "SMALL", "industryCodes": []string{"84.11"}}, nil},
		{theirs, object{"legalName": "D", "sensitivity": "MEMBERS", "sectorType": "UNIVERSITY", "sizeClass": "LARGE", "industryCodes": []string{"85.42"}}, []string{"power"}},
	} {
		id := w.Make("registerOrganisation", member.values, "organisation")
		w.Make("admitMember", object{"member": id, "network": member.network, "validFrom": register.DayFrom(-5)}, "membership")
		for _, theme := range member.offers {
			w.Make("recordOffer", object{"statement": "x", "organisation": id, "theme": object{"code": theme}}, "offer")
		}
	}
	for clearance, want := range map[string]map[string][]string{
		"PUBLIC": {
			"MEMBER_TYPE": {"REGION 0 1 COUNTERPART", "SME 2 0 NETWORK"}, "SECTOR": {"K 1 0 NETWORK", "P 0 1 COUNTERPART"},
			"THEME_OFFERED": {"energy 2 0 NETWORK", "power 1 0 NETWORK"}, "SIZE_CLASS": {"SMALL 1 1 <nil>"},
		},
		"MEMBERS": {
			"MEMBER_TYPE": {"REGION 0 1 COUNTERPART", "SME 2 0 NETWORK", "UNIVERSITY 0 1 COUNTERPART"}, "SECTOR": {"K 1 0 NETWORK", "P 0 1 COUNTERPART", "Q 0 1 COUNTERPART"},
			"THEME_OFFERED": {"energy 2 1 <nil>", "power 1 1 <nil>"}, "SIZE_CLASS": {"LARGE 0 1 COUNTERPART", "SMALL 1 1 <nil>"},
		},
	} {
		got := map[string][]string{}
		answer := w.As(clearance).Do(`{ counterpartGap(network: {acronym: "N"}, counterpart: {acronym: "M"}) { dimension value network counterpart onlyIn } }`, nil)
		for _, row := range answer["counterpartGap"].([]any) {
			dimension := row.(object)["dimension"].(string)
			got[dimension] = append(got[dimension], lines([]any{row}, "value", "network", "counterpart", "onlyIn")...)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", clearance, diff)
		}
	}
}
