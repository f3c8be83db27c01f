package page_test

import (
	"os"
	"path/filepath"
	"strings"
)

// readsADecision gives a decision as a file: what it says stands beside its text, the words of a chosen fact are marked, what cannot be stands at its field, and
// what is recorded has its sentence.
func (v visitor) readsADecision() {
	v.Helper()
	file := filepath.Join(v.TempDir(), "beslut.txt")
	if err := os.WriteFile(file, []byte(`Dnr: 2020-1234
Beslutsdatum: 2020-05-04

Region Dalarna beviljar Norrsken Digital AB stöd med 40 % av godkända kostnader, dock högst 400 000 kronor, för projektet ”Norr”.
Norrsken Digital AB ansökte den 24 januari 2020 om 500 000 kronor.
Handläggare: Anna Berg
`), 0o600); err != nil {
		v.Fatal(err)
	}
	v.goTo("/decisions/read?lang=en")
	v.attach(file)
	v.click("Read the decision")
	v.waits("document.querySelector('.pages pre') && !document.querySelector('.pages').innerText.includes('Anna')")
	v.isForEverybody("a draft of a decision", "en")
	v.isNarrow("a draft of a decision")
	highest := "[...document.querySelectorAll('main label')].find(e => e.textContent.includes('At most')).querySelector('input')"
	value[bool](v, highest+".focus(), true")
	v.waits("document.querySelector('.pages mark')?.innerText.includes('högst 400 000 kronor')")
	v.fill("At most", "much")
	v.click("Record the decision")
	v.waits(highest + ".getAttribute('aria-invalid') === 'true' && document.activeElement === " + highest)
	if said := v.wrongAt("At most"); !strings.Contains(said, "362060.00 SEK") {
		v.Errorf("at the highest amount: %q", said)
	}
	v.fill("At most", "410 000 kronor")
	v.click("See what will change")
	v.waits("document.querySelector('.imported')?.innerText.includes('So it would be')")
	v.click("Record the decision")
	v.waits("document.querySelector('.done')?.innerText.includes('The decision is recorded.')")
	v.waits("document.querySelector('.imported')?.innerText.includes('So it stands in the register')")
	v.shows("dock högst 400 000 kronor, för projektet", "410000.00 SEK")
	v.isForEverybody("a decision that was read", "en")
	v.goTo("/money?lang=en")
	v.waits("[...document.querySelectorAll('.places')].some(e => e.textContent.includes('2020-1234') && e.textContent.includes('dock högst 400 000 kronor, för projektet'))")
}
