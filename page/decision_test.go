package page_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"partnernet/testworld/site"
)

// TestWhatWaitsForMeIsAnsweredInTheFirstRoom confirms for one side, on its behalf; the other side is then not this account's to confirm.
func TestWhatWaitsForMeIsAnsweredInTheFirstRoom(t *testing.T) {
	server := foundingServer(t)
	v := visit(t, server.URL)
	v.goTo("/?lang=en")
	v.shows("Waits for your answer", "You answer on its behalf, and it is marked so.")
	v.write("What does it rest on?", "Call with IUC")
	v.click("IUC Z-Group AB confirms")
	v.waits("document.querySelector('.done').innerText.includes('The confirmation is recorded.')")
	v.waits("document.querySelector('main').innerText.includes('Nothing waits for your answer')")

	v.goTo("/partnerships?lang=en")
	v.shows("IUC Z-Group AB: confirms", "said by a coordinator")
	const id = "aaf766e8-9d62-51e9-b056-c90685fb71f3"
	denied := site.Ask(t, nil, server.URL, `mutation($id: ID!, $party: ID!) { denyPartnership(input: {id: $id, party: $party, source: {document: {title: "Mail from IUC"}}}) { command } }`,
		json.RawMessage(fmt.Sprintf(`{"id": %q, "party": %q}`, id, zGroup)))
	if strings.Contains(string(denied), "errors") {
		t.Fatalf("%s", denied)
	}
	v.click("IUC Z-Group AB denies")
	v.waits("document.querySelector('.done').innerText.includes('Somebody else was first.')")
	v.waits("document.querySelector('.done').innerText.includes('denied a partnership')")
	v.click("Leave it")
	v.waits("document.querySelector('main').innerText.includes('IUC Z-Group AB: denies')")
}

// TestAProposalOfAnotherNetworkIsConfirmed confirms in the first room what the coordinator of one network alone has proposed.
func TestAProposalOfAnotherNetworkIsConfirmed(t *testing.T) {
	server, db := site.Founding(t)
	var networks struct {
		Data struct{ A, B struct{ ID string } }
	}
	if err := json.Unmarshal(site.Ask(t, nil, server.URL, `{ a: network(acronym: "MITTSEC") { id } b: network(acronym: "MIDSEC") { id } }`, nil), &networks); err != nil {
		t.Fatal(err)
	}
	proposed := site.Ask(t, db.Coordinator(t, "Åsa", "MITTSEC"), server.URL, `mutation($a: ID!, $b: ID!) {
		judgeNetworkIdentity(input: {network: $a, other: $b, verdict: DIFFERENT, source: {document: {title: "Call"}}}) { proposal { id } }
	}`, json.RawMessage(fmt.Sprintf(`{"a": %q, "b": %q}`, networks.Data.A.ID, networks.Data.B.ID)))
	if !strings.Contains(string(proposed), `"proposal":{"id"`) {
		t.Fatalf("it is not proposed: %s", proposed)
	}
	v := visit(t, server.URL)
	v.goTo("/?lang=en")
	v.shows("Other networks propose", "whether they are one network")
	v.click("Confirm")
	v.waits("document.querySelector('.done').innerText.includes('The proposal is confirmed.')")
	v.waits("!document.querySelector('main').innerText.includes('Other networks propose')")
}

// TestTheTourHasFiveSteps goes through the founding case, and ends the tour before its end another time.
func TestTheTourHasFiveSteps(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	next := func(text string) {
		v.Helper()
		value[bool](v, "[...document.querySelectorAll('.tour button')].find(e => e.textContent === "+quoted(text)+").click(), true")
	}
	v.goTo("/?lang=en")
	v.click("Show me around")
	for step := 1; step <= 5; step++ {
		v.waits(fmt.Sprintf("document.querySelector('.tour')?.innerText.includes('Step %d of 5.')", step))
		v.settled()
		if step < 5 {
			next("On")
		}
	}
	v.waits("document.title === 'Needs and offers – Partnernet'")
	next("End the tour")
	v.waits("!document.querySelector('.tour')")

	v.goTo("/record/form?lang=en")
	if rows := value[int](v, "document.querySelectorAll('.form tbody tr').length"); rows == 0 {
		t.Error("the form on paper has no themes")
	}
}

// TestAFactIsCorrectedBesideSomebodyElse corrects an organisation that somebody else corrects meanwhile: what they changed is shown, and the
// reader's own change is made all the same.
func TestAFactIsCorrectedBesideSomebodyElse(t *testing.T) {
	server := foundingServer(t)
	v := visit(t, server.URL)
	v.goTo("/organisations/" + zGroup + "?lang=en")
	v.click("Correct")
	v.write("What does it rest on?", "Call with IUC")
	v.write("Homepage", "https://example.org/")
	other := site.Ask(t, nil, server.URL, `mutation($id: ID!) { updateOrganisation(input: {id: $id, legalForm: "Aktiebolag", sizeClass: LARGE, source: {document: {title: "Register"}}}) { command } }`,
		json.RawMessage(fmt.Sprintf(`{"id": %q}`, zGroup)))
	if strings.Contains(string(other), "errors") {
		t.Fatalf("%s", other)
	}
	v.click("Record")
	v.waits("document.querySelector('.conflict')?.innerText.includes('Aktiebolag')")
	v.waits("document.querySelector('.conflict ins').closest('.conflict').innerText.includes('→ large')")
	v.click("Make my change all the same")
	v.waits("document.querySelector('.done').innerText.includes('The correction is recorded.')")
	v.waits("document.querySelector('main').innerText.includes('https://example.org/')")
	v.shows("Aktiebolag")
}
