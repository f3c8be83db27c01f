package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
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
	denied := graphqlAnswer(t, server.URL, `mutation($id: ID!, $party: ID!) { denyPartnership(input: {id: $id, party: $party, source: {document: {title: "Mail from IUC"}}}) { command } }`,
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

// TestADecisionIsRecordedOnOneSheet goes from an application that waits to a decision with an award, its condition and an obligation. The sheet
// survives a reload.
func TestADecisionIsRecordedOnOneSheet(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	v.goTo("/decisions/new?lang=en&application=480d39e6-2e7c-5120-90f1-923867145c57")
	v.write("What does it rest on?", "Decision 2024-18")
	v.write("Case number", "2024-18")
	v.choose("Outcome", "PARTLY_GRANTED")
	v.write("Recipient", "IUC Z-Group")
	v.click("IUC Z-Group AB")
	v.write("Part of the costs", "35")
	v.write("At most", "100 000")
	v.click("Add Conditions")
	v.choose("Kind", "GENERAL_TERMS")
	v.do(chromedp.Reload())
	v.settled()
	if kept := value[string](v, "[...document.querySelectorAll('main label')].find(e => e.textContent.includes('At most')).querySelector('input').value"); kept != "100 000" {
		t.Errorf("after a reload the sheet says %q", kept)
	}
	v.click("See what will change")
	v.waits("document.querySelector('main').innerText.includes('This will change')")
	v.shows("Decision: 2024-18", "Award: IUC Z-Group AB – Commsec")
	v.click("Record")
	v.waits("document.querySelector('.done').innerText.includes('The decision 2024-18 is recorded.')")

	v.goTo("/money?lang=en")
	v.shows("SEK 100,000", "35%")
	v.goTo("/changes?lang=en")
	v.shows("recorded a decision")
}

// choose picks an option of a field by its value.
func (v visitor) choose(label, option string) {
	v.Helper()
	found := fmt.Sprintf("[...document.querySelectorAll('main label')].findLast(e => e.textContent.includes(%q))?.querySelector('select')", label)
	v.waits(found)
	value[bool](v, fmt.Sprintf("(select => (select.value = %q, select.dispatchEvent(new Event('change', {bubbles: true}))))(%s)", option, found))
}
