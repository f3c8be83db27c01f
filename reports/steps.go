package reports

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"partnernet/registry"
)

// step is something to do next: what, why, whom to ask and by when.
type step struct {
	What, Why, Whom, By, Cited markdown

	due     string // the day by which it is to be done, to be sorted by; the empty text when there is none
	assumed bool   // that day is the last one of its project: no source tells by when it is to be done
}

const (
	mostSteps = 15 // of the list: more would be no list of priorities
	mostAlike = 3  // steps of one kind that only tell of more of the same
	soon      = 90 // days within which an obligation is a step to take
)

// nextSteps gives what to do next, the most pressing first: what is overdue; conditions without which money is lost; what is due soon;
// indicators short of their target; people to introduce to each other; contradictions and doubts; needs that nothing meets. Within a kind what is due
// first comes first.
func (w *writing) nextSteps(asOf string, facts object) []step {
	late, coming := w.obligationSteps(asOf, nodes(facts, "obligations"))
	ties := child(facts, "networkMetrics")["missingTies"]
	var all []step
	for _, kind := range [][]step{
		late, w.conditionSteps(nodes(facts, "awards")), coming, w.indicatorSteps(nodes(facts, "projects")), w.tieSteps(strangers(asOf, ties)),
		w.doubtSteps(nodes(child(facts, "dataHealth"), "issuePages")), w.unmetSteps(facts),
	} {
		w.passed(kind, asOf)
		slices.SortStableFunc(kind, func(a, b step) int {
			return cmp.Or(cmp.Compare(btoi(a.due == ""), btoi(b.due == "")), cmp.Compare(a.due, b.due))
		})
		all = append(all, kind...)
	}
	return all[:min(len(all), mostSteps)]
}

