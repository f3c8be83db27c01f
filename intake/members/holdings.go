package members

import (
	"cmp"
	"slices"
	"strings"

	"partnernet/lists"
	"partnernet/registry"
)

// holdings are what the registry holds, by what a row may tell of it.
type holdings struct {
	*Known
	on          registry.Date
	byNumber    map[registry.Identifier]*KnownOrganisation
	byName      map[string][]*KnownOrganisation // by folded name, aliases too
	byKey       map[string][]*KnownOrganisation // by what alike names have in common
	memberships map[string][]*KnownMembership   // by organisation
	networks    map[string]string               // acronyms by folded acronym and name
}

func newHoldings(k *Known, on registry.Date) *holdings {
	h := &holdings{Known: k, on: on, byNumber: map[registry.Identifier]*KnownOrganisation{}, byName: map[string][]*KnownOrganisation{},
		byKey: map[string][]*KnownOrganisation{}, memberships: map[string][]*KnownMembership{}, networks: map[string]string{}}
	for i := range k.Organisations {
		o := &k.Organisations[i]
		for _, id := range o.Identifiers {
			h.byNumber[id] = o
		}
		for _, name := range o.names() {
			addToIndex(h.byName, registry.Fold(name), o)
			for _, key := range alikeKeys(name) {
				addToIndex(h.byKey, key, o)
			}
		}
	}
	for i := range k.Memberships {
		m := &k.Memberships[i]
		h.memberships[m.Organisation] = append(h.memberships[m.Organisation], m)
	}
	for _, n := range k.Networks {
		h.networks[registry.Fold(n.Acronym)], h.networks[registry.Fold(n.Name)] = n.Acronym, n.Acronym
	}
	delete(h.networks, "")
	return h
}

func addToIndex(index map[string][]*KnownOrganisation, key string, o *KnownOrganisation) {
	if key != "" && !slices.Contains(index[key], o) {
		index[key] = append(index[key], o)
	}
}

// alikeKeys gives what a name may have in common with others that mean the same, as the registry compares what it holds, and an abbreviation
// with itself: a row that names one is asked about, where the registry's own records are not.
func alikeKeys(name string) []string { return append(registry.AlikeKeys(name), registry.NameKey(name)) }

// alikeNames says whether two names may mean one organisation, and why.
func alikeNames(a, b string) (registry.Likeness, bool) {
	if likeness, alike := registry.AlikeNames(a, b); alike {
		return likeness, true
	}
	return registry.LikelySameName(a, b)
}

func (o *KnownOrganisation) names() []string { return append([]string{o.Name}, o.Aliases...) }

// numberedAsHeld gives the row with its number read as that of an organisation that is held with the same country and a number of another country's register.
func (h *holdings) numberedAsHeld(row lists.Row) lists.Row {
	for _, id := range row.Elsewhere {
		if o := h.byNumber[id]; o != nil && o.Values[lists.FieldCountry] == row.Value(lists.FieldCountry) {
			return row.Abroad(id)
		}
	}
	return row
}

// decideOrganisation decides by what the row tells which organisation it means: one that is held, or a new one (nil). When nothing decides, the row is in conflict,
// and the organisations that it may mean are its candidates.
func (h *holdings) decideOrganisation(j *Judged) *KnownOrganisation {
	known := h.byNumbers(j)
	switch {
	case len(known) == 1:
		return h.organisationByNumber(j, known[0])
	case len(known) > 1:
		j.conflict(lists.FieldNumber, lists.Problem{Code: lists.NumbersOfSeveral})
		j.addCandidates(known, "oneNumber")
		return nil
	case j.Value(lists.FieldLegalName) == "": // another row may tell it
		return nil
	}
	return h.organisationByName(j)
}

// byNumbers gives the organisations that have the row's numbers.
func (h *holdings) byNumbers(j *Judged) []*KnownOrganisation {
	var known []*KnownOrganisation
	for _, id := range j.Identifiers {
		if o := h.byNumber[id]; o != nil && !slices.Contains(known, o) {
			known = append(known, o)
		}
	}
	return known
}

// organisationByNumber asks that an organisation found by its number is the one that the row names.
func (h *holdings) organisationByNumber(j *Judged, o *KnownOrganisation) *KnownOrganisation {
	name := j.Value(lists.FieldLegalName)
	alike := name == "" || slices.ContainsFunc(o.names(), func(n string) bool { _, is := alikeNames(n, name); return is })
	switch {
	case !alike:
		j.conflict(lists.FieldNumber, lists.Problem{Code: lists.NumberOfAnother, About: lists.About{"held": o.Name, "told": lists.Clipped(name)}})
		j.addCandidates([]*KnownOrganisation{o}, "number")
	case o.otherNumber(j.Identifiers):
		j.conflict(lists.FieldNumber, lists.Problem{Code: lists.OtherNumberKnown, Case: "number", About: lists.About{"held": o.Name}})
		j.addCandidates([]*KnownOrganisation{o}, "oneNumber")
	default:
		return o
	}
	return nil
}

