package commands_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// What cannot be in a register is refused for what somebody does not see, too. They are told no more than that and whom to ask, and the same whatever it is; whoever
// sees it is told what it is.
func TestWhatCannotBeIsRefusedForWhatIsHidden(t *testing.T) {
	k := register.NewStaffed(t)
	hidden := object{"class": "COORDINATORS", "networks": []string{"N"}}
	const changed = "changes { id }"
	var neutral any
	for _, each := range []struct {
		why           string
		hide          func(register.World) (command string, input object)
		rule, told    string
		field, unseen string
	}{
		{"a unit of itself", func(w register.World) (string, object) {
			x, y := w.Organisation("Enhet ett"), w.Organisation("Enhet två")
			between := w.Make("registerOrganisation", object{"legalName": "Dold enhet", "unitOf": x, "audience": hidden}, "organisation")
			w.Command("updateOrganisation", object{"id": y, "unitOf": between}, changed).Good()
			return "updateOrganisation", object{"id": x, "unitOf": y}
		}, "unit-cycle", "CONFLICT", "input.unitOf", "input"},
		{"a theme above itself", func(w register.World) (string, object) {
			upper, lower := newTheme(w, "upper", ""), newTheme(w, "lower", "")
			w.Make("registerTheme", object{"code": "between", "labelEn": "Between", "broader": object{"code": "upper"}, "audience": hidden}, "theme")
			w.Command("updateTheme", object{"id": lower, "broader": object{"code": "between"}}, changed).Good()
			return "updateTheme", object{"id": upper, "broader": object{"code": "lower"}}
		}, "theme-cycle", "CONFLICT", "input.broader", "input"},
		{"a network in itself", func(w register.World) (string, object) {
			inner := w.Network("INNER", "ESTABLISHED")
			w.Make("admitMember", object{"member": k.M, "network": inner, "audience": hidden}, "membership")
			return "admitMember", object{"member": inner, "network": k.M}
		}, "network-cycle", "CONFLICT", "input.member", "input"},
		{"a body after what it became", func(w register.World) (string, object) {
			before, after := w.Organisation("Först AB"), w.Organisation("Sedan AB")
			w.Make("recordSuccession", object{"kind": "REPLACEMENT", "predecessors": []string{before}, "successors": []string{after}, "audience": hidden}, "succession")
			return "recordSuccession", object{"kind": "REPLACEMENT", "predecessors": []string{after}, "successors": []string{before}}
		}, "succession-cycle", "CONFLICT", "input.successors", "input"},
		{"a partnership with oneself", func(w register.World) (string, object) {
			one, other := w.Organisation("Part ett"), w.Organisation("Part två")
			w.Make("admitMember", object{"member": one, "network": k.M}, "membership")
			w.Make("admitMember", object{"member": other, "network": k.M}, "membership")
			w.Make("proposePartnership", object{"type": "SUPPLY", "state": "CLAIMED", "parties": []object{{"party": one}, {"party": other}}, "audience": hidden}, "partnership")
			return "judgeIdentity", object{"organisation": one, "other": other, "verdict": "SAME"}
		}, "partnership-parties", "BAD_INPUT", "input.other", "input.other"},
	} {
		t.Run(each.why, func(t *testing.T) {
			w := k.On(t)
			command, input := each.hide(w)
			input["dryRun"] = true
			refused := w.By("COORDINATOR").Command(command, input, changed)
			refused.Fails("CONFLICT", "unseen-stands-against", each.unseen)
			if len(refused.Errors) == 1 && len(refused.Errors[0].Extensions.Violations) == 1 {
				said := refused.Errors[0].Extensions.Violations[0]
				told := [2]any{said.Message, said.Remedy}
				if neutral == nil {
					neutral = told
				}
				if diff := cmp.Diff(neutral, any(told)); diff != "" {
					t.Errorf("it shows what is hidden: %s", diff)
				}
			}
			w.Command(command, input, changed).Fails(each.told, each.rule, each.field)
		})
	}
}
