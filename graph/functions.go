package graph

import (
	"cmp"
	"strings"

	"github.com/shopspring/decimal"

	"partnernet/cypher"
	"partnernet/fault"
	"partnernet/lists"
	"partnernet/registry"
	"partnernet/stored"
)

// Functions are the Go functions behind the schema's @computed fields: each reads its values, calls one rule of the domain and returns.
var Functions = cypher.Functions{
	"Money.amount":           moneyAmount,
	"PartnershipParty.voice": voice,
	"Project.durationMonths": durationMonths,
	"Obligation.overdue":     overdue,
	"Permission.allowed":     mayBeDone,
	"Permission.proposed":    mayBeProposed,
	"Permission.roles":       mayDo,
	"Award.maxPayable":       maxPayable,
	"Award.capBindingCost":   capBindingCost,
	"Award.paid":             ofDisbursement(func(d registry.Disbursement) any { return known(d.Paid) }),
	"Award.remaining":        ofDisbursement(func(d registry.Disbursement) any { return known(d.Remaining) }),
	"Indicator.progress":     progress,
	"Change.actor":           actor,
	"Condition.suspensive":   suspensive,

	"Award.paidInOtherCurrencies": ofDisbursement(paidElsewhere),
	"Award.remainingUnknown":      ofDisbursement(remainingUnknown),

	"Lapse.because":           because,
	"Match.reasons":           matchReasons,
	"SearchHit.matchedOn":     matchedOn,
	"SearchHit.forgiven":      forgiven,
	"DataHealthIssue.message": healthMessage,

	"ListColumn.note":         remark,
	"ListNote.sentence":       ofNote(lists.Remark.In),
	"ListNote.suggestion":     ofNote(lists.Remark.ToDo),
	"RowCandidate.reason":     remark,
	"ImportedTypeCount.label": typeLabel,

	"RowProblem.sentence":   ofProblem(lists.Problem.Sentence),
	"RowProblem.suggestion": ofProblem(lists.Problem.Suggestion),

	"NetworkMetrics.organisations":      ofMeasured((*measured).organisations),
	"NetworkMetrics.ties":               ofMeasured((*measured).ties),
	"NetworkMetrics.crossBorderTies":    ofMeasured((*measured).crossBorderTies),
	"NetworkMetrics.crossBorderDensity": ofMeasured((*measured).crossBorderDensity),
	"NetworkMetrics.averageDegree":      ofMeasured((*measured).averageDegree),
	"NetworkMetrics.eiIndex":            ofMeasured((*measured).eiIndex),
	"NetworkMetrics.eiIndexExpected":    ofMeasured((*measured).eiIndexExpected),
	"NetworkMetrics.groups":             ofMeasured((*measured).groupSizes),
	"NetworkMetrics.brokers":            brokers,
	"NetworkMetrics.tied":               tiedOrganisations,
	"TiedOrganisation.community":        communityOfTied,
	"TiedOrganisation.betweenness":      betweennessOfTied,
	"NetworkMetrics.modularity":         modularity,
	"NetworkMetrics.communities":        communityParts,
	"NetworkMetrics.componentCount":     componentCount,
	"NetworkMetrics.components":         componentParts,
	"NetworkMetrics.departures":         departures,
	"NetworkMetrics.missingTies":        missingTies,
	"NetworkMetrics.difference":         difference,
	"NetworkMetrics.simulate":           simulate,
}

// actor says who recorded a change: by a name, or else by the role. Whoever sits at the registry's machine has no name of their own.
func actor(c cypher.Call) (any, error) {
	row, _ := c.Row["recorder"].([]any)[0].(map[string]any)
	switch name, known := row["name"].(string); {
	case name == Coordinator.Name:
		return sentence(c.Language, "LOCAL_COORDINATOR"), nil
	case known:
		return name, nil
	}
	role, _ := row["role"].(string)
	if over, seen := row["over"].(string); seen {
		return sentence(c.Language, role+"_OF", over), nil
	}
	return sentence(c.Language, cmp.Or(role, "ACCOUNT")), nil
}

func moneyAmount(c cypher.Call) (any, error) {
	units, known := c.Row["minorUnits"].(int64)
	currency, _ := c.Row["currency"].(string)
	if !known {
		return nil, nil
	}
	return registry.Money{MinorUnits: units, Currency: currency}.Amount(), nil
}

func durationMonths(c cypher.Call) (any, error) {
	from, to := c.Date("plannedFrom"), c.Date("plannedTo")
	if from == nil || to == nil {
		return nil, nil
	}
	months, err := registry.DurationMonths(*from, *to)
	return int64(months), err
}

func overdue(c cypher.Call) (any, error) {
	late := registry.Overdue(registry.ObligationStatus(c.Text("status")), c.Date("dueOn"), c.AsOf)
	if late == nil {
		return nil, nil
	}
	return *late, nil
}

// award reads what decides how much an award pays; known is false when its source did not tell all of it.
func award(c cypher.Call) (rate decimal.Decimal, limit registry.Money, known bool, err error) {
	units, capped := c.Row["capMinorUnits"].(int64)
	if c.Text("aidRate") == "" || !capped {
		return rate, limit, false, nil
	}
	rate, err = registry.ParseDecimal(c.Text("aidRate"))
	return rate, registry.Money{MinorUnits: units, Currency: c.Text("capCurrency")}, true, err
}

func maxPayable(c cypher.Call) (any, error) {
	rate, limit, known, err := award(c)
	if !known || err != nil {
		return nil, err
	}
	costs, err := moneyArgument(c.Arguments["approvedCosts"])
	if err != nil {
		return nil, fault.Within("approvedCosts", err)
	}
	payable, err := registry.MaxPayable(costs, rate, limit)
	return money(payable), err
}

