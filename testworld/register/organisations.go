package register

import "strings"

// Numbers that are right by their check digits.
const (
	Swedish   = "232100-0214"
	Norwegian = "974 760 673"
)

// Number is the identifiers of an organisation that has one number.
func Number(scheme, value string) []object {
	return []object{{"scheme": scheme, "value": value}}
}

// Party is a party of a partnership that is proposed.
func Party(id, confirmation string) object {
	return object{"party": id, "confirmation": confirmation}
}

// Change is a FieldChange as a client gets it.
func Change(name string, before, after any) any {
	return object{"name": name, "before": before, "after": after}
}

// Duplicates asks for the pairs of organisations that may be one.
const Duplicates = `{ duplicates(first: 10) { totalCount nodes { organisation { legalName } other { legalName } score reasons judgement { verdict reason } } } }`

// MayBeOne gives the pairs that may be one, each as "one / other: reasons".
func (w World) MayBeOne() []string {
	w.T.Helper()
	all := []string{}
	for _, d := range At(w.Do(Duplicates, nil), "duplicates", "nodes").([]any) {
		var reasons []string
		for _, r := range At(d, "reasons").([]any) {
			reasons = append(reasons, r.(string))
		}
		all = append(all, At(d, "organisation", "legalName").(string)+" / "+At(d, "other", "legalName").(string)+": "+strings.Join(reasons, " "))
	}
	return all
}
