package decisions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"partnernet/registry"
)

// hasDecision says whether the decision can be recorded: it needs a case number, an outcome, and somebody who was applied to.
func (b *recordsBuilder) hasDecision() bool {
	return b.value("caseNumber") != "" && b.value("outcome") != "" && b.appliedTo() != ""
}

// appliedTo gives the key of whom the application went to.
func (b *recordsBuilder) appliedTo() string {
	if f := b.programmeThat("CARRIES"); f != nil && b.value("madeBy") == "" {
		return programmeKey(f)
	}
	return b.organisationKey("madeBy")
}

func (b *recordsBuilder) application() {
	project := ""
	if b.one("project") != nil {
		project = b.key("project")
	}
	if b.hasDecision() {
		r := b.add("Application", b.key("application")).put("project", project, b.one("project")).put("applicant", b.organisationKey("applicant"), b.one("applicant")).
			put("appliedTo", b.appliedTo(), b.one("madeBy"))
		b.fact(r, "caseNumber", "caseNumber").put("state", b.applicationState(), b.one("outcome"))
		b.money(r, "amountAppliedFor", "amountAppliedFor")
		b.fact(r, "submittedOn", "submittedOn").expect("applicant", "amountAppliedFor", "submittedOn")
	}
	if f := b.programmeThat("APPLIED"); f != nil && project != "" {
		b.add("Application", b.key("application", f.Values["value"])).put("project", project, f).put("appliedTo", programmeKey(f), f).put("state", "APPLIED", f).
			expect("applicant", "amountAppliedFor", "caseNumber", "submittedOn")
	}
}

func (b *recordsBuilder) decision() {
	bases := b.legalBases()
	if !b.hasDecision() {
		b.left = append(b.left, "decision")
		return
	}
	r := b.add("Decision", b.key("decision")).put("application", b.key("application"), b.one("outcome"))
	b.fact(r, "caseNumber", "caseNumber")
	b.fact(r, "outcome", "outcome")
	b.fact(r, "decidedOn", "decidedOn")
	b.fact(r, "decidedByRole", "decidedByRole")
	b.fact(r, "mode", "mode").put("madeBy", b.organisationKey("madeBy"), b.one("madeBy")).put("legalBases", bases, b.one("legalBasis"))
	var notified, copied []string
	for _, f := range b.all("notified") {
		notified = append(notified, b.boardKey(f))
	}
	for _, f := range b.all("copiedTo") {
		copied = append(copied, nameKey(f.Values["value"]))
	}
	r.put("notified", notified, b.one("notified")).put("copiedTo", copied, b.one("copiedTo")).put("document", b.key("document"), nil)
	r.expect("decidedOn", "decidedByRole")
}

func (b *recordsBuilder) legalBases() []string {
	var keys []string
	for _, f := range b.all("legalBasis") {
		v := f.Values
		title := v["title"]
		switch {
		case v["type"] == "ORDINANCE":
			title = strings.TrimSpace(b.words.ordinance + " " + title)
		case v["type"] == "ACT":
			title = strings.TrimSpace(b.words.act + " " + title)
		}
		first, _, _ := strings.Cut(title, " ")
		key := slug(first, v["reference"], v["section"]) // it is one rule, whatever decision rests on it
		if v["type"] == "DELEGATION_RULES" {
			key = slug(b.value("madeBy"), key)
		}
		b.add("LegalBasis", key).put("type", v["type"], f).put("reference", v["reference"], f).put("section", v["section"], f).put("title", title, f)
		keys = append(keys, key)
	}
	return keys
}

// award tells what is granted, on which conditions, and what is to be delivered for it.
func (b *recordsBuilder) award() {
	recipient := b.organisationKey("recipient")
	granted := strings.HasSuffix(b.value("outcome"), "GRANTED")
	if !b.hasDecision() || !granted || recipient == "" {
		if granted {
			b.left = append(b.left, "award")
		}
		return
	}
	r := b.add("Award", b.key("award")).put("decision", b.key("decision"), b.one("outcome"))
	if f := b.one("project"); f != nil {
		r.put("project", b.key("project"), f)
	}
	r.put("recipient", recipient, b.one("recipient")).put("funder", b.organisationKey("madeBy"), b.one("madeBy"))
	b.fact(r, "aidRate", "aidRate")
	b.money(r, "cap", "cap")
	b.fact(r, "costBasis", "costBasis")
	if f := b.one("budgetLine"); f != nil {
		line := "budget line " + f.Values["code"]
		b.add("BudgetLine", line).put("code", f.Values["code"], f).put("title", f.Values["title"], f)
		r.put("budgetLine", line, f)
	}
	r.put("state", b.awardState(), b.one("outcome")).expect("aidRate", "cap", "costBasis", "budgetLine")
	b.furtherAwards()
	for _, f := range b.all("condition") {
		b.condition(f)
	}
	b.obligations(recipient)
}

