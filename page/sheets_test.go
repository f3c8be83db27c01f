package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"partnernet/testworld/site"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// fill puts a text into the field of a label at once, without writing letter by letter.
func (v visitor) fill(label, text string) {
	v.Helper()
	found := fmt.Sprintf("[...document.querySelectorAll('main label')].find(e => e.textContent.includes(%q))?.querySelector('input, textarea, select')", label)
	v.waits(found)
	value[bool](v, fmt.Sprintf("(field => (field.value = %q, field.dispatchEvent(new Event('input', {bubbles: true})), field.dispatchEvent(new Event('change', {bubbles: true}))))(%s)", text, found))
}

// wrongAt gives what stands at the field of a label as what is wrong with it, by the name that assistive technology has for that.
func (v visitor) wrongAt(label string) string {
	v.Helper()
	return value[string](v, fmt.Sprintf(`(() => {
		const field = [...document.querySelectorAll('main label')].find(e => e.textContent.includes(%q)).querySelector('input, textarea, select');
		return field.getAttribute('aria-invalid') === 'true' ? document.getElementById(field.getAttribute('aria-describedby')).innerText : '';
	})()`, label))
}

// TestSheets writes on sheets, by turns, before one server.
func TestSheets(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	v.findsWhatIsWrongAtItsField()
	v.tellsWhatWillChangeInWords()
	v.saysWhatIsRecorded()
	readADecisionBesideItsSheet(t, v)
	v.readsADecision()
	findsWhatWasPaid(t, v)
}

// findsWhatIsWrongAtItsField sends sheets with what cannot be: each field says what is wrong with it, in the reader's language, and the first of them has the focus.
func (v visitor) findsWhatIsWrongAtItsField() {
	v.Helper()
	v.goTo("/search?text=commsec&lang=nb")
	v.click("Endre")
	v.click("Rett prosjektet")
	v.write("Hva bygger det på?", "Samtale med IUC")
	for label, day := range map[string]string{"Planlagt start": "2024-05-01", "Planlagt slutt": "2023-01-01", "Faktisk start": "2023-12-01", "Faktisk slutt": "2023-02-01"} {
		v.fill(label, day)
	}
	v.click("Se hva som endres")
	v.waits("document.querySelectorAll('[aria-invalid=true]').length === 2")
	for label, want := range map[string]string{
		"Planlagt slutt": "Perioden slutter 2023-01-01, før den begynner 2024-05-01. Rett en av de to datoene.",
		"Faktisk slutt":  "Perioden slutter 2023-02-01, før den begynner 2023-12-01. Rett en av de to datoene.",
	} {
		if said := v.wrongAt(label); said != want {
			v.Errorf("at %s: %q, want %q", label, said, want)
		}
	}
	v.waits("document.activeElement.closest('label')?.innerText.includes('Planlagt slutt')")
	if foot := value[int](v, "document.querySelectorAll('form [role=alert]').length"); foot != 0 {
		v.Error("what is said at the fields is said once more at the foot")
	}

	v.goTo("/decisions/new?lang=en")
	v.write("What does it rest on?", "Letter")
	v.fill("Which application?", "new")
	v.waits("[...document.querySelectorAll('main label')].some(e => e.textContent.includes('Applied to'))")
	for label, name := range map[string]string{"Project": "Commsec", "Applied to": "Interreg"} {
		v.fill(label, value[string](v, fmt.Sprintf("[...document.querySelectorAll('main option')].findLast(e => e.textContent.startsWith(%q)).value", name)))
	}
	v.write("Amount applied for", "12,345")
	v.fill("Case number", "A 1")
	v.fill("Outcome", "REJECTED")
	v.click("See what will change")
	v.waits("document.querySelectorAll('[aria-invalid=true]').length === 1")
	if said := v.wrongAt("Amount applied for"); !strings.Contains(said, "decimals") {
		v.Errorf("at the amount: %q", said)
	}
}

// tellsWhatWillChangeInWords looks at what sheets would change: values of enumerations, days and countries are told as people say them.
func (v visitor) tellsWhatWillChangeInWords() {
	v.Helper()
	v.goTo("/record?lang=nb")
	v.write("Hva bygger det på?", "Samtale")
	v.write("Hvem sitt", "Røros Eksempelkvern AS")
	v.waits("document.querySelector('fieldset')")
	v.choose("Side", "NO")
	v.choose("Type", "SME")
	v.write("Hva trengs?", "Reservedeler til kverna.")
	v.click("Se hva som endres")
	v.says("Dette vil bli endret")
	v.shows("land: Norge", "liten eller mellomstor bedrift")
	v.write("Hvem sitt", "IUC Z")
	v.click("IUC Z-Group AB")
	v.choose("Hvor viktig?", "HIGH")
	v.click("Se hva som endres")
	v.says("hastegrad: høy")
	v.shows("status: åpent")
	if days := value[[]string](v, `document.querySelector('main .notice').innerText.match(/\d{4}-\d\d-\d\d/g) ?? []`); len(days) > 0 {
		v.Errorf("days are told as %v", days)
	}
}