func capBindingCost(c cypher.Call) (any, error) {
	rate, limit, known, err := award(c)
	if !known || err != nil {
		return nil, err
	}
	cost, binds, err := registry.CapBindingCost(limit, rate)
	if !binds || err != nil {
		return nil, err
	}
	return money(cost), nil
}

func progress(c cypher.Call) (any, error) {
	actual, known := c.Row["actual"].(int64)
	target, set := c.Row["target"].(int64)
	if !known || !set {
		return nil, nil
	}
	share, known := registry.Progress(int(actual), int(target))
	if !known {
		return nil, nil
	}
	return share, nil
}

func suspensive(c cypher.Call) (any, error) {
	return registry.ConditionType(c.Text("type")).Suspensive(), nil
}

func because(c cypher.Call) (any, error) {
	return sentence(c.Language, c.Text("reason"), c.Text("cause")), nil
}

// mostShared is how many words are named of those that two statements share.
const mostShared = 3

func matchReasons(c cypher.Call) (any, error) {
	grounds, _ := c.Row["grounds"].([]any)
	reasons := make([]any, len(grounds))
	for i, g := range grounds {
		code, _ := g.(string)
		reasons[i] = matchReason(c, code)
	}
	return reasons, nil
}

// matchReason says a ground with what it can be shown by.
func matchReason(c cypher.Call, ground string) string {
	switch ground {
	case "ALIKE_TEXT":
		shared := registry.SharedWords(c.Text("needText"), c.Text("offerText"))
		if len(shared) > 0 {
			return sentence(c.Language, "ALIKE_WORDS", strings.Join(shared[:min(len(shared), mostShared)], ", "))
		}
	case "NEARBY":
		return sentence(c.Language, ground, c.Row["kilometres"])
	}
	return sentence(c.Language, ground)
}

// hitFields gives the fields of what a search found.
func hitFields(c cypher.Call) []registry.Field {
	rows, _ := c.Row["texts"].([]any)
	fields := make([]registry.Field, len(rows))
	for i, row := range rows {
		pair, _ := row.([]any)
		fields[i].Name, _ = pair[0].(string)
		fields[i].Texts = textList(pair[1])
	}
	return fields
}

// textList gives the texts of a list, or the one text that a value is.
func textList(v any) []string {
	list, isList := v.([]any)
	if !isList {
		list = []any{v}
	}
	texts := make([]string, len(list))
	for i, item := range list {
		texts[i], _ = item.(string)
	}
	return texts
}

func matchedOn(c cypher.Call) (any, error) {
	names, _ := registry.MatchedOn(c.Text("typed"), hitFields(c))
	numbers, _ := c.Row["numbers"].([]any)
	all := append([]any{}, numbers...)
	for _, name := range names {
		all = append(all, name)
	}
	return all, nil
}

func forgiven(c cypher.Call) (any, error) {
	all := []any{}
	if numbers, _ := c.Row["numbers"].([]any); len(numbers) > 0 {
		return all, nil
	}
	_, kinds := registry.MatchedOn(c.Text("typed"), hitFields(c))
	for _, kind := range kinds {
		all = append(all, string(kind))
	}
	return all, nil
}

func healthMessage(c cypher.Call) (any, error) {
	if field := c.Text("field"); field != "" {
		label, _ := registry.FieldLabel(c.Language, field)
		return sentence(c.Language, c.Text("kind"), label), nil
	}
	return sentence(c.Language, c.Text("kind")), nil
}

// remark says why a list's column is not read, or an organisation may be meant.
func remark(c cypher.Call) (any, error) {
	why, _ := c.Row["why"].(map[string]any)
	key, _ := why["text"].(string)
	return stored.OrNull(lists.Remark{Text: key, About: about(why["about"])}.In(c.Language)), nil
}

// typeLabel gives what people call records of a type.
func typeLabel(c cypher.Call) (any, error) {
	label, _ := registry.TypeLabel(c.Language, c.Text("type"))
	return label, nil
}

// ofProblem says something of a problem of a list's row.
func ofProblem(say func(p lists.Problem, language string) string) func(cypher.Call) (any, error) {
	return func(c cypher.Call) (any, error) {
		p := lists.Problem{Code: lists.ProblemCode(c.Text("code")), Case: c.Text("case"), About: about(c.Row["about"])}
		return stored.OrNull(say(p, c.Language)), nil
	}
}

// ofNote says something of a note in the request's language.
func ofNote(say func(r lists.Remark, language string) string) func(cypher.Call) (any, error) {
	return func(c cypher.Call) (any, error) {
		n := lists.Note{Code: lists.NoteCode(c.Text("code")), About: about(c.Row["about"])}
		return stored.OrNull(say(n.Remark(), c.Language)), nil
	}
}

// about gives the values that a text speaks of.
func about(v any) lists.About {
	all := lists.About{}
	row, _ := v.(map[string]any)
	for name, value := range row {
		all[name], _ = value.(string)
	}
	return all
}

func moneyArgument(v any) (registry.Money, error) {
	given, ok := v.(map[string]any)
	if !ok {
		return registry.Money{}, fault.New(fault.BadInput, "An amount of money is needed.")
	}
	amount, _ := given["amount"].(string)
	currency, _ := given["currency"].(string)
	return registry.ParseMoney(amount, currency)
}

// money gives an amount in its stored form.
func money(m registry.Money) map[string]any {
	return map[string]any{"minorUnits": m.MinorUnits, "currency": m.Currency}
}