// passed says of what was due before the day of the report that it is to be done at once.
func (w *writing) passed(steps []step, asOf string) {
	for i := range steps {
		if s := &steps[i]; s.due != "" && s.due < asOf && !s.assumed {
			s.By = w.say("step.atOnce", s.due)
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// obligationSteps gives the obligations that are overdue, and those that are due soon.
func (w *writing) obligationSteps(asOf string, obligations []any) (late, coming []step) {
	today, err := time.Parse(time.DateOnly, asOf)
	if err != nil {
		return nil, nil
	}
	end := today.AddDate(0, 0, soon).Format(time.DateOnly)
	for _, each := range obligations {
		o := each.(object)
		due, _ := o["dueOn"].(string)
		s := step{
			What: w.say("step.obligation", w.label("ObligationType", o["type"]), w.name(o["project"])),
			Why:  w.say("step.obligationDue", due), Whom: w.whom(o["responsible"]), By: w.text(due), Cited: w.cite(o["sources"]), due: due,
		}
		switch {
		case o["overdue"] == true:
			s.Why = w.say("step.obligationLate", due)
			late = append(late, s)
		case o["status"] == "OPEN" && due != "" && due <= end:
			coming = append(coming, s)
		}
	}
	return late, coming
}

// conditionSteps gives the open conditions that an award holds only once they are met. Where no source tells by when, they are told among what is due when the project ends.
func (w *writing) conditionSteps(awards []any) []step {
	var steps []step
	for _, each := range awards {
		award := each.(object)
		conditions, _ := award["conditions"].([]any)
		for _, each := range conditions {
			c := each.(object)
			if c["status"] != "OPEN" || c["suspensive"] != true {
				continue
			}
			s := w.assumed(child(award, "project"))
			if due, known := c["dueOn"].(string); known {
				s = step{By: w.text(due), due: due}
			}
			s.What, s.Why = w.say("step.condition", w.label("ConditionType", c["type"])), w.say("step.conditionWhy", w.name(award["decision"]))
			if c["text"] != nil {
				s.Why += " " + w.text(c["text"])
			}
			s.Whom, s.Cited = w.whom(award["recipient"]), w.cite(c["sources"])
			steps = append(steps, s)
		}
	}
	return steps
}

// assumed gives a step of a project of which no source tells by when it is to be done: it says when the project ends.
func (w *writing) assumed(project object) step {
	end, _ := project["plannedTo"].(string)
	if end == "" {
		return step{By: w.unknown()}
	}
	return step{By: w.say("step.projectEnds", end), due: end, assumed: true}
}

// strangers leaves out pairs whom somebody has suggested an introduction of by a day, for the need or with the offer. MissingTies leaves out only those
// who have been introduced: the others do not know each other yet, but to introduce them is no step that is left to take.
func strangers(asOf string, ties any) []any {
	pairs, _ := ties.([]any)
	return slices.DeleteFunc(slices.Clone(pairs), func(each any) bool {
		tie := each.(object)
		forNeed, _ := child(tie, "need")["introductions"].([]any)
		ofOffer, _ := child(tie, "offer")["introductions"].([]any)
		meet := func(other object, id any) bool { return other["id"] != nil && other["id"] == id }
		return slices.ContainsFunc(slices.Concat(forNeed, ofOffer), func(each any) bool {
			i := each.(object)
			on, _ := i["suggestedOn"].(string)
			state, _ := i["state"].(string)
			return !registry.IntroductionState(state).Declined() && on <= asOf &&
				(meet(child(child(i, "offer"), "organisation"), child(tie, "offering")["id"]) || meet(child(child(i, "need"), "stakeholder"), child(tie, "needing")["id"]))
		})
	})
}

// tieSteps gives pairs to introduce to each other while the need is open.
func (w *writing) tieSteps(ties []any) []step {
	var steps []step
	for _, each := range ties {
		tie := each.(object)
		need, offer := child(tie, "need"), child(tie, "offer")
		due, _ := need["expiresOn"].(string)
		steps = append(steps, step{
			What: w.say("introduce", w.name(tie["needing"]), w.name(tie["offering"])), Why: w.say("step.tieWhy", w.text(need["statement"]), w.text(offer["statement"])),
			Whom: w.name(tie["needing"]), By: w.text(due), Cited: w.cite(need["sources"], offer["sources"]), due: due,
		})
	}
	return steps
}

// indicatorSteps gives what is short of a target that is known.
func (w *writing) indicatorSteps(projects []any) []step {
	var steps []step
	for _, each := range projects {
		project := each.(object)
		indicators, _ := project["indicators"].([]any)
		for _, each := range indicators {
			i := each.(object)
			if i["target"] == nil || wholeOf(i["actual"]) >= wholeOf(i["target"]) {
				continue
			}
			var person any
			if leads := nodes(project, "participations"); len(leads) > 0 {
				person = leads[0].(object)["organisation"]
			}
			s := w.assumed(project)
			s.What, s.Why = w.say("step.indicator", w.text(i["name"])), w.say("step.indicatorWhy", w.number(i["actual"]), w.number(i["target"]), w.name(project))
			s.Whom, s.Cited = w.whom(person), w.cite(i["sources"])
			steps = append(steps, s)
		}
	}
	return steps
}

// doubtSteps gives what is wrong with the data, once for each kind and field with the first records that it is wrong with.
func (w *writing) doubtSteps(issues []any) []step {
	var steps []step
	about := map[markdown][]string{} // the names of the records, by what is wrong with them
	for _, each := range issues {
		issue := each.(object)
		message := w.text(issue["message"])
		if issue["kind"] == "OVERDUE" { // it is a step of its own already
			continue
		}
		if about[message] == nil {
			if len(steps) == mostAlike {
				continue
			}
			steps = append(steps, step{Why: message, By: w.say("step.nextTime"), Whom: w.whom(issue["askWhom"]), Cited: w.cite(child(issue, "about")["sources"])})
		}
		about[message] = append(about[message], string(w.name(issue["about"])))
	}
	for i := range steps {
		steps[i].What = w.say("step.clear", firstOf(about[steps[i].Why]))
	}
	return steps
}

// firstOf lists the first names, up to mostAlike of them.
func firstOf(names []string) markdown {
	if len(names) > mostAlike {
		return markdown(strings.Join(names[:mostAlike], ", ") + " …")
	}
	return markdown(strings.Join(names, ", "))
}

// unmetSteps gives the narrowest themes whose needs no offer meets, those with the most needs first.
func (w *writing) unmetSteps(facts object) []step {
	cells, wider := unmet(facts["needsMap"]), map[any]bool{}
	for _, each := range cells {
		wider[child(child(each.(object), "theme"), "broader")["code"]] = true
	}
	cells = slices.DeleteFunc(cells, func(each any) bool {
		theme := child(each.(object), "theme")
		return theme == nil || wider[theme["code"]]
	})
	slices.SortStableFunc(cells, func(a, b any) int {
		return cmp.Compare(wholeOf(b.(object)["unmet"]), wholeOf(a.(object)["unmet"]))
	})
	var steps []step
	for _, each := range cells[:min(len(cells), mostAlike)] {
		cell := each.(object)
		steps = append(steps, step{
			What: w.say("step.unmet", w.theme(cell["theme"])), Why: w.say("step.unmetWhy", w.number(cell["unmet"]), w.country(cell["country"])),
			Whom: w.networks(facts), By: w.say("step.nextTime"),
		})
	}
	return steps
}

// networks names the networks that the report is about.
func (w *writing) networks(facts object) markdown {
	pairs, _ := facts["counterparts"].([]any)
	var names []string
	for _, each := range pairs {
		for _, end := range []string{"network", "counterpart"} {
			names = append(names, string(w.text(each.(object)[end])))
		}
	}
	slices.Sort(names)
	if names = slices.Compact(names); len(names) == 0 {
		return w.say("nobodyKnown")
	}
	return markdown(strings.Join(names, ", "))
}

// whom names whom to ask.
func (w *writing) whom(person any) markdown {
	if person == nil {
		return w.say("nobodyKnown")
	}
	return w.name(person)
}
