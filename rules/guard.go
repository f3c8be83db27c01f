// Package rules is the guard that everything written to a registry passes, by whichever door it comes: a table of the domain's rules, each
// with the records that it is about, what it reads of them and of those beside them, and the function of package registry that judges it.
package rules

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"partnernet/model"
	"partnernet/store"
	"partnernet/stored"
)

// Guard asks the rules of the table of records.
type Guard struct {
	values map[string][]Value // rules of a record's or part's own values, by its label
	types  Touched            // names of the types of records that have a label, a part of a label, or relationships of a type
	groups []Group            // rules that look at several records
	single singleFields
}

// New makes the guard of a schema.
func New(m *model.Model) *Guard {
	single := singleFieldsOf(m)
	g := &Guard{values: map[string][]Value{}, groups: append(slices.Clone(groups), single.group()), types: Touched{}, single: single}
	for _, t := range m.Types() {
		if t.Label == "" || t.Abstract || slices.Contains(own, t.Label) {
			continue
		}
		g.values[t.Label] = append(g.values[t.Label], valuesOf(t)...)
		if t.Record {
			g.note(m, t)
		}
	}
	return g
}

// note takes down which labels and relationships lead to a type of records.
func (g *Guard) note(m *model.Model, t *model.Type) {
	g.types.Add(t.Label, t.Name)
	for _, f := range t.Fields() {
		if f.Kind != model.Relationship || f.Direction == "IN" {
			continue
		}
		g.types.Add(f.RelType, t.Name)
		if target := m.Type(f.Target); !target.Record && !target.Abstract {
			g.types.Add(target.Label, t.Name)
		}
	}
}

// Rules gives the names of all rules that the guard asks, each with the types of the records that may come to break it by being written.
func (g *Guard) Rules() map[string][]string {
	touched := Touched{}
	for label, values := range g.values {
		for _, v := range values {
			g.add(touched, v.Rules, label)
		}
	}
	for _, group := range g.groups {
		on := slices.DeleteFunc(slices.Clone(group.On), func(name string) bool { return !g.isLabel(name) })
		if len(on) == 0 {
			on = group.On
		}
		for _, rule := range group.Rules {
			g.add(touched, rule.Rules, on...)
		}
	}
	all := map[string][]string{}
	for rule, types := range touched {
		all[rule] = slices.Sorted(maps.Keys(types))
	}
	return all
}

func (g *Guard) isLabel(name string) bool { _, is := g.values[name]; return is }

// add notes that rules are asked of the types that labels and relationships lead to.
func (g *Guard) add(touched Touched, rules []string, under ...string) {
	for _, rule := range rules {
		for _, u := range under {
			for name := range g.types[u] {
				touched.Add(rule, name)
			}
		}
	}
}

// own are the labels of what the ledger itself keeps, of others' words.
var own = []string{"Change", "Claim", "FormerRecord"}

// Values asks the rules of a record's or a part's own values: those that look at one of the properties that are set, or all of them when
// set is nil. What was wrong before stays no fault of who sets something else.
func (g *Guard) Values(label, id string, properties, set map[string]any, now time.Time) []Violation {
	var broken []Violation
	for _, v := range g.values[label] {
		if set != nil && !slices.ContainsFunc(v.reads, func(name string) bool { _, is := set[name]; return is }) {
			continue
		}
		if err := v.check(properties, now); err != nil {
			broken = append(broken, Violated(label, id, v.Field, err))
		}
	}
	return broken
}

// AmissBeside gives those of the properties told that break a rule beside what is held of others, though they keep it beside what is told of these.
func (g *Guard) AmissBeside(label string, current, told, others map[string]any, now time.Time) []string {
	held, whole := maps.Clone(current), maps.Clone(current)
	maps.Copy(held, told)
	maps.Copy(whole, told)
	maps.Copy(whole, others)
	var amiss []string
	for _, v := range g.values[label] {
		reads := func(from map[string]any) []string {
			return slices.DeleteFunc(slices.Clone(v.reads), func(name string) bool { _, is := from[name]; return !is })
		}
		if len(reads(others)) > 0 && v.check(held, now) != nil && v.check(whole, now) == nil {
			amiss = append(amiss, reads(told)...)
		}
	}
	return amiss
}

// Part asks what Values asks, of a part that a record, of a label and with an id, has under a field.
func (g *Guard) Part(owner, id, field, label string, properties, set map[string]any, now time.Time) []Violation {
	broken := g.Values(label, id, properties, set, now)
	for i, v := range broken {
		broken[i].Type = owner
		if v.Field != field {
			broken[i].Field = field + "." + v.Field
		}
	}
	return broken
}

