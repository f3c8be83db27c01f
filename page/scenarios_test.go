package page_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"partnernet/testworld/site"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func (o office) findsAPartner() {
	v := o.coordinator("Åsa", "MITTSEC", "sv")
	v.press("/")
	v.press("iuc z gruop\r")
	v.waits("document.querySelector('.hits a')")
	v.waits("document.activeElement.tagName === 'H1'")
	v.press("\t")
	v.press("\r")
	v.waits("document.title === 'IUC Z-Group AB – Partnernet'")
	v.settled()
	v.shows("IUC Z-Group AB", "Future innovations AS: inte tillfrågad", "högst 362 060 kr, villkorat", "§ RUN/112/2023", "står inte i källan")
	if at := value[string](v, "location.pathname + location.search"); at != "/organisations/"+zGroup+"?lang=sv" {
		o.Errorf("the dossier is at %s", at)
	}
}

func (o office) seesWhoIsMissing() {
	v := o.coordinator("Åsa", "MITTSEC", "sv")
	v.enter("Nätverk")
	v.click("MITTSEC")
	v.says("Saknas i MITTSEC")
	v.settled()
	v.shows("Vem saknas", "utbildare", "Jämtlands Exempelkraft AB", "Verdal Eksempelverksted AS")
}

// recordsANeed is interrupted by a reload, which loses nothing.
func (o office) recordsANeed() {
	const statement = "Reservkraft till vattenverket vid långa avbrott."
	v := o.coordinator("Åsa", "MITTSEC", "sv")
	v.enter("Intervju")
	v.write("Vad vilar det på?", "Samtal med Åre kommun")
	v.write("Vems", "Åre kommun")
	v.waits("document.querySelector('fieldset')")
	v.choose("Slag", "MUNICIPALITY")
	v.write("Vad behövs?", statement)
	v.do(chromedp.Reload())
	v.settled()
	if kept := value[string](v, "document.querySelector('textarea').value"); kept != statement {
		o.Errorf("after a reload the sheet says %q", kept)
	}
	v.choose("Tema", "reserve-power")
	v.click("Se vad som ändras")
	v.says("Detta kommer att ändras")
	v.shows("Organisation: Åre kommun")
	v.pressWithCtrl(kb.Enter)
	v.isDone("Registrerat: " + statement)
}

// readsAListIn reads a list of which two rows in doubt mean somebody who is held, and one means somebody new.
func (o office) readsAListIn() {
	list := filepath.Join(o.TempDir(), "members.csv")
	if err := os.WriteFile(list, []byte("Organisation;Country\nIUC Z-Group;SE\nFuture innovations;NO\nJämtlands Exempelkraft;SE\nExempel Lås AB;SE\n"), 0o600); err != nil {
		o.Fatal(err)
	}
	v := o.coordinator("Åsa", "MITTSEC", "en")
	v.enter("Import")
	v.write("Whose members?", "MITTSEC")
	v.attach(list)
	v.click("See what will change")
	v.waits("document.querySelectorAll('fieldset').length === 3")
	for row, means := range map[string]string{"IUC Z-Group": "IUC Z-Group AB", "Future innovations": "A new organisation", "Jämtlands Exempelkraft": "Jämtlands Exempelkraft AB"} {
		v.tick(fmt.Sprintf("[...document.querySelectorAll('fieldset')].find(e => e.textContent.includes(%q))", row), means)
	}
	v.click("See what the answers change")
	v.waits("!document.querySelector('fieldset') && !document.querySelector('.waiting')")
	v.click("Import what can be taken")
	v.isDone("The list is imported.")
	v.enter("Networks")
	v.click("MITTSEC")
	v.says("Exempel Lås AB")
	v.shows("IUC Z-Group AB", "Future innovations")
	v.click("Undo")
	v.waits("document.querySelector('.done').innerText === ''")
	v.enter("Networks")
	v.click("MITTSEC")
	v.settled()
	if value[bool](v, "document.querySelector('main').innerText.includes('Exempel Lås AB')") {
		o.Error("what was taken back is still there")
	}
}

