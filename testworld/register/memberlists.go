package register

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/testworld"
)

// ImportMembers sends importMembers with a file, and gives its payload.
func (w World) ImportMembers(file, content string, input object, selection string) Answer {
	w.T.Helper()
	return w.Upload("importMembers", file, content, input, selection)
}

// Upload sends the mutation of a name with a file, and gives its payload.
func (w World) Upload(name, file, content string, input object, selection string) Answer {
	w.T.Helper()
	given := object{"file": nil}
	maps.Copy(given, input)
	query := fmt.Sprintf("mutation($input: %s%sInput!) { %s(input: $input) { %s } }", strings.ToUpper(name[:1]), name[1:], name, selection)
	a := w.SendFile(query, object{"input": given}, "variables.input.file", file, content)
	if payload, ok := a.Data[name].(object); ok {
		a.Data = payload
	}
	return a
}

// SendFile sends a request with a file in the place of a variable.
func (w World) SendFile(query string, variables object, place, file, content string) Answer {
	w.T.Helper()
	contentType, body := testworld.Upload(w.T, query, variables, place, file, []byte(content))
	return Answer{w.T, testworld.Post(w.T.Context(), w.Handler, w.Viewer, contentType, body)}
}

// Expect compares what was answered with JSON.
func Expect(t *testing.T, why string, got any, want string) {
	t.Helper()
	var wanted any
	testworld.Must(t, json.Unmarshal([]byte(want), &wanted))
	if diff := cmp.Diff(wanted, got); diff != "" {
		t.Errorf("%s: %s", why, diff)
	}
}

// MemberList is a list whose rows are of every verdict but one, in the network of listed.
const MemberList = `Org.nr;Företag;Kommun(e);Land;Roll;Medlem sedan;E-post
556091-2148;Exempel AB;Östersund;Sverige;Styrelseledamot;2020-01-31;a@b.se
232100-0214;Regionen;Åre;;;31/5 2019;
556091-2149;Fel siffra AB;;;;;
974760673;Nordisk AS;;Norge;;;
;Nordisk;;Norge;;;
;Midsec;Åre;;;;
`

// Listed is a registry with a network that takes members, one that is one already, and another network.
func Listed(t *testing.T) (w World, network string) {
	w = New(t)
	network = w.Network("MITTSEC", "PLANNED")
	w.Network("MIDSEC", "ESTABLISHED")
	region := w.Make("registerOrganisation", object{"legalName": "Regionen", "country": "SE", "identifiers": []object{{"scheme": "SE_ON", "value": "232100-0214"}}}, "organisation")
	w.Make("admitMember", object{"member": region, "network": network, "validFrom": "2019-05-31"}, "membership")
	return w, network
}
