package page_test

import (
	"fmt"
	"os"
	"path/filepath"
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
	readADecisionBesideItsSheet(t, v)
	v.readsADecision()
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
