package decisions

import (
	"slices"
	"strings"

	"partnernet/registry"
)

// ofOneProject leaves out what is told of one project where a decision grants money to several, each its own amount: none of them is the project. What it
// grants stays where the text names the recipient of each.
func (d *draftReader) ofOneProject(all []found) []found {
	inForms, told, named, listed := d.projectsInForms(all), d.saysSeveral(all), areSeveral(d.projectsGranted(all)), isListOfGrants(all)
	if isOfNobody(all) {
		all = slices.DeleteFunc(all, func(f found) bool { return slices.Contains(aims, f.kind) })
	}
	if !named && !inForms && !told && !listed {
		return all
	}
	left := []string{"project", "projectTitle", "projectType"}
	if told || listed {
		left = append(left, "amountAppliedFor", "applicant")
	}
	if inForms || listed {
		left = append(append(left, "plannedFrom", "plannedTo"), aims...)
	}
	if listed {
		left = append(left, "costBasis", "totalBudget")
		all = slices.DeleteFunc(all, func(f found) bool {
			return f.kind == "aidRate" && f.rule != jointFirst || f.kind == "partner" && f.rule != jointAward
		})
	}
	if named && !slices.ContainsFunc(all, func(f found) bool { return f.kind == "award" }) {
		left = append(left, "recipient", "cap", "aidRate", "costBasis", "totalBudget")
	}
	return slices.DeleteFunc(all, func(f found) bool { return slices.Contains(left, f.kind) })
}

// aims are the kinds of fact that tell what a project is for.
var aims = []string{"objective", "activity", "targetGroup"}

// isListOfGrants says whether a text without the number of a case grants to more than two: what it says of one project is of one of them, or of all.
func isListOfGrants(all []found) bool {
	awards := 0
	for _, f := range all {
		if f.kind == "caseNumber" {
			return false
		}
		if f.kind == "award" {
			awards++
		}
	}
	return awards > 0
}

// isOfNobody says whether a text names no project and nobody who receives or applies, and has nothing else that decisions have: the aims that it tells are
// a scheme's.
func isOfNobody(all []found) bool {
	return !slices.ContainsFunc(all, func(f found) bool { return slices.Contains(ofDecisions, f.kind) })
}

// ofDecisions are the kinds of fact that a text tells which is a decision, or tells of one.
var ofDecisions = []string{"caseNumber", "project", "projectTitle", "recipient", "applicant", "award", "submittedOn", "plannedFrom", "plannedTo", "amountAppliedFor",
	"totalBudget", "legalBasis", "condition", "obligation", "organisation", "partner"}

// projectsInForms says whether short forms below each other tell of several projects, each with a recipient of its own.
func (d *draftReader) projectsInForms(all []found) bool {
	var names []string
	for _, at := range projectLine().FindAllStringSubmatch(d.text, -1) {
		names = append(names, registry.Fold(at[1]))
	}
	return areSeveral(names) && slices.ContainsFunc(all, func(f found) bool { return f.kind == "award" })
}

// saysSeveral says whether a sentence grants money to so many projects. A text with the number of a case is about one of them, whatever it says of others.
func (d *draftReader) saysSeveral(all []found) bool {
	if slices.ContainsFunc(all, func(f found) bool { return f.kind == "caseNumber" }) {
		return false
	}
	begin := 0
	for _, end := range d.ends {
		if words := d.text[begin:end]; severalProjects().MatchString(words) && grantVerb().MatchString(words) && !d.refuses(words) {
			return true
		}
		begin = end
	}
	return false
}

// severalProjects finds where a text says how many projects are granted.
var severalProjects = vocabulary("severalProjects")

// projectLine finds a line that names a project.
var projectLine = vocabulary("projectLine")

// withoutRefused leaves out whose application a sentence turns down where another sentence grants: that is another case.
func (d *draftReader) withoutRefused(all []found) []found {
	if !slices.ContainsFunc(all, func(f found) bool { return f.kind == "outcome" && f.values["value"] == "GRANTED" && f.rule.Rank <= 0 }) {
		return all
	}
	return slices.DeleteFunc(all, func(f found) bool { return f.kind == "applicant" && d.refuses(d.sentence(f.from, f.to)) })
}

// projectsGranted gives the projects that sentences name which grant an amount, the first of each sentence.
func (d *draftReader) projectsGranted(all []found) []string {
	amounts := valuePatterns()["amount"].all(d.text, d.index)
	var names []string
	begin := 0
	for _, end := range d.ends {
		within := func(from int) bool { return begin <= from && from < end }
		at := slices.IndexFunc(all, func(f found) bool { return f.kind == "project" && f.rule.Rank <= inSoManyWords && within(f.from) })
		if words := d.text[begin:end]; at >= 0 && grantVerb().MatchString(words) && !d.refuses(words) &&
			slices.ContainsFunc(amounts, func(amount []int) bool { return within(amount[0]) }) {
			names = append(names, registry.Fold(all[at].values["value"]))
		}
		begin = end
	}
	return names
}

// inSoManyWords is the highest rank of rules that read a project's name where it is called so.
const inSoManyWords = 1

// areSeveral says whether names are of more than one project: of two that begin alike one is the shorter form.
func areSeveral(names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return !strings.HasPrefix(name, names[0]) && !strings.HasPrefix(names[0], name)
	})
}

// refuses says whether words do not grant, whatever else they say.
func (d *draftReader) refuses(words string) bool {
	return d.language.refusing != nil && d.language.refusing.MatchString(words)
}