func (o office) confirmsAndDenies() {
	v := o.keeper("en")
	v.enter("Partnerships")
	v.write("What does it rest on?", "Call with both")
	v.click("Future innovations AS denies")
	v.says("Future innovations AS: denies")
	v.click("Undo")
	v.says("Future innovations AS: not asked")
	v.click("IUC Z-Group AB confirms")
	v.says("IUC Z-Group AB: confirms")
	v.shows("said by a coordinator", "You have confirmed for the other side. Somebody else answers for this one.")
	v.click("Undo")
	v.says("IUC Z-Group AB: not asked")
}

func (o office) judgesADuplicate() {
	keeper := http.Header{"Authorization": {site.TokenOf(o.T, o.options, o.local())}}
	answer := site.Ask(o.T, keeper, o.server.URL, `mutation {
		registerOrganisation(input: {legalName: "Härjedalens Exempelbygg", country: SE, source: {document: {title: "A list"}}}) { command }
	}`, nil)
	if strings.Contains(string(answer), "errors") {
		o.Fatalf("%s", answer)
	}
	v := o.coordinator("Åsa", "MITTSEC", "en")
	v.enter("To do")
	v.says("Are they the same?")
	v.shows("Härjedalens Exempelbygg AB")
	v.write("What does it rest on?", "Call with them")
	v.click("Same")
	v.isDone("They are one record now.")
	v.waits("!document.querySelector('main').innerText.includes('Are they the same?')")
	v.click("Undo")
	v.says("Are they the same?")
}

// recordsADecision is interrupted by a reload, which loses nothing.
func (o office) recordsADecision() {
	v := o.keeper("en")
	v.enter("Money")
	v.click("Record a decision")
	v.write("What does it rest on?", "Decision 2024-18")
	v.choose("Which application?", "480d39e6-2e7c-5120-90f1-923867145c57")
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
		o.Errorf("after a reload the sheet says %q", kept)
	}
	v.click("See what will change")
	v.says("This will change")
	v.shows("Decision: 2024-18", "Award: IUC Z-Group AB – Commsec")
	v.click("Record")
	v.isDone("The decision 2024-18 is recorded.")
	v.enter("Money")
	v.shows("SEK 100,000", "35%")
	v.enter("Changes")
	v.shows("recorded a decision")
}

// prints looks at the paper that a dossier and a report give.
func (o office) prints() {
	v := o.coordinator("Kari", "MIDSEC", "nb")
	v.press("/")
	v.press("iuc z-group\r")
	v.waits("document.querySelector('.hits a')")
	v.click("IUC Z-Group AB")
	v.waits("document.title === 'IUC Z-Group AB – Partnernet'")
	v.settled()
	value[bool](v, "window.print = () => (window.printed = true), true")
	v.click("Skriv ut")
	v.waits("window.printed")
	if pages := v.pages(); pages > 3 {
		o.Errorf("the dossier takes %d pages", pages)
	}
	v.enter("Rapporter")
	v.effort.clicks++ // on the report, which opens in a window of its own
	v.do(chromedp.Navigate(value[string](v, "[...document.querySelectorAll('main a')].find(e => e.href.includes('/funding')).href")))
	v.shows("362 060", "Commsec")
	if language := value[string](v, "document.documentElement.lang"); language != "nb" {
		o.Errorf("the report is in %s", language)
	}
	if v.pages() == 0 {
		o.Error("the report takes no paper")
	}
}

// pages says how many sheets of A4 a room takes.
func (v visitor) pages() int {
	v.Helper()
	file, err := chromedp.Run(v.tab, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	if err != nil {
		v.Fatal(err)
	}
	return strings.Count(string(file), "/Type /Page\n") + strings.Count(string(file), "/Type /Page/")
}

func (o office) readsThreeLanguages() {
	v := o.coordinator("Åsa", "MITTSEC", "sv")
	v.enter("Behov och erbjudanden")
	for _, language := range []struct{ name, title string }{{"Norsk", "Behov og tilbud"}, {"English", "Needs and offers"}, {"Svenska", "Behov och erbjudanden"}} {
		v.enter(language.name)
		v.waits("document.querySelector('main h1').innerText === " + quoted(language.title))
	}
	v.shows("Civil beredskap")
}
