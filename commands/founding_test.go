package commands_test

import "partnernet/testworld/register"

// unknown says that the decision does not tell these fields.
func unknown(fields ...string) []object {
	var all []object
	for _, field := range fields {
		all = append(all, object{"field": field, "reason": "NOT_IN_SOURCE"})
	}
	return all
}

// told gives commands that all rest on one source.
type told struct {
	register.World
	source object
}

func (w told) enter(name string, input object, record string) string {
	w.T.Helper()
	return w.Make(name, register.Merged(input, object{"source": w.source}), record)
}

// founding is the founding case as far as it is entered.
type founding struct {
	told
	document, region, board, owner, partner, project string
}

// enterFounding enters what decision RUN/112/2023 tells, command by command.
func enterFounding(w register.World) {
	w.T.Helper()
	payload := w.Command("recordDocument", object{"title": "Medfinansiering till projektet Commsec", "reference": "RUN/112/2023", "type": "DECISION", "language": "sv",
		"unknown": unknown("publishedOn")}, "document { id } source { id }").Good()
	f := founding{told: told{w, object{"id": register.At(payload, "source", "id")}}, document: register.At(payload, "document", "id").(string)}
	f.organisations()
	f.projectWithNetworks()
	f.decision()
}

func (f *founding) organisations() {
	nowhere := []string{"identifiers", "location", "sectorType", "sizeClass"}
	f.owner = f.enter("registerOrganisation", object{"legalName": "IUC Z-Group AB", "legalForm": "AB", "country": "SE", "unknown": unknown(nowhere...)}, "organisation")
	f.partner = f.enter("registerOrganisation", object{"legalName": "Future innovations AS", "legalForm": "AS", "country": "NO", "unknown": unknown(nowhere...)}, "organisation")
	f.region = f.enter("registerOrganisation", object{"legalName": "Region Jämtland Härjedalen", "country": "SE", "sectorType": "REGION",
		"unknown": unknown("identifiers", "location")}, "organisation")
	f.board = f.enter("registerOrganisation", object{"legalName": "Regionala utvecklingsnämnden", "country": "SE", "sectorType": "REGION", "unitOf": f.region}, "organisation")
}

func (f *founding) projectWithNetworks() {
	mittsec := f.enter("registerNetwork", object{"acronym": "MITTSEC", "country": "SE", "lifecycle": "PLANNED",
		"mission": "Svensk motpart till MIDSEC för företag och andra som vill stärka totalförsvaret tillsammans.",
		"unknown": unknown("name", "plannedFrom", "host", "memberships")}, "network")
	midsec := f.enter("registerNetwork", object{"acronym": "MIDSEC", "country": "NO", "lifecycle": "ESTABLISHED",
		"unknown": unknown("name", "mission", "establishedOn", "host", "memberships")}, "network")
	f.Command("linkCounterparts", object{"network": mittsec, "counterpart": midsec, "source": f.source}, "changes { id }").Good()
	f.project = f.enter("registerProject", commsec(mittsec, midsec), "project")
	f.enter("addParticipant", object{"project": f.project, "organisation": f.owner, "role": "PROJECT_OWNER", "country": "SE", "unknown": unknown("budget")}, "participation")
	f.enter("addParticipant", object{"project": f.project, "organisation": f.partner, "role": "PARTNER", "country": "NO", "unknown": unknown("budget")}, "participation")
	f.enter("proposePartnership", object{"type": "PROJECT", "state": "CLAIMED", "arisesFrom": f.project, "parties": []object{{"party": f.owner}, {"party": f.partner}},
		"unknown": unknown("formality", "validFrom", "validTo", "endStatus")}, "partnership")
}

// fresh is something of which the registry may have one already.
func fresh(fields object) object { return object{"new": fields} }