// Touched are the ids of what a writing has touched: of records by their label, and of records by the types of relationships from them that
// came or went.
type Touched map[string]map[string]bool

// Add adds a record under a label or the type of a relationship.
func (t Touched) Add(under, id string) {
	if t[under] == nil {
		t[under] = map[string]bool{}
	}
	t[under][id] = true
}

// Without gives what was touched but the records of some ids.
func (t Touched) Without(ids map[string]string) Touched {
	rest := Touched{}
	for under, touched := range t {
		for id := range touched {
			if ids[id] == "" {
				rest.Add(under, id)
			}
		}
	}
	return rest
}

// batch is how many records are asked about in one statement.
const batch = 2_000

// Beside asks the rules that look at several records, of those that were touched: of few in one statement for all groups of rules, since to send a statement costs
// more than what most groups ask, and of many in statements of each group's own. What is entered only now is not asked for the rule of fields that lead to one
// record: Leads does that without asking the database.
func (g *Guard) Beside(ctx context.Context, read store.Run, touched Touched, entered map[string]string) ([]Violation, error) {
	return g.besides(ctx, read, g.groups, touched, entered)
}

// BesideHeld asks the same of all that is held, and what the ledger asks where it writes.
func (g *Guard) BesideHeld(ctx context.Context, read store.Run, all Touched) ([]Violation, error) {
	return g.besides(ctx, read, append(slices.Clone(g.groups), doubles), all, nil)
}

func (g *Guard) besides(ctx context.Context, read store.Run, groups []Group, touched Touched, entered map[string]string) ([]Violation, error) {
	broken := make([][]Violation, len(groups)) // in the order of the groups
	var together []asking
	for i := range groups {
		ids := g.about(&groups[i], touched, entered)
		if len(ids) == 0 {
			continue
		}
		if len(ids) <= few {
			together = append(together, asking{&groups[i], ids, &broken[i], true})
			continue
		}
		replanned := true
		for some := range slices.Chunk(ids, batch) {
			if err := ask(ctx, read, []asking{{&groups[i], some, &broken[i], true}}, entered, replanned); err != nil {
				return nil, err
			}
			replanned = false // the plan is one of moments ago, for as many
		}
	}
	if err := ask(ctx, read, together, entered, false); err != nil {
		return nil, err
	}
	for i := range groups {
		if err := groups[i].untold(ctx, read, broken[i], entered); err != nil {
			return nil, err
		}
	}
	return slices.Concat(broken...), nil
}

// about gives the ids of the touched records that a group is asked of.
func (g *Guard) about(group *Group, touched Touched, entered map[string]string) []string {
	ids := map[string]bool{}
	for _, under := range group.On {
		ofStored := group.ofStored || group.byLinks && g.isLabel(under)
		for id := range touched[under] {
			if !ofStored || entered[id] == "" {
				ids[id] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// few is how many records are asked about by whatever plan there is. One that was made moments ago for a register of ten members may look through all of ten thousand for
// each of them; a new plan costs a tenth of a second.
const few = 200

// asking is what the rules of a group are asked about, and where what breaks them is noted.
type asking struct {
	group  *Group
	ids    []string
	broken *[]Violation
	all    bool // look at what the writer does not see, where the group's rules do
}

// ask asks the rules of groups in one statement.
func ask(ctx context.Context, read store.Run, all []asking, entered map[string]string, replanned bool) error {
	if len(all) == 0 {
		return nil
	}
	texts, ids := make([]string, len(all)), make([]any, len(all))
	for i, a := range all {
		texts[i], ids[i] = "COLLECT {"+strings.Replace(lookingAt(a.group.statement, a.all), "$ids", fmt.Sprintf("$ids[%d]", i), 1)+"\n}", a.ids
	}
	answer, err := read(ctx, store.Statement{Text: "RETURN [" + strings.Join(texts, ", ") + "] AS groups", Params: map[string]any{"ids": ids}, Replanned: replanned})
	if err != nil {
		return err
	}
	for i, rows := range stored.Lists(answer[0]["groups"]) {
		*all[i].broken = append(*all[i].broken, all[i].group.judge(rows, entered)...)
	}
	return nil
}

// judge judges what was read of records by the rules of a group. Some of the records are entered only now.
func (g *Group) judge(rows []any, entered map[string]string) []Violation {
	var broken []Violation
	for _, r := range rows {
		about, _ := r.(map[string]any)
		id := stored.Text(about["id"])
		for _, rule := range g.Rules {
			if rule.ofEntered && entered[id] == "" {
				continue
			}
			if err := rule.check(row(about)); err != nil {
				v := Violated(stored.Text(about["type"]), id, rule.Field, err)
				v.With = stored.Text(about["with"])
				broken = append(broken, v)
			}
		}
	}
	return broken
}
