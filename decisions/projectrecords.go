package decisions

import (
	"strconv"

	"github.com/goccy/go-yaml"
)

// owner gives who carries the project: who receives the money, or else who asked for it.
func (b *recordsBuilder) owner() *Fact {
	if f := b.one("recipient"); f != nil {
		return f
	}
	return b.one("applicant")
}

// project tells the project and who takes part in it.
func (b *recordsBuilder) project() {
	named := b.one("project")
	if named == nil {
		b.left = append(b.left, "project")
		return
	}
	r := b.add("Project", b.key("project")).put("acronym", named.Values["value"], named)
	b.fact(r, "title", "projectTitle")
	b.fact(r, "projectType", "projectType").put("lifecycle", "PLANNED", nil)
	b.fact(r, "plannedFrom", "plannedFrom")
	b.fact(r, "plannedTo", "plannedTo")
	b.money(r, "totalBudget", "totalBudget")
	var areas []string
	for _, f := range b.all("area") {
		area := slug(f.Values["value"])
		b.add("Area", area).put("name", f.Values["value"], f).put("codeSystem", "OTHER", nil).put("country", f.Values["country"], f)
		areas = append(areas, area)
	}
	r.put("areas", areas, b.one("area"))
	if f := b.programmeThat("CARRIES"); f != nil {
		r.put("programme", programmeKey(f), f)
	}
	r.expect("title", "projectType", "plannedFrom", "plannedTo", "totalBudget")
	if owner := b.owner(); owner != nil {
		b.participation(owner, "PROJECT_OWNER")
		for _, partner := range b.all("partner") {
			b.participation(partner, "PARTNER")
		}
		b.partnership(owner)
	}
}

func (b *recordsBuilder) participation(f *Fact, role string) {
	name := f.Values["value"]
	country, _, _ := placed(name)
	if f.Values["country"] != "" {
		country = f.Values["country"]
	}
	b.add("Participation", b.key("participation", name)).put("project", b.key("project"), f).put("organisation", nameKey(name), f).
		put("role", role, f).put("country", country, f).expect("budget")
}

// partnership tells that owner and partners carry the project together. Nobody has been asked, so it is claimed.
func (b *recordsBuilder) partnership(owner *Fact) {
	partners := b.all("partner")
	if len(partners) == 0 {
		return
	}
	var parties []yaml.MapSlice
	for i, f := range append([]*Fact{owner}, partners...) {
		parties = append(parties, yaml.MapSlice{{Key: "position", Value: uint64(i + 1)}, {Key: "party", Value: nameKey(f.Values["value"])},
			{Key: "role", Value: "PARTNER"}, {Key: "confirmation", Value: "NOT_ASKED"}})
	}
	b.add("Partnership", b.key("partnership")).put("type", "PROJECT", nil).put("state", "CLAIMED", nil).put("arisesFrom", b.key("project"), partners[0]).
		put("parties", parties, partners[0]).expect("formality", "validFrom", "validTo", "endStatus")
}

// contents tells what the project does and is measured by.
func (b *recordsBuilder) contents() {
	if b.one("project") == nil {
		return
	}
	project := b.key("project")
	for i, f := range b.all("output") {
		b.add("Output", b.key("output", strconv.Itoa(i+1))).put("project", project, f).put("type", f.Values["type"], f).put("title", f.Values["title"], f).
			put("plannedCount", wholeNumber(f.Values["count"]), f).put("state", "PLANNED", nil)
	}
	for _, f := range b.all("indicator") {
		if f.Values["unit"] == "" {
			b.left = append(b.left, "indicator "+f.Values["name"])
			continue
		}
		b.add("Indicator", b.key("indicator", f.Values["name"])).put("project", project, f).put("name", f.Values["name"], f).put("unit", f.Values["unit"], f).
			put("target", wholeNumber(f.Values["target"]), f)
	}
	for _, f := range b.all("needsMapping") {
		b.add("NeedsMapping", b.key("needs mapping")).put("project", project, f).put("title", b.words.mapping+" "+b.value("project"), f).put("state", "PLANNED", f).
			expect("method", "heldOn", "network")
	}
	for _, f := range b.all("strategy") {
		strategy := "strategy " + b.value("madeBy") + " " + f.Values["value"]
		if f.Values["level"] == "NATIONAL" {
			strategy = "strategy " + f.Values["value"]
		}
		b.add("Strategy", strategy).put("title", f.Values["value"], f).put("level", f.Values["level"], f)
		b.add("StrategyAlignment", b.key("strategy", f.Values["value"])).put("project", project, f).put("strategy", strategy, f)
	}
	if b.texts {
		b.sentences(project)
	}
}

// sentences tells objectives and activities in the decision's own words.
func (b *recordsBuilder) sentences(project string) {
	for i, f := range b.all("objective") {
		b.add("Objective", b.key("objective", strconv.Itoa(i+1))).put("project", project, f).put("statement", f.Values["value"], f).
			put("horizon", f.Values["horizon"], f).expect("horizon")
	}
	for i, f := range b.all("activity") {
		b.add("Activity", b.key("activity", strconv.Itoa(i+1))).put("project", project, f).put("title", f.Values["value"], f)
	}
}

// wholeNumber gives a count as facts files write it; nil for none.
func wholeNumber(text string) any {
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return nil
	}
	return n
}
