package commands

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"partnernet/fault"
	"partnernet/registry"
	"partnernet/rules"
)

// refused says of what the ledger refuses where in the input it is: of all rules that are broken, and by the first for programs. The field is
// the one that brings it about where that is known; "" has it found by the record that breaks the rule.
func (w *work) refused(err error, field string) error {
	broken, is := errors.AsType[*rules.Broken](err)
	if !is {
		return doubled(err, field)
	}
	violations := slices.Clone(broken.Violations)
	slices.SortStableFunc(violations, func(a, b rules.Violation) int {
		return cmp.Or(cmp.Compare(whetherDoubled(a), whetherDoubled(b)), cmp.Compare(w.beside(a), w.beside(b)))
	})
	first := violations[0]
	if whetherDoubled(first) == 1 {
		return doubled(first.Err, field)
	}
	all := w.refusals(violations, field)
	return fault.Wrap(first.Code, err, "%s", all).At(w.fieldOf(first, field)).Breaking(first.Rule).Violating(all)
}

// whetherDoubled is 1 for a record that is another one already, and else 0: what is wrong with the input by itself is said first.
func whetherDoubled(v rules.Violation) int {
	if slices.Contains(registry.NaturalKeyRules, v.Rule) {
		return 1
	}
	return 0
}

// refusals are all rules that a command breaks, each once, at the input's fields.
type refusals []fault.Violation

func (w *work) refusals(violations []rules.Violation, field string) refusals {
	var all refusals
	for _, v := range violations {
		at := fault.Join(argument, w.fieldOf(v, field))
		if !slices.ContainsFunc(all, func(other fault.Violation) bool { return other.Field == at && other.Err.Error() == v.Err.Error() }) {
			all = append(all, fault.Violation{Field: at, Rule: v.Rule, Err: v.Err})
		}
	}
	return all
}

// String tells them in English.
func (r refusals) String() string { return r.In("en") }

// In tells them in a language, a line for each.
func (r refusals) In(language string) string {
	lines := make([]string, len(r))
	for i, v := range r {
		lines[i] = v.Field + ": " + registry.Sentence(v.Err, language)
	}
	return strings.Join(lines, "\n")
}

// doubled names the input field of a fault that the ledger found: that a record is another one already.
func doubled(err error, field string) error {
	broken, is := errors.AsType[*fault.Fault](err)
	if is && (field != "" || slices.Contains(registry.NaturalKeyRules, broken.Rule)) {
		return fault.Within(cmp.Or(field, broken.Field), err)
	}
	return err
}

// beside is 0 for a rule that a record of the input breaks, and 1 for one of those beside it: what people have written comes first.
func (w *work) beside(v rules.Violation) int {
	if _, drafted := w.paths[v.ID]; drafted {
		return 0
	}
	return 1
}

// argument is the one argument of every mutation: where all that commands are refused for is.
const argument = "input"

// inArgument says of an error that a command ends with in which field of the argument it was found.
func inArgument(err error) error {
	f, is := errors.AsType[*fault.Fault](err)
	_, broken := errors.AsType[*rules.Broken](err) // the whole input, where it is no field of it
	switch {
	case !is || f.Field == "" && !broken:
		return err
	case f.Path != "":
		return fault.Within(argument, err)
	}
	return fault.Wrap(f.Code, err, "%s", f).At(fault.Join(argument, f.Field)).Breaking(f.Rule).Violating(f.Violations)
}

// fieldOf gives the input field that a broken rule is about: that of the record where it stands in the input, the one that leads to the
// record, or "" for the input itself.
func (w *work) fieldOf(v rules.Violation, field string) string {
	if field != "" {
		return field
	}
	if w.placeOf != nil {
		return w.placeOf(v.ID, v.Field)
	}
	path, drafted := w.paths[v.ID]
	about, named := w.about[v.Field]
	about = cmp.Or(about, v.Field)
	switch {
	case drafted && path != "":
		return fault.Join(path, v.Field)
	case (drafted || named) && w.takes(about):
		return about
	}
	for _, name := range slices.Sorted(maps.Keys(w.request.Input)) {
		if !drafted && w.request.Input[name] == any(v.ID) {
			return name
		}
	}
	return ""
}

// takes says whether the command's input has a field: a path's first name.
func (w *work) takes(field string) bool {
	name, _, _ := strings.Cut(field, ".")
	input := w.model.Type("Mutation").Field(w.request.Name).Def.Arguments.ForName("input")
	return w.model.Schema.Types[input.Type.Name()].Fields.ForName(name) != nil
}
