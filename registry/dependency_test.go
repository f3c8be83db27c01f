package registry

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"partnernet/fault"
)

// broken gives the rule that an error says was broken, "" for no error.
func broken(err error) string {
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return f.Rule
	}
	return ""
}

func TestCheckDependencies(t *testing.T) {
	for _, row := range []struct {
		dependsOn []string
		next      map[string][]string
		want      string
		why       string
	}{
		{nil, nil, "", "it depends on nothing"},
		{[]string{"other application"}, nil, "", "another application is somebody else's to decide"},
		{[]string{"application"}, nil, RuleDependency, "the application it is decided on"},
		{[]string{"A"}, nil, RuleDependency, "itself"},
		{[]string{"B"}, map[string][]string{"B": {"A"}}, RuleDependency, "what depends on it"},
		{[]string{"B"}, map[string][]string{"B": {"C"}, "C": {"D", "application"}}, RuleDependency, "and so in turn"},
		{[]string{"B"}, map[string][]string{"B": {"C"}, "C": {"B"}}, "", "a circle elsewhere is not its own, and comes to an end"},
		{[]string{"B", "C"}, map[string][]string{"B": {"D"}, "C": {"D"}}, "", "two ways to one are no circle"},
	} {
		if got := broken(CheckDependencies([]string{"A", "application"}, row.dependsOn, row.next)); got != row.want {
			t.Errorf("%s: got %q, want %q", row.why, got, row.want)
		}
	}
}

func TestStatusByFooting(t *testing.T) {
	for _, row := range []struct {
		held      ConditionStatus
		dependsOn []Footing
		want      ConditionStatus
		why       string
	}{
		{ConditionOpen, nil, ConditionOpen, "nothing decides it but people"},
		{ConditionOpen, []Footing{Pending}, ConditionOpen, "not decided yet"},
		{ConditionOpen, []Footing{Secured}, ConditionMet, "what it waited for has come"},
		{ConditionUnknown, []Footing{Secured}, ConditionMet, "now it is known"},
		{ConditionOpen, []Footing{Secured, Pending}, ConditionOpen, "all of it must come"},
		{ConditionOpen, []Footing{Pending, Failed}, ConditionNotMet, "one that fails is enough"},
		{ConditionWaived, []Footing{Failed}, ConditionWaived, "nobody asks any more"},
		{ConditionMet, []Footing{Failed}, ConditionMet, "it was met in its time"},
		{ConditionNotMet, []Footing{Secured}, ConditionNotMet, "it came too late"},
	} {
		if got := StatusByFooting(row.held, row.dependsOn); got != row.want {
			t.Errorf("%s: got %s, want %s", row.why, got, row.want)
		}
	}
}

func TestFootings(t *testing.T) {
	for state, want := range map[ApplicationState]Footing{
		ApplicationDraft: Pending, ApplicationApplied: Pending, ApplicationPartlyGranted: Pending,
		ApplicationGranted: Secured, ApplicationRejected: Failed, ApplicationWithdrawn: Failed,
	} {
		if got := state.Footing(); got != want {
			t.Errorf("application %s: got %d, want %d", state, got, want)
		}
	}
	for state, want := range map[AwardState]Footing{
		AwardConditional: Pending, AwardEffective: Secured, AwardPartlyPaid: Secured, AwardFinalPaid: Secured, AwardLapsed: Failed, AwardRecovered: Failed,
	} {
		if got := state.Footing(); got != want {
			t.Errorf("award %s: got %d, want %d", state, got, want)
		}
	}
}

// waiting is an award in a state with one condition of a type, open or otherwise, that depends on these.
func waiting(id string, state AwardState, t ConditionType, status ConditionStatus, dependsOn ...string) SettledAward {
	return SettledAward{ID: id, State: state, Conditions: []SettledCondition{{ID: "of " + id, Condition: Condition{t, status}, DependsOn: dependsOn}}}
}

