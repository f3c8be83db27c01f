package commands_test

import (
	"testing"

	"partnernet/testworld/register"

	"github.com/google/go-cmp/cmp"
)

// An area is made up of others, of several countries; what lies in a part is found by the whole. None is a part of itself.
func TestAnAreaHasItsParts(t *testing.T) {
	w := register.New(t)
	place := func(name, municipality, country string) {
		w.Make("registerOrganisation", object{"legalName": name, "country": country, "location": object{"municipality": municipality}}, "organisation")
	}
	place("A", "Östersund", "SE")
	place("B", "Trondheim", "NO")
	place("C", "Lund", "SE")
	project := w.Make("registerProject", object{"acronym": "P", "projectType": "MAIN", "lifecycle": "PLANNED",
		"areas": []any{object{"new": object{"name": "Nordens gröna bälte", "codeSystem": "OTHER"}}}}, "project")
	belt := register.At(w.Ask(`query($id: ID!) { project(id: $id) { areas { id } } }`, object{"id": project}).Good(), "project", "areas", 0, "id").(string)
	const found = `{ organisations(filter: {location: {nuts: {partOf: {text: "nordens grona balte"}}}}) { nodes { legalName } } }`
	bodies := func(names ...string) object {
		nodes := []any{}
		for _, name := range names {
			nodes = append(nodes, object{"legalName": name})
		}
		return object{"organisations": object{"nodes": nodes}}
	}
	tell := func(parts ...string) register.Answer {
		refs := []any{}
		for _, code := range parts {
			refs = append(refs, object{"nutsCode": code})
		}
		return w.Command("updateArea", object{"id": belt, "parts": refs}, "area { parts { code partOf { name } } }")
	}
	if diff := cmp.Diff(any(bodies()), any(w.Ask(found, nil).Good())); diff != "" {
		t.Errorf("before it is told: %s", diff)
	}
	tell("SE322", "NO060").Good()
	if diff := cmp.Diff(any(bodies("A", "B")), any(w.Ask(found, nil).Good())); diff != "" {
		t.Error(diff)
	}
	tell("NO060").Good()
	if diff := cmp.Diff(any(bodies("B")), any(w.Ask(found, nil).Good())); diff != "" {
		t.Errorf("a list is given whole: %s", diff)
	}
	trondelag := register.At(w.Ask(`{ areas(filter: {code: ["NO060"]}) { nodes { id } } }`, nil).Good(), "areas", "nodes", 0, "id").(string)
	w.Command("updateArea", object{"id": belt, "parts": []any{object{"id": belt}}}, "area { id }").Fails("CONFLICT", "area-cycle", "input.parts")
	w.Command("updateArea", object{"id": trondelag, "parts": []any{object{"id": belt}}}, "area { id }").Fails("CONFLICT", "area-cycle", "input.parts")
}
