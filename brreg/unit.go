// Package brreg keeps organisations up to date from Enhetsregisteret, the Norwegian register of legal entities, by its open API or its file of all units.
//
// The register is a source like any other: what it says differently from what is held becomes a claim, and nothing is overwritten.
package brreg

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"

	"partnernet/ledger"
	"partnernet/registry"
)

// Unit is a unit (enhet) as the register's API and its file of all units write it, as far as it is read here.
type Unit struct {
	Number string `json:"organisasjonsnummer"`
	Name   string `json:"navn"`
	Form   coded  `json:"organisasjonsform"`

	Industry1 coded `json:"naeringskode1"`
	Industry2 coded `json:"naeringskode2"`
	Industry3 coded `json:"naeringskode3"`

	FoundedOn string  `json:"stiftelsesdato"`
	DeletedOn string  `json:"slettedato"`
	Bankrupt  bool    `json:"konkurs"`
	WoundUp   bool    `json:"underAvvikling"`
	Dissolved bool    `json:"underTvangsavviklingEllerTvangsopplosning"`
	Address   address `json:"forretningsadresse"`
}

type coded struct {
	Code string `json:"kode"`
}

type address struct {
	Municipality string `json:"kommunenummer"`
}

// edition tells what the register says of a unit now from what it said before.
func (u Unit) edition() string {
	text, _ := json.Marshal(u) // texts and truth values always marshal
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// status gives the unit's standing. A unit that is being wound up may be bankrupt as well, and one that is deleted was one or both before.
func (u Unit) status() string {
	switch {
	case u.DeletedOn != "":
		return "DISSOLVED"
	case u.Bankrupt:
		return "BANKRUPT"
	case u.WoundUp || u.Dissolved:
		return "IN_LIQUIDATION"
	}
	return "ACTIVE"
}

// record gives what the register says of an organisation that is held. What it leaves out it does not know. A name that differs only in capitals is the same
// name: the register writes all of them large.
func (u Unit) record(held organisation) ledger.Record {
	r := ledger.Record{Type: "Organisation", ID: held.id, Values: map[string]any{"status": u.status()}, Unknown: map[string]registry.Reason{}, Locators: map[string]string{}}
	if u.Name != "" {
		r.Values["legalName"] = u.Name
		if registry.Fold(u.Name) == registry.Fold(held.name) {
			r.Values["legalName"] = held.name
		}
	}
	if u.Form.Code != "" {
		r.Values["legalForm"] = u.Form.Code
	}
	if codes := u.industries(); len(codes) > 0 {
		r.Values["industryCodes"] = codes
	}
	if day, err := registry.ParseDate(u.FoundedOn); err == nil {
		r.Values["foundedOn"] = day
	}
	if m, known := registry.MunicipalityOfCode("NO", u.Address.Municipality); known {
		r.Parts = map[string][]ledger.Part{"location": {{Values: map[string]any{"municipality": m.Names[0]}}}}
	}
	for field := range r.Values {
		r.Locators[field] = u.Number
	}
	for field := range r.Parts {
		r.Locators[field] = u.Number
	}
	return r
}

// industries gives the codes of what the unit does that are codes of NACE, the main one first. 00.000 says that the register has none.
func (u Unit) industries() []string {
	var codes []string
	for _, industry := range []coded{u.Industry1, u.Industry2, u.Industry3} {
		if code := strings.TrimSpace(industry.Code); registry.CheckIndustryCode(code) == nil {
			codes = append(codes, code)
		}
	}
	return codes
}