func TestSettle(t *testing.T) {
	for _, row := range []struct {
		to         Footing
		awards     []SettledAward
		conditions map[string]ConditionStatus
		states     map[string]AwardState
		why        string
	}{
		{Failed, []SettledAward{waiting("A", AwardConditional, OtherFinancing, ConditionOpen, "root")},
			map[string]ConditionStatus{"of A": ConditionNotMet}, map[string]AwardState{"A": AwardLapsed}, "the founding case, turned down"},
		{Secured, []SettledAward{waiting("A", AwardConditional, OtherFinancing, ConditionOpen, "root")},
			map[string]ConditionStatus{"of A": ConditionMet}, map[string]AwardState{"A": AwardEffective}, "the founding case, granted"},
		{Failed, []SettledAward{waiting("B", AwardConditional, OtherFinancing, ConditionOpen, "A"), waiting("A", AwardConditional, OtherFinancing, ConditionOpen, "root")},
			map[string]ConditionStatus{"of A": ConditionNotMet, "of B": ConditionNotMet}, map[string]AwardState{"A": AwardLapsed, "B": AwardLapsed}, "in turn, in whatever order they are read"},
		{Failed, []SettledAward{waiting("A", AwardConditional, OtherFinancing, ConditionOpen, "other")},
			map[string]ConditionStatus{}, map[string]AwardState{}, "what depends on something else stays, though that is not known"},
		{Failed, []SettledAward{waiting("A", AwardEffective, Reporting, ConditionOpen, "root")},
			map[string]ConditionStatus{"of A": ConditionNotMet}, map[string]AwardState{}, "a term that is not kept does not undo the award"},
		{Failed, []SettledAward{waiting("A", AwardEffective, OtherFinancing, ConditionWaived, "root")},
			map[string]ConditionStatus{}, map[string]AwardState{}, "a waived condition holds nothing up"},
		{Failed, []SettledAward{waiting("A", AwardPartlyPaid, OtherFinancing, ConditionUnknown, "root")},
			map[string]ConditionStatus{"of A": ConditionNotMet}, map[string]AwardState{"A": AwardLapsed}, "paid in part it can still fall"},
		{Secured, []SettledAward{waiting("A", AwardPartlyPaid, OtherFinancing, ConditionUnknown, "root")},
			map[string]ConditionStatus{"of A": ConditionMet}, map[string]AwardState{}, "paid in part it goes on"},
		{Failed, []SettledAward{waiting("A", AwardFinalPaid, OtherFinancing, ConditionUnknown, "root")},
			map[string]ConditionStatus{"of A": ConditionNotMet}, map[string]AwardState{}, "what is paid out is not undone"},
		{Failed, []SettledAward{{ID: "A", Application: "root", State: AwardEffective}},
			map[string]ConditionStatus{}, map[string]AwardState{"A": AwardLapsed}, "the award falls with its own application"},
		{Secured, []SettledAward{{ID: "A", Application: "root", State: AwardLapsed}},
			map[string]ConditionStatus{}, map[string]AwardState{}, "what has lapsed stays so"},
	} {
		got := Settle([]string{"root"}, Footings{"root": row.to}, row.awards)
		if diff := cmp.Diff(Settlement{row.conditions, row.states}, got); diff != "" {
			t.Errorf("%s: %s", row.why, diff)
		}
	}
}

// Settling changes nothing it is given, ends in circles too, and comes to the same whatever order the awards are read in.
func TestSettleIgnoresOrder(t *testing.T) {
	ids := []string{"A", "B", "C", "D", "E"}
	rapid.Check(t, func(t *rapid.T) {
		footing := Footings{"root": rapid.SampledFrom([]Footing{Secured, Failed}).Draw(t, "to")}
		var awards []SettledAward
		for _, id := range ids {
			dependsOn := rapid.SliceOfNDistinct(rapid.SampledFrom(append([]string{"root"}, ids...)), 0, 3, rapid.ID).Draw(t, id)
			awards = append(awards, waiting(id, AwardConditional, OtherFinancing, ConditionOpen, dependsOn...))
		}
		first := Settle([]string{"root"}, footing, awards)
		if diff := cmp.Diff(first, Settle([]string{"root"}, footing, rapid.Permutation(awards).Draw(t, "order"))); diff != "" {
			t.Fatal(diff)
		}
		for id, state := range first.Awards {
			if want := map[Footing]AwardState{Secured: AwardEffective, Failed: AwardLapsed}[footing["root"]]; state != want {
				t.Fatalf("%s is %s where everything hangs on one thing", id, state)
			}
		}
	})
}

func TestCheckFooting(t *testing.T) {
	for _, row := range []struct {
		status    ConditionStatus
		dependsOn []Footing
		legal     bool
		why       string
	}{
		{ConditionOpen, nil, true, "it depends on nothing that the registry knows"},
		{ConditionOpen, []Footing{Pending}, true, "it waits"},
		{ConditionOpen, []Footing{Secured, Pending}, true, "it waits for the other one"},
		{ConditionOpen, []Footing{Failed}, false, "it waits for what has failed"},
		{ConditionOpen, []Footing{Secured, Secured}, false, "it waits for what has come about"},
		{ConditionUnknown, []Footing{Pending, Failed}, false, "one that fails is enough to know"},
		{ConditionMet, []Footing{Secured}, true, "as what it depends on"},
		{ConditionNotMet, []Footing{Failed}, true, "as what it depends on"},
		{ConditionMet, []Footing{Failed}, true, "met otherwise, as its funder says"},
		{ConditionWaived, []Footing{Failed}, true, "no longer asked for"},
	} {
		checkRule(t, row.why, CheckFooting(row.status, row.dependsOn), row.legal, fault.Conflict, RuleFooting)
	}
}