// saysWhatIsRecorded sends an interview with somebody new whose need is refused: they are recorded, what they need is not, and the page says so.
func (v visitor) saysWhatIsRecorded() {
	v.Helper()
	v.goTo("/record?lang=sv")
	v.write("Vad vilar det på?", "Samtal")
	v.write("Vems", "Exempelkvarnen i Härjedalen AB")
	v.waits("document.querySelector('fieldset')")
	v.write("Vad behövs?", "Ring kari@example.no om kvarn.")
	v.click("Registrera")
	v.waits("document.querySelectorAll('[aria-invalid=true]').length === 1")
	v.isDone("Exempelkvarnen i Härjedalen AB är registrerad, men inte vad den sade.")
	v.write("Vad behövs?", "Reservdelar till kvarnen.")
	v.click("Registrera")
	v.isDone("Registrerat: Reservdelar till kvarnen.")
}

// findsWhatWasPaid looks at an award of which nobody knows how much is paid at most: what has been paid of it is told.
func findsWhatWasPaid(t *testing.T, v visitor) {
	t.Helper()
	ask := func(mutation string) (id string) {
		t.Helper()
		answer := site.Ask(t, nil, v.server, `mutation { `+mutation+` }`, nil)
		found := regexp.MustCompile(`"id":"([0-9a-f-]{36})"`).FindSubmatch(answer)
		if found == nil {
			t.Fatalf("%s", answer)
		}
		return string(found[1])
	}
	const source = `source: {document: {title: "Letter"}}`
	application := ask(`recordApplication(input: {project: "fe31e4d1-b648-54b7-a9a9-1c7f7df8e19a", appliedTo: "fcd3fe52-7624-578a-8204-6f08c4d1380e", applicant: "` + zGroup + `", caseNumber: "N 9", ` + source + `}) { application { id } }`)
	award := ask(`recordDecision(input: {application: "` + application + `", caseNumber: "N 10", outcome: GRANTED, awards: [{recipient: "` + zGroup + `"}], ` + source + `}) { decision { awards { id } } }`)
	ask(`recordPayment(input: {award: "` + award + `", type: FINAL, amount: {amount: "88", currency: "SEK"}, paidOn: "2024-01-10", ` + source + `}) { payment { id } }`)
	v.goTo("/money?lang=sv")
	v.shows("Utbetalt 88 kr", "beslut om stöd · ")
}

// readADecisionBesideItsSheet takes words of a decision's text into fields, and finds in the register where in the text they stand.
func readADecisionBesideItsSheet(t *testing.T, v visitor) {
	t.Helper()
	text := filepath.Join(v.TempDir(), "decision.txt")
	if err := os.WriteFile(text, []byte("Decision\nCase number 2024-18\nDecided on 10 January 2024\n"), 0o600); err != nil {
		v.Fatal(err)
	}
	v.goTo("/decisions/new?lang=en&application=480d39e6-2e7c-5120-90f1-923867145c57")
	// A browser without a window is told that it has the focus.
	if _, err := chromedp.Call(v.tab, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	v.do(chromedp.SetUploadFiles(chromedp.CSS(".document input[type=file]"), []string{text}))
	v.waits("document.querySelector('.document textarea[readonly]')")
	for _, taken := range []struct{ field, words, value string }{{"Case number", "2024-18", "2024-18"}, {"Decided on", "10 January 2024", "2024-01-10"}} {
		field := fmt.Sprintf("[...document.querySelectorAll('main label')].find(e => e.textContent.includes(%q)).querySelector('input')", taken.field)
		value[bool](v, field+".focus(), true")
		value[bool](v, fmt.Sprintf("(text => (text.focus(), text.setSelectionRange(text.value.indexOf(%[1]q), text.value.indexOf(%[1]q) + %[1]q.length), true))(document.querySelector('.document textarea'))", taken.words))
		v.press("\r")
		v.waits(fmt.Sprintf("%s.value === %q && document.activeElement === %s", field, taken.value, field))
	}
	v.write("What does it rest on?", "Decision 2024-18")
	v.choose("Outcome", "REJECTED")
	v.click("Record")
	v.waits("document.querySelector('.done').innerText.includes('The decision 2024-18 is recorded.')")
	v.goTo("/changes?lang=en")
	v.shows("Decision 2024-18")
	answer := site.Ask(t, nil, v.server, `{ decisions(first: 100) { nodes { sources { locator } } } }`, nil)
	if want := "Case number: line 2; Decided on: line 3"; !strings.Contains(string(answer), want) {
		v.Errorf("the source says %s, want %s", answer, want)
	}
}