// commsec is the project with its plan, as one command enters it.
func commsec(mittsec, midsec string) object {
	belt := fresh(object{"name": "Nordens gröna bälte"})
	norway, sweden := fresh(object{"name": "Mellersta Norge", "country": "NO"}), fresh(object{"name": "Mellansverige", "country": "SE"})
	const strong = "Verksamheter som vill bli starka i försvarsindustrin och bidra till trygghet och beredskap."
	norwegian := fresh(object{"name": "Verksamheter i mellersta Norge", "description": strong, "country": "NO", "areas": norway})
	swedish := fresh(object{"name": "Verksamheter i Mellansverige", "description": strong, "country": "SE", "areas": sweden})
	firms := fresh(object{"name": "Regionernas små och medelstora företag", "areas": []object{norway, sweden}})
	return object{
		"acronym": "Commsec", "projectType": "PRE_STUDY", "lifecycle": "PLANNED", "plannedFrom": "2023-05-01", "plannedTo": "2024-05-31", "unknown": unknown("title", "totalBudget"),
		"summary":      "Bygger ett svenskt nätverk, MITTSEC, efter mönster av det norska MIDSEC och kartlägger vad som behövs för att samverka om totalförsvaret över gränsen.",
		"targetGroups": []object{norwegian, swedish, firms}, "areas": []object{belt, norway, sweden},
		"objectives": []object{
			{"horizon": "PROJECT", "statement": "MITTSEC är bildat i Sverige och samverkar med MIDSEC i Norge."},
			{"statement": "En gränsregion som står pall när något händer.", "areas": belt, "unknown": unknown("horizon")},
			{"statement": "Verksamheter på båda sidor som satsar på försvarsindustri och beredskap arbetar närmare varandra.",
				"targetGroups": []object{norwegian, swedish}, "areas": []object{norway, sweden}, "unknown": unknown("horizon")},
			{"statement": "Små och medelstora företag klarar att förse totalförsvaret med varor och tjänster även när förhållandena skiftar.",
				"targetGroups": firms, "unknown": unknown("horizon")},
			{"horizon": "LONG_TERM", "statement": "Projektets resultat bär vidare företagens samverkan om civilt försvar.", "targetGroups": firms, "areas": belt},
			{"horizon": "LONG_TERM", "statement": "Kretsen vidgas med dem som utbildar och med kommuner, regioner och andra myndigheter på plats.",
				"targetGroups": []object{fresh(object{"name": "Utbildningsaktörer"}), fresh(object{"name": "Lokala och regionala myndigheter"})}},
		},
		"activities": []object{
			{"title": "Bygga upp MITTSEC", "description": "Knyta allianser och nätverk på svensk sida, så som redan skett i Norge.", "networks": mittsec},
			{"title": "Stärka MIDSEC", "description": "Tillsammans stärka samarbetet och organisationen i Norge.", "networks": midsec},
			{"title": "Kartlägga behov", "description": "Ta reda på vad olika intressenter behöver för att kunna samverka över gränsen."},
		},
		"needsMappings": object{"title": "Behovskartläggning i Commsec", "unknown": unknown("method", "heldOn", "network")},
		"outputs":       object{"type": "REPORT", "title": "Rapporter som underlag för fortsättningen", "plannedCount": 5},
		"indicators":    object{"name": "Antal framtagna kunskapsunderlag, strategier och program", "unit": "rapporter", "target": 5},
		"strategies": []object{
			{"strategy": fresh(object{"title": "Nationell strategi för hållbar regional utveckling", "level": "NATIONAL"}),
				"rationale": "Interreg gör det möjligt att utveckla regioner tvärs över gränsen, och ett gott företagsklimat gör näringslivet konkurrenskraftigt och omställbart."},
			{"strategy": fresh(object{"title": "Regional utvecklingsstrategi", "level": "REGIONAL"}),
				"rationale": "Ligger i linje med visionen; mångsidigt näringsliv och god samverkan ger rum för nya affärsmodeller."},
			{"strategy": fresh(object{"title": "Program för smart specialisering", "level": "REGIONAL"}),
				"rationale": "Ligger i linje med länets program; mångsidigt näringsliv och god samverkan ger rum för nya affärsmodeller."},
		},
	}
}

func (f *founding) decision() {
	programme := f.enter("registerProgramme", object{"name": "Interreg Sverige–Norge", "unknown": unknown("period", "cci", "managingOrganisation")}, "programme")
	application := f.enter("recordApplication", object{"project": f.project, "applicant": f.owner, "appliedTo": f.region, "caseNumber": "RUN/112/2023",
		"amountAppliedFor": register.SEK("362060.00"), "unknown": unknown("submittedOn")}, "application")
	interreg := f.enter("recordApplication", object{"project": f.project, "appliedTo": programme,
		"unknown": unknown("applicant", "amountAppliedFor", "caseNumber", "submittedOn")}, "application")
	f.enter("recordDecision", object{
		"application": application, "caseNumber": "RUN/112/2023", "outcome": "GRANTED", "decidedByRole": "Regional utvecklingsdirektör", "mode": "DELEGATED", "madeBy": f.region,
		"items": []string{"35 procent av redovisade kostnader som godkänns, upp till 362 060 kronor.", "Pengarna tas ur anslag 1:1.",
			"Giltigt bara om resten av finansieringen kommer på plats.", "Regionens allmänna villkor följer med."},
		"legalBases": []object{
			fresh(object{"type": "ORDINANCE", "reference": "2003:596", "title": "Förordning om bidrag för projektverksamhet inom den regionala tillväxtpolitiken"}),
			fresh(object{"type": "DELEGATION_RULES", "reference": "2023–2026", "section": "11.1.2",
				"title": "Delegationsbestämmelser för regionala utvecklingsnämnden i Region Jämtland Härjedalen"})},
		"notified": f.board, "copiedTo": f.owner, "document": object{"id": f.document}, "unknown": unknown("decidedOn"),
		"awards": object{"recipient": f.owner, "funder": f.region, "aidRate": "0.35", "cap": register.SEK("362060.00"), "costBasis": "REPORTED_AND_APPROVED",
			"budgetLine": fresh(object{"code": "1:1", "title": "Regionala tillväxtåtgärder"}),
			"conditions": []object{
				{"type": "OTHER_FINANCING", "text": "Resten av finansieringen ska ordnas så som ansökan säger.", "dependsOn": interreg, "unknown": unknown("dueOn")},
				{"type": "GENERAL_TERMS", "text": "Regionens allmänna villkor för stöd till projekt gäller.",
					"document": fresh(object{"title": "Allmänna villkor för stöd till projekt", "reference": "RUN/640/2017", "type": "TERMS"})}}},
		"obligations": object{"type": "FINAL_REPORT", "dueOn": "2024-05-31", "responsible": f.owner},
	}, "decision")
}
