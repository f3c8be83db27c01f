package export

import (
	"context"
	"encoding/json"
	"io"
	"slices"

	"partnernet/operations"
)

// The version of 360Giving's standard that grants are written by, and the name of what is said beside it.
const (
	grantVersion   = "1.4"
	grantExtension = "urn:partnernet:360giving:award"
)

// ofGrants gives the export of awards for those who compare grants.
func ofGrants() []Offer {
	return []Offer{{Kind: "grants", Format: "json", MediaType: "application/json", write: writeGrants}}
}

// notGrant is an award that the standard cannot say, since it demands what is not known.
type notGrant struct {
	ID      string   `json:"id"`
	Missing []string `json:"missing"`
}

// writeGrants writes awards as 360Giving's standard has grants (JSON), with what it cannot say under partnernet: rate, basis of costs, conditions, that the amount is
// the most that is paid, and what is not known. An award without what the standard demands is no grant; it is listed under partnernet with what is missing.
func writeGrants(ctx context.Context, s source, w io.Writer) error {
	head, err := json.Marshal(map[string]any{"version": grantVersion, "extensions": []string{grantExtension}, "title": "Partnernet " + s.request.AsOf})
	if err != nil {
		return err
	}
	between, missing := string(head[:len(head)-1])+",\n\"grants\": [\n", []notGrant{}
	for award, err := range s.records(ctx, "grants", operations.OfProjects(s.request.Network)) {
		if err != nil {
			return err
		}
		grant, lacks := grantOf(award)
		if lacks != nil {
			missing = append(missing, notGrant{recordID + textAt(award, "id"), lacks})
			continue
		}
		text, err := json.Marshal(grant)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, between+string(text)); err != nil {
			return err
		}
		between = ",\n"
	}
	if between == ",\n" {
		between = ""
	}
	foot, err := json.Marshal(map[string]any{"notGrants": missing})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, between+"\n],\n\"partnernet\": "+string(foot)+"}\n")
	return err
}

// grantOf gives an award as a grant, or what the standard demands of one and is not known.
func grantOf(award object) (grant object, lacks []string) {
	title, description := textAt(award, "project", "title"), textAt(award, "project", "summary")
	if title == "" {
		title = textAt(award, "project", "acronym")
	}
	if description == "" {
		description = title
	}
	grant = object{"id": recordID + textAt(award, "id")}
	demand := func(name string, value any) {
		if value == nil || value == "" {
			lacks = append(lacks, name)
			return
		}
		grant[name] = value
	}
	demand("title", title)
	demand("description", description)
	demand("currency", textAt(award, "cap", "currency"))
	demand("amountAwarded", amount(award, "cap"))
	demand("awardDate", textAt(award, "decision", "decidedOn"))
	demand("recipientOrganization", granting(award, "recipient"))
	demand("fundingOrganization", granting(award, "funder"))
	tellMore(grant, award)
	return grant, lacks
}

// tellMore adds what may be said of a grant, as far as it is known.
func tellMore(grant, award object) {
	add := func(to object, name string, value any) {
		if value != nil && value != "" {
			to[name] = value
		}
	}
	add(grant, "amountDisbursed", amount(award, "paid"))
	add(grant, "dateModified", textAt(award, "updatedAt"))
	dates := object{}
	add(dates, "startDate", textAt(award, "project", "plannedFrom"))
	add(dates, "endDate", textAt(award, "project", "plannedTo"))
	add(dates, "duration", at(award, "project", "durationMonths"))
	if len(dates) > 0 {
		grant["plannedDates"] = []any{dates}
	}
	if name := textAt(award, "project", "programme", "name"); name != "" {
		grant["grantProgramme"] = []any{object{"code": textAt(award, "project", "programme", "id"), "title": name}}
	}
	ours := object{"amountIs": "MOST_THAT_IS_PAID", "conditions": at(award, "conditions"), "unknown": at(award, "unknown")}
	for _, name := range []string{"aidRate", "costBasis", "state"} {
		add(ours, name, at(award, name))
	}
	add(ours, "caseNumber", textAt(award, "decision", "caseNumber"))
	grant["partnernet"] = ours
}

// amount gives an amount as a number, exactly as it is told; nil where it is not known.
func amount(of object, field string) any {
	if text := textAt(of, field, "amount"); text != "" {
		return json.Number(text)
	}
	return nil
}

// registers are the names of registers at org-id.guide, by schemes of identifiers.
var registers = []struct{ scheme, register string }{{"SE_ON", "SE-BLV-"}, {"NO_BRC", "NO-BRC-"}, {"LEI", "XI-LEI-"}}

// granting gives an organisation that grants or is granted something: by its number, or else by the name that its record has.
func granting(award object, field string) any {
	id := textAt(award, field, "id")
	if id == "" {
		return nil
	}
	id = recordID + id
	for _, r := range slices.Backward(registers) { // the first of them counts
		for _, identifier := range listAt(award, field, "identifiers") {
			if number := numberOf(r.scheme)(identifier, ""); number != "" {
				id = r.register + number
			}
		}
	}
	organisation := object{"id": id, "name": textAt(award, field, "legalName")}
	for to, from := range map[string]string{"addressCountry": "country", "url": "homepage"} {
		if text := textAt(award, field, from); text != "" {
			organisation[to] = text
		}
	}
	return []any{organisation}
}
