package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestANeedComesFromAnInterviewToAnIntroduction records a need and a stakeholder that is new, finds an offer for the need, and introduces the two.
func TestANeedComesFromAnInterviewToAnIntroduction(t *testing.T) {
	server, db := foundingRegistry(t)
	tellSample(t, db)
	v := visit(t, server.URL)

	v.goTo("/record?lang=sv")
	v.write("Vad vilar det på?", "Samtal med Åre kommun")
	v.write("Vems", "Åre kommun")
	v.waits("document.querySelector('fieldset')")
	v.write("Slag", "kommun")
	v.write("Vad behövs?", "Reservkraft till vattenverket vid långa avbrott.")
	v.do(chromedp.Reload())
	v.settled()
	if kept := value[string](v, "document.querySelector('textarea').value"); kept != "Reservkraft till vattenverket vid långa avbrott." {
		t.Errorf("after a reload the sheet says %q", kept)
	}
	v.write("Tema", "Reservkraft")
	v.click("Se vad som ändras")
	v.waits("document.body.innerText.includes('Detta kommer att ändras')")
	v.shows("Organisation: Åre kommun")
	v.write("Vad behövs?", "Reservkraft till vattenverket vid långa avbrott.")
	v.do(chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	v.waits("document.querySelector('.done').innerText.includes('Registrerat: Reservkraft')")

	v.goTo("/needs?lang=sv&theme=civil-preparedness")
	v.shows("Åre kommun")
	card := `[...document.querySelectorAll('.need')].find(e => e.innerText.includes('Åre kommun'))`
	value[bool](v, card+".querySelector('button').click(), true")
	v.waits(card + ".querySelector('li button:not(:disabled)')")
	value[bool](v, card+".querySelector('li button').click(), true")
	v.waits(card + "?.innerText.includes('De är presenterade')")
	v.click("De är presenterade")
	v.waits("document.querySelector('.done').innerText.includes('Presentationen är registrerad')")
	v.waits(card + "?.querySelector('.tag + .tag, p > .tag') && " + card + ".innerText.includes('presenterade')")
	v.click("Ångra")
	v.waits(card + "?.innerText.includes('De är presenterade')")
}

// TestPartiesConfirmAndDeny says for each party what it says, and takes that back. Two sides are confirmed by two people.
func TestPartiesConfirmAndDeny(t *testing.T) {
	server, db := foundingRegistry(t)
	v := visit(t, server.URL)
	v.goTo("/partnerships?lang=en")
	v.write("What does it rest on?", "Call with both")
	v.click("Future innovations AS denies")
	v.waits("document.querySelector('main').innerText.includes('Future innovations AS: denies')")
	v.click("Undo")
	v.waits("document.querySelector('main').innerText.includes('Future innovations AS: not asked')")
	v.click("IUC Z-Group AB confirms")
	v.waits("document.querySelector('main').innerText.includes('IUC Z-Group AB: confirms')")
	v.shows("said by a coordinator", "You have confirmed for the other side. Somebody else answers for this one.")
	var found struct {
		Data struct {
			Partnerships struct {
				Nodes []struct {
					ID      string
					Parties []struct{ Party struct{ ID string } }
				}
			}
		}
	}
	answer := graphqlAnswer(t, server.URL, `{ partnerships { nodes { id parties { party { id } } } } }`, nil)
	if err := json.Unmarshal(answer, &found); err != nil || len(found.Data.Partnerships.Nodes) != 1 {
		t.Fatalf("%s: %v", answer, err)
	}
	partnership := found.Data.Partnerships.Nodes[0]
	variables, err := json.Marshal(map[string]string{"id": partnership.ID, "party": partnership.Parties[1].Party.ID})
	if err != nil {
		t.Fatal(err)
	}
	confirmed := graphqlAnswerWith(t, coordinator(t, db, "Kari", ""), server.URL, `mutation($id: ID!, $party: ID!) {
		confirmPartnership(input: {id: $id, party: $party, source: {document: {title: "Call with the other side"}}}) { command }
	}`, variables)
	if strings.Contains(string(confirmed), "errors") {
		t.Fatalf("%s", confirmed)
	}
	v.goTo("/partnerships?lang=en")
	v.shows("Future innovations AS: confirms")
}

// TestChangesShowAsTheyHappen looks at the changes while somebody else makes one, and takes it back.
func TestChangesShowAsTheyHappen(t *testing.T) {
	server := foundingServer(t)
	v := visit(t, server.URL)
	v.goTo("/changes?lang=en")
	answer := graphqlAnswer(t, server.URL, `mutation { recordDocument(input: {title: "Minutes of somebody else"}) { command } }`, nil)
	if strings.Contains(string(answer), "errors") {
		t.Fatalf("%s", answer)
	}
	v.waits("document.querySelector('main').innerText.includes('Minutes of somebody else')")
	v.click("Take back")
	v.waits("document.querySelector('main').innerText.includes('took back')")
}

// TestAListIsReadIn looks at what a member list tells, and takes it.
func TestAListIsReadIn(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	list := filepath.Join(t.TempDir(), "members.csv")
	if err := os.WriteFile(list, []byte("Organisation;Country\nExempel Lås AB;SE\nEksempel Vakt AS;NO\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	v.goTo("/import?lang=en")
	v.write("Whose members?", "MITTSEC")
	v.do(chromedp.SetUploadFiles(chromedp.CSS("input[type=file]"), []string{list}))
	v.click("See what will change")
	v.waits("document.querySelector('main').innerText.includes('New 2')")
	v.shows("Row 2 Exempel Lås AB", "Row 3 Eksempel Vakt AS")
	v.click("Import what can be taken")
	v.waits("document.querySelector('.done').innerText.includes('The list is imported.')")
	v.click("Undo")
	v.waits("document.querySelector('.done').innerText === ''")
}

// TestAReportIsAPage opens a report by the address that the room of reports has for it.
func TestAReportIsAPage(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	v.goTo("/reports?lang=nb&day=2024-01-15")
	address := value[string](v, "[...document.querySelectorAll('main a')].find(e => e.href.includes('/funding')).href")
	v.do(chromedp.Navigate(address))
	v.shows("362 060", "Commsec")
	if language := value[string](v, "document.documentElement.lang"); language != "nb" {
		t.Errorf("the report is in %s", language)
	}
}
