package ledger

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"partnernet/model"
	"partnernet/registry"
	"partnernet/stored"
)

// addFieldClaim puts what the telling says of a field beside what is held of it, which may be nothing.
func (d *drafted) addFieldClaim(field, before, after string) {
	if before != "" {
		d.addDisagreement(field, before, after)
		return
	}
	d.addClaim(field, after, d.record.Locators[field], d.telling.Source)
}

// addDisagreement leaves the held value and puts both sources' claims beside it.
func (d *drafted) addDisagreement(field, before, after string) {
	if earlier := d.current.sources[field]; earlier != "" {
		d.addHeld(field, before, earlier)
	}
	d.addClaim(field, after, d.record.Locators[field], d.telling.Source)
	d.outcome.Disagreements = append(d.outcome.Disagreements, Disagreement{Type: d.record.Type, ID: d.record.ID, Field: field, Current: before, Given: after})
}

// judgeClaimed asks the rules of what becomes claims, beside what the same source tells: what may not be held is no claim either.
func (d *drafted) judgeClaimed() {
	if len(d.claimed) == 0 {
		return
	}
	all := maps.Clone(d.given)
	maps.Copy(all, d.claimed)
	d.broken = append(d.broken, d.ledger.rules.Values(d.kind.Label, d.record.ID, all, d.claimed, d.ledger.now())...)
}

// addOwnClaim puts what a source that disagrees with itself says beside the held value, which becomes a claim of who told it.
func (d *drafted) addOwnClaim(c Claim) error {
	f := d.kind.Field(c.Field)
	if f == nil {
		return fmt.Errorf("%s has no field %q", d.kind.Name, c.Field)
	}
	text, isText := c.Value.(string)
	if !isText {
		properties, err := storedForm(d.kind, c.Field, c.Value)
		if err != nil {
			return err
		}
		text = fieldText(d.kind, c.Field, properties)
		maps.Copy(d.claimed, properties)
	}
	before, earlier := d.currentShown(f), d.current.sources[c.Field]
	if d.record.Unknown[c.Field] == registry.SourcesDisagree && earlier != "" && before != "" && before != text {
		d.addHeld(c.Field, before, earlier)
	}
	d.addClaim(c.Field, text, c.Locator, d.telling.Source)
	return nil
}

// currentShown gives what is held of a field, as a claim or a change shows it.
func (d *drafted) currentShown(f *model.Field) string {
	if f.Kind != model.Relationship {
		return fieldText(d.kind, f.Name, d.current.properties)
	}
	texts := slices.Clone(d.current.links[f.RelType])
	for _, p := range d.current.parts {
		if p.relation == f.RelType {
			texts = append(texts, partShown(d.ledger.model.Type(f.Target), p))
		}
	}
	return strings.Join(texts, ", ")
}

// addHeld adds what is held as a claim of who told it, since another source says otherwise now. It is marked as that: who does not see the other one
// is told of neither.
func (d *drafted) addHeld(field, value, source string) {
	d.keepClaim(map[string]any{"field": field, "value": value, "source": source, "held": true})
}

// heldMark is what marks a claim of what is held, nil for any other.
func heldMark(held bool) any {
	if held {
		return true
	}
	return nil
}

// addClaim adds what a source says otherwise than it is held.
func (d *drafted) addClaim(field, value, locator, source string) {
	d.keepClaim(map[string]any{"field": field, "value": value, "source": source, "locator": stored.OrNull(locator)})
}

// keepClaim adds a claim that is not there yet.
func (d *drafted) keepClaim(claim map[string]any) {
	for _, c := range d.current.claims {
		if c["field"] == claim["field"] && c["value"] == claim["value"] && c["source"] == claim["source"] {
			return
		}
	}
	d.current.claims = append(d.current.claims, claim)
	kept := storedPart{properties: map[string]any{"recordedAt": d.now}, links: map[string][]string{"HAS_SOURCE": {valueText(claim["source"])}}}
	for _, name := range []string{"field", "value", "locator", "held"} {
		kept.properties[name] = claim[name]
	}
	d.effect.Parts = append(d.effect.Parts, partChange{Relation: "HAS_CLAIM", Label: "Claim", After: kept.freeze()})
	row := map[string]any{"id": d.record.ID, "locator": nil, "held": nil}
	maps.Copy(row, claim)
	d.claims = append(d.claims, row)
	d.touched = true
}