// furtherAwards tells what the same decision grants others, each its own amount. Whoever decides pays what is of the same currency as the first award;
// who pays another currency is not told unless the text names it. What the decision depends on is a condition of each.
func (b *recordsBuilder) furtherAwards() {
	_, first, _ := strings.Cut(b.value("cap"), " ")
	for _, f := range b.all("award") {
		amount, currency, there := strings.Cut(f.Values["cap"], " ")
		name := f.Values["recipient"]
		if name == "" {
			b.left = append(b.left, "award "+f.Values["cap"])
			continue
		}
		r := b.add("Award", b.key("award", name)).put("decision", b.key("decision"), b.one("outcome"))
		if project := b.one("project"); project != nil {
			r.put("project", b.key("project"), project)
		}
		r.put("recipient", nameKey(name), f)
		switch {
		case f.Values["funder"] != "":
			r.put("funder", nameKey(f.Values["funder"]), f)
		case currency == first:
			r.put("funder", b.organisationKey("madeBy"), b.one("madeBy"))
		}
		r.put("aidRate", f.Values["aidRate"], f)
		if there {
			r.put("cap", yaml.MapSlice{{Key: "amount", Value: amount}, {Key: "currency", Value: currency}}, f)
		}
		r.put("state", b.awardState(), b.one("outcome")).expect("funder", "aidRate", "cap", "costBasis", "budgetLine")
		for _, c := range b.all("condition") {
			if isSuspensive(c) {
				b.condition(c, name)
			}
		}
	}
}

// awardState gives where each award of the decision stands by what the decision depends on.
func (b *recordsBuilder) awardState() string {
	var conditions []registry.Condition
	for _, f := range b.all("condition") {
		conditions = append(conditions, registry.Condition{Type: registry.ConditionType(f.Values["type"]), Status: registry.ConditionOpen})
	}
	return string(registry.StateByConditions(conditions))
}

func isSuspensive(condition *Fact) bool {
	return registry.ConditionType(condition.Values["type"]).Suspensive()
}

// condition tells a condition of an award: of the first, or of that of a further recipient.
func (b *recordsBuilder) condition(f *Fact, recipient ...string) {
	kind := f.Values["type"]
	r := b.add("Condition", b.key(slices.Concat([]string{"condition", kind}, recipient)...)).put("award", b.key(slices.Concat([]string{"award"}, recipient)...), f).put("type", kind, f).
		put("status", string(registry.ConditionOpen), f)
	if b.texts {
		r.put("text", f.Receipt.Sentence, f)
	}
	if applied := b.programmeThat("APPLIED"); isSuspensive(f) && applied != nil && b.one("project") != nil {
		r.put("dependsOn", []string{b.key("application", applied.Values["value"])}, f)
	}
	if terms := b.one("generalTerms"); kind == string(registry.GeneralTerms) && terms != nil {
		r.put("document", b.termsKey(terms), terms)
	}
	if isSuspensive(f) {
		r.expect("dueOn")
	}
}

func (b *recordsBuilder) obligations(responsible string) {
	for _, f := range b.all("obligation") {
		r := b.add("Obligation", b.key("obligation", f.Values["type"])).put("type", f.Values["type"], f).put("dueOn", f.Values["dueOn"], f).put("status", "OPEN", f).
			put("responsible", responsible, cmp.Or(b.one("recipient"), f))
		if project := b.one("project"); project != nil {
			r.put("project", b.key("project"), project)
		}
		r.put("decision", b.key("decision"), f).expect("dueOn")
	}
}

// slug gives the key of what is the same in every decision, as facts files write it: forordning-2003-596.
func slug(parts ...string) string {
	return strings.ReplaceAll(registry.Fold(strings.Join(parts, " ")), " ", "-")
}

// applicationState gives what a decision makes of its application; "" of one that changes an earlier decision, and leaves it as it is.
func (b *recordsBuilder) applicationState() string {
	if state := b.value("outcome"); state != "REVOKED" && state != "DEFERRED" {
		return state
	}
	return ""
}
