package rules

import (
	"math"
	"slices"
	"strings"
	"time"

	"partnernet/fault"
	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// Value is a rule of a record's or a part's own values.
type Value struct {
	Rules []string // what faults name: usually one
	Field string   // that it is about
	reads []string // the stored properties that it looks at
	check func(properties row, now time.Time) error
}

// Fields whose values are more than nothing, and days on which something has happened.
var (
	amounts = []string{"totalBudget", "amountAppliedFor", "cap", "amount"}
	counts  = []string{"plannedCount", "target"}
	past    = []string{"actualFrom", "actualTo", "decidedOn", "fulfilledOn", "heldOn", "paidOn", "submittedOn", "establishedOn", "foundedOn", "publishedOn",
		"lastConfirmedOn", "suggestedOn", "introducedOn", "settledOn", "stateSince", "pausedSince",
		"lastVerifiedOn", "endedOn", "erasedOn"}
	instants = []string{"retrievedAt", "confirmedAt"}
	// Numbers that others have given, a day and a serial number among them.
	references = []string{"caseNumber", "reference"}
)

// ofAccounts are the labels of what tells who somebody is who signs in.
var ofAccounts = []string{"Account", "AccountIdentity"}

// valuesOf gives the rules of the values of a type: those of its fields by what they hold, and those that are its own.
func valuesOf(t *model.Type) []Value {
	var all []Value
	for _, f := range t.Fields() {
		switch {
		case f.Kind == model.Embedded && f.Target == "Money":
			all = append(all, amountRules(f)...)
		case f.Kind == model.Property:
			all = append(all, propertyRules(t, f)...)
		}
	}
	for _, o := range orders {
		if t.Field(o.first) != nil && t.Field(o.last) != nil {
			all = append(all, o.rule())
		}
	}
	return append(all, ofTypes[t.Name]...)
}

// propertyRules gives the rules of a field by what it holds.
func propertyRules(t *model.Type, f *model.Field) []Value {
	var all []Value
	add := func(check func(value any, now time.Time) error, names ...string) {
		all = append(all, Value{Rules: names, Field: f.Name, reads: []string{f.Property}, check: func(p row, now time.Time) error {
			if p[f.Property] == nil {
				return nil
			}
			return check(p[f.Property], now)
		}})
	}
	switch f.Def.Type.Name() {
	case "Date":
		add(checkDay, registry.RuleDay)
	case "String":
		limit := limitOf(t, f)
		add(func(value any, _ time.Time) error { return checkTexts(value, f.Def.Type.NonNull || f.List, limit) },
			registry.RuleLength, registry.RuleReadable, registry.RuleRequired)
		if !slices.Contains(ofAccounts, t.Label) {
			impersonal := registry.CheckImpersonal
			if slices.Contains(references, f.Name) {
				impersonal = registry.CheckReachesNobody
			}
			add(func(value any, _ time.Time) error { return checkEach(value, impersonal) }, registry.RuleImpersonal)
		}
	}
	if f.Def.Type.Name() == "Sealed" {
		add(func(value any, _ time.Time) error { return checkEach(value, registry.CheckSealed) }, registry.RuleSealed)
	}
	if slices.Contains(past, f.Name) && f.Def.Type.Name() == "Date" {
		add(func(value any, now time.Time) error {
			return registry.CheckPast(stored.Day(value), registry.Today(now))
		}, registry.RuleFuture)
	}
	if slices.Contains(instants, f.Name) {
		add(checkInstant, registry.RuleFuture)
	}
	if slices.Contains(counts, f.Name) && f.Def.Type.Name() == "Int" {
		add(func(value any, _ time.Time) error { n, _ := value.(int64); return registry.CheckCount(n) }, registry.RuleCount)
	}
	if check := byName[f.Name]; check != nil {
		add(func(value any, _ time.Time) error { return checkEach(value, check) }, namesOf[f.Name])
	}
	return all
}

// byName are rules of the texts of fields of a name, and namesOf what their faults name.
var (
	byName = map[string]func(string) error{
		"industryCodes": registry.CheckIndustryCode, "sha256": registry.CheckSHA256, "language": registry.CheckLanguage, "aidRate": checkRate,
	}
	namesOf = map[string]string{
		"industryCodes": registry.RuleIndustryCode, "sha256": registry.RuleDigest, "language": registry.RuleLanguage, "aidRate": registry.RuleAidRate,
	}
)

// limitOf gives how long a text may be: what records are found and ordered by stands in an index.
func limitOf(t *model.Type, f *model.Field) int {
	if f.List || f.Name == t.SortedBy || slices.Contains(slices.Concat(t.OrderedBy, t.SearchedBy), f.Name) {
		return registry.MaxName
	}
	return registry.MaxText
}

func amountRules(f *model.Field) []Value {
	reads := []string{f.Prefix + "MinorUnits", f.Prefix + "Currency"}
	check, name := registry.CheckAmount, registry.RuleAmount
	if slices.Contains(amounts, f.Name) {
		check, name = registry.CheckPositive, registry.RulePositive
	}
	return []Value{{Rules: []string{name}, Field: f.Name, reads: reads, check: func(p row, _ time.Time) error {
		if amount := p.money(f.Prefix); amount != nil {
			return check(*amount)
		}
		return nil
	}}}
}

// order is two days of a record of which the one does not come after the other, and the rule of the two.
type order struct {
	first, last string
	check       func(first, last *registry.Date) error
}

var orders = []order{
	{"validFrom", "validTo", checkPeriod}, {"validFrom", "expiresOn", checkPeriod}, {"plannedFrom", "plannedTo", checkPeriod}, {"actualFrom", "actualTo", checkPeriod},
	{"validFrom", "stateSince", registry.CheckFollows}, {"validFrom", "pausedSince", registry.CheckFollows}, {"pausedSince", "validTo", registry.CheckFollows}, {"suggestedOn", "introducedOn", registry.CheckFollows},
	{"suggestedOn", "settledOn", registry.CheckFollows}, {"introducedOn", "settledOn", registry.CheckFollows},
}

func checkPeriod(first, last *registry.Date) error {
	return registry.Period{From: first, To: last}.Check()
}

func (o order) rule() Value {
	return Value{Rules: []string{registry.RulePeriod}, Field: o.last, reads: []string{o.first, o.last}, check: func(p row, _ time.Time) error {
		return o.check(stored.Day(p[o.first]), stored.Day(p[o.last]))
	}}
}

func checkDay(value any, now time.Time) error {
	if d := stored.Day(value); d != nil {
		return registry.CheckDay(*d, registry.Today(now))
	}
	return nil
}

func checkInstant(value any, now time.Time) error {
	at, _ := value.(time.Time)
	return registry.CheckPastInstant(at, now)
}

func checkTexts(value any, required bool, limit int) error {
	return checkEach(value, func(text string) error { return registry.CheckText(text, required, limit) })
}

// checkEach asks a rule of a text, or of each of a list of them.
func checkEach(value any, check func(string) error) error {
	items, isList := value.([]any)
	if !isList {
		items = []any{value}
	}
	for _, item := range items {
		if s, isText := item.(string); isText {
			if err := check(s); err != nil {
				return err
			}
		}
	}
	return nil
}

func checkRate(written string) error {
	rate, err := registry.ParseDecimal(written)
	if err != nil {
		return fault.New(fault.BadInput, "%s", err).Breaking(registry.RuleAidRate)
	}
	return registry.CheckAidRate(rate)
}

// ofTypes are the rules of one type's values, by its name.
var ofTypes = map[string][]Value{
	"Membership":  {confirmed, ending, over, resting},
	"Partnership": {confirmed, ending, over, resting},
	"Succession":  {succeededOn},
	"Application": {{Rules: []string{registry.RuleDraftSubmitted}, Field: "submittedOn", reads: []string{"submittedOn", "state"},
		check: func(p row, _ time.Time) error {
			return registry.CheckSubmitted(registry.ApplicationState(p.text("state")), stored.Day(p["submittedOn"]))
		}}},
	"Obligation": {{Rules: []string{registry.RuleFulfilled}, Field: "fulfilledOn", reads: []string{"fulfilledOn", "status"},
		check: func(p row, _ time.Time) error {
			return registry.CheckFulfilled(registry.ObligationStatus(p.text("status")), stored.Day(p["fulfilledOn"]))
		}}},
	"Need":         {expired, since},
	"Offer":        {expired, since},
	"Introduction": introductionDays,
	"NeedsMapping": {{Rules: []string{registry.RuleHeldOn}, Field: "heldOn", reads: []string{"heldOn", "state"},
		check: func(p row, _ time.Time) error {
			return registry.CheckHeldOn(registry.NeedsMappingState(p.text("state")), stored.Day(p["heldOn"]))
		}}},
	"Organisation": {{Rules: []string{registry.RuleNameOfNobody}, Field: "legalName", reads: []string{"legalName"},
		check: func(p row, _ time.Time) error {
			if strings.TrimSpace(p.text("legalName")) == "" {
				return nil // another rule says so
			}
			return registry.CheckNamed(p.text("legalName"))
		}}},
	"Theme": {
		{Rules: []string{registry.RuleThemeCode}, Field: "code", reads: []string{"code"},
			check: func(p row, _ time.Time) error { return registry.CheckThemeCode(p.text("code")) }},
		{Rules: []string{registry.RuleThemeLabel}, Field: "labelSv", reads: []string{"labelSv", "labelNb", "labelEn"},
			check: func(p row, _ time.Time) error {
				return registry.CheckThemeLabels(p.text("labelSv"), p.text("labelNb"), p.text("labelEn"))
			}},
	},
	"Identifier": {{Rules: []string{registry.RuleScheme, registry.RuleForm, registry.RuleCheckDigit, registry.RuleSoleTrader}, Field: "identifiers",
		reads: []string{"scheme", "value"}, check: checkIdentifier}},
	"FormerName": {{Rules: []string{registry.RuleFuture}, Field: "validTo", reads: []string{"validTo"},
		check: func(p row, now time.Time) error {
			return registry.CheckPast(stored.Day(p["validTo"]), registry.Today(now))
		}}},
	"Location": {{Rules: []string{registry.RulePoint}, Field: "location", reads: []string{"pointLatitude", "pointLongitude"}, check: checkPoint}},
}

// confirmed is the rule of the day on which a relation was last confirmed to hold.
var confirmed = Value{Rules: []string{registry.RuleOutsidePeriod}, Field: "lastConfirmedOn", reads: []string{"lastConfirmedOn", "validFrom", "validTo"},
	check: func(p row, now time.Time) error {
		return registry.CheckConfirmed(stored.Day(p["lastConfirmedOn"]), p.period(), registry.Today(now))
	}}

// ending is the rule of what is known of the end of a relation.
var ending = Value{Rules: []string{registry.RuleEndStatus}, Field: "endStatus", reads: []string{"endStatus", "validTo"},
	check: func(p row, _ time.Time) error {
		return registry.CheckEndStatus(registry.EndStatus(p.text("endStatus")), stored.Day(p["validTo"]))
	}}

// over is the rule that a relation which has ended has had its last day.
var over = Value{Rules: []string{registry.RuleEnded}, Field: "state", reads: []string{"state", "validTo"},
	check: func(p row, now time.Time) error {
		return registry.CheckEnded(registry.RelationState(p.text("state")), stored.Day(p["validTo"]), registry.Today(now))
	}}

// resting is the rule of since when a relation rests, or rested when it ended.
var resting = Value{Rules: []string{registry.RuleRests}, Field: "pausedSince", reads: []string{"pausedSince", "state", "stateBeforeEnd"},
	check: func(p row, _ time.Time) error {
		return registry.CheckRests(registry.RelationState(p.text("state")), registry.RelationState(p.text("stateBeforeEnd")), stored.Day(p["pausedSince"]))
	}}

// expired is the rule that nothing is kept as expired.
var expired = Value{Rules: []string{registry.RuleExpired}, Field: "state", reads: []string{"state"},
	check: func(p row, _ time.Time) error { return registry.CheckExpiry(registry.Standing(p.text("state"))) }}

// since is the rule of the day since when a need or an offer stands as it does.
var since = Value{Rules: []string{registry.RuleSince}, Field: "stateSince", reads: []string{"state", "stateSince"},
	check: func(p row, _ time.Time) error {
		return registry.CheckSince(registry.Standing(p.text("state")), stored.Day(p["stateSince"]))
	}}

// checkIdentifier refuses a number that is none of its scheme, or that is not kept in its one form.
func checkIdentifier(p row, _ time.Time) error {
	id, err := registry.ParseIdentifier(registry.Scheme(p.text("scheme")), p.text("value"))
	if err == nil && id.Value != p.text("value") {
		return fault.New(fault.BadInput, "The number is kept as %s, digits and capitals only. Write it so.", id.Value).Breaking(registry.RuleForm)
	}
	return err
}

func checkPoint(p row, _ time.Time) error {
	north, isNorth := p["pointLatitude"].(float64)
	east, isEast := p["pointLongitude"].(float64)
	if !isNorth && !isEast {
		return nil
	}
	if !isNorth || !isEast {
		north = math.NaN()
	}
	return registry.Point{Latitude: north, Longitude: east}.Check()
}