// organisationByName finds the one organisation of that name, but for capitals, accents and punctuation. One whose name is merely alike is a
// reason to ask.
func (h *holdings) organisationByName(j *Judged) *KnownOrganisation {
	name := j.Value(lists.FieldLegalName)
	if acronym := h.networks[registry.Fold(name)]; acronym != "" {
		j.conflict(lists.FieldLegalName, lists.Problem{Code: lists.NameOfNetwork, About: lists.About{"text": lists.Clipped(name), "network": acronym}})
		return nil
	}
	country := j.Value(lists.FieldCountry)
	named := slices.DeleteFunc(slices.Clone(h.byName[registry.Fold(name)]), func(o *KnownOrganisation) bool { return o.elsewhere(country) })
	free := slices.DeleteFunc(slices.Clone(named), func(o *KnownOrganisation) bool { return o.otherNumber(j.Identifiers) })
	switch {
	case len(free) == 1:
		return free[0]
	case len(free) > 1:
		j.conflict(lists.FieldLegalName, lists.Problem{Code: lists.SeveralOfThatName})
		j.addCandidates(free, "name")
		return nil
	}
	doubtful := slices.DeleteFunc(named, func(o *KnownOrganisation) bool { return registry.CheckOneNumber(o.Identifiers, j.Identifiers) != nil })
	if len(doubtful) > 0 {
		j.conflict(lists.FieldNumber, lists.Problem{Code: lists.OtherNumberKnown, Case: "name"})
		j.addCandidates(doubtful, "name")
		return nil
	}
	h.alike(j, name, country)
	return nil
}

// alike puts a row in conflict when its name is alike to that of organisations that it may mean.
func (h *holdings) alike(j *Judged, name, country string) {
	for _, o := range h.alikeTo(name) {
		if o.elsewhere(country) || o.otherNumber(j.Identifiers) {
			continue
		}
		for _, n := range o.names() {
			if likeness, likely := alikeNames(n, name); likely {
				j.addCandidates([]*KnownOrganisation{o}, string(likeness.Kind))
				break
			}
		}
	}
	if len(j.Candidates) > 0 {
		j.conflict(lists.FieldLegalName, lists.Problem{Code: lists.PossiblySame, Case: "held", About: lists.About{"held": j.Candidates[0].Name}})
	}
}

// alikeTo gives the organisations that have something in common with a name, by id.
func (h *holdings) alikeTo(name string) []*KnownOrganisation {
	var found []*KnownOrganisation
	for _, key := range alikeKeys(name) {
		found = append(found, h.byKey[key]...)
	}
	slices.SortFunc(found, func(a, b *KnownOrganisation) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(found)
}

// elsewhere tells whether the organisation is known to be of another country.
func (o *KnownOrganisation) elsewhere(country string) bool {
	return country != "" && o.Values[lists.FieldCountry] != "" && country != o.Values[lists.FieldCountry]
}

// otherNumber tells whether the organisation has another number in a register than the one given: then it is another organisation.
func (o *KnownOrganisation) otherNumber(given []registry.Identifier) bool {
	for _, id := range given {
		inRegister := func(other registry.Identifier) bool { return other.Scheme == id.Scheme }
		if slices.ContainsFunc(o.Identifiers, inRegister) && !slices.Contains(o.Identifiers, id) {
			return true
		}
	}
	return false
}

// subject is the key of the organisation that a row means: the id of one that is held, or what a new one is known by.
func (j *Judged) subject(network KnownNetwork) string {
	switch {
	case j.known != nil:
		return j.known.ID
	case len(j.Identifiers) > 0:
		first := slices.MinFunc(j.Identifiers, func(a, b registry.Identifier) int {
			return slices.Index(strongest, a.Scheme) - slices.Index(strongest, b.Scheme)
		})
		return "identifier " + string(first.Scheme) + " " + first.Value
	}
	return strings.Join([]string{"member of", network.ID, registry.Fold(j.Value(lists.FieldLegalName)), j.Value(lists.FieldCountry)}, "\x1f")
}

// strongest are the schemes by how well they tell organisations apart.
var strongest = []registry.Scheme{registry.SwedishNumber, registry.NorwegianNumber, registry.LEI, registry.PIC, registry.OtherScheme}
