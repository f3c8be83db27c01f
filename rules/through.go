package rules

import (
	"context"
	"regexp"
	"slices"

	"partnernet/registry"
	"partnernet/store"
)

// through stands, in the statement of a group, for the condition on a record that a rule looks at whoever sees it: where a rule cannot but hold of what is
// hidden, too, as that nothing lies within itself.
func through(name string) string { return "$through(" + name + ")" }

var throughs = regexp.MustCompile(`\$through\((\w+)\)`)

// lookingAt gives a statement that looks at all that it goes through, or only at what the writer sees of it.
func lookingAt(statement string, all bool) string {
	if all {
		return throughs.ReplaceAllString(statement, "true")
	}
	return throughs.ReplaceAllStringFunc(statement, func(mark string) string { return seen(throughs.FindStringSubmatch(mark)[1]) })
}

// untold takes from violations of a group what only those may be told who see more than the writer: that which is not broken by what the writer sees.
func (g *Group) untold(ctx context.Context, read store.Run, broken []Violation, entered map[string]string) error {
	if len(broken) == 0 || !throughs.MatchString(g.statement) {
		return nil
	}
	var ids []string
	for _, v := range broken {
		ids = append(ids, v.ID)
	}
	slices.Sort(ids)
	var bySight []Violation
	if err := ask(ctx, read, []asking{{g, slices.Compact(ids), &bySight, false}}, entered, false); err != nil {
		return err
	}
	for i, v := range broken {
		if !slices.ContainsFunc(bySight, func(told Violation) bool { return told.ID == v.ID && told.With == v.With && told.Rule == v.Rule }) {
			broken[i] = Violated(v.Type, v.ID, "", registry.Unseen())
		}
	}
	return nil
}
