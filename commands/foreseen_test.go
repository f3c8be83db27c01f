package commands_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"partnernet/graph"
	"partnernet/store"
	"partnernet/testworld"
	"partnernet/testworld/register"
)

// observing gives the world with a server of its own, and has tell be told of each statement that it sends.
func observing(w register.World, tell func(text string)) register.World {
	db := w.DB.Observed(func(_ context.Context, s store.Statement, _ time.Duration, _ error) { tell(s.Text) })
	w.Handler = testworld.GraphQL(w.T, db, func() time.Time { return register.Today }, func(o *graph.Options) { o.Keys = w.Keys })
	return w
}

// What a command's rules need is asked in the statement by which its turn begins, so that it reads nothing else before it writes.
func TestWhatRulesNeedIsAskedAsTheTurnBegins(t *testing.T) {
	w := register.New(t)
	network, organisation := w.Network("MITTSEC", "ESTABLISHED"), w.Organisation("A")
	source := w.Command("registerOrganisation", object{"legalName": "B"}, "organisation { sources { id } }").Good()
	input := func(more object) object {
		more["source"] = object{"id": register.At(source, "organisation", "sources", 0, "id")}
		return more
	}
	var sent []string
	w = observing(w, func(text string) { sent = append(sent, text) })
	for name, given := range map[string]object{
		"admitMember":          {"member": organisation, "network": network},
		"recordNeed":           {"statement": "A need", "stakeholder": organisation},
		"registerOrganisation": {"legalName": "C"},
		"registerProject":      {"acronym": "Q"},
	} {
		sent = nil
		w.Command(name, input(given), "command").Good()
		for i, text := range sent {
			if strings.HasPrefix(strings.TrimSpace(text), "MERGE (lock:Lock") {
				sent = sent[i+1:]
				break
			}
		}
		if len(sent) == 0 || !strings.Contains(sent[0], "CREATE (n:Record:$(row.label))") {
			t.Errorf("%s does not write next: %q", name, sent)
		}
	}
}

// What is asked as the turn begins is asked by what was known of the actor's rights before. Where another server has changed these since, it is asked anew.
func TestRightsThatAnotherServerHasChangedCountInTheTurn(t *testing.T) {
	k := register.NewStaffed(t)
	hidden := k.Make("registerOrganisation", object{"legalName": "Hidden", "audience": object{"class": "COORDINATORS", "networks": []string{"N"}}}, "organisation")
	w := k.By("COORDINATOR")
	need := func(stakeholder string) register.Answer {
		return w.Command("recordNeed", object{"statement": "A need", "stakeholder": stakeholder}, "need { id }")
	}
	admitted := func() register.Answer {
		return w.Command("admitMember", object{"member": k.Ours, "network": k.N}, "membership { id }")
	}
	need(k.Ours).Good() // the server knows the rights from now on
	need(hidden).Fails("NOT_FOUND", "", "input.stakeholder")
	admitted().Fails("FORBIDDEN", "", "")
	k.GiveRole("COORDINATOR", "COORDINATOR", k.N)
	admitted().Good()
	k.Write(`
MATCH (access:Access)
SET access.version = access.version + 1
WITH access
MATCH (grant:Grant)-[:OVER]->(:Record {id: $network})
SET grant.state = 'ENDED'`, object{"network": k.N})
	need(hidden).Fails("NOT_FOUND", "", "input.stakeholder")
	w.Command("admitMember", object{"member": k.Both, "network": k.N, "validFrom": register.DayFrom(-900), "validTo": register.DayFrom(-800)}, "membership { id }").Fails("FORBIDDEN", "", "")
	k.GiveRole("COORDINATOR", "COORDINATOR", k.N)
	if got := w.Command("recordNeed", object{"statement": "Its need", "stakeholder": hidden}, "need { id }"); len(got.Errors) > 0 {
		t.Errorf("what the actor sees by a role of moments ago is not found: %+v", got.Errors)
	}
}
