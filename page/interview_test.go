package page_test

import (
	"fmt"

	"github.com/chromedp/chromedp/kb"
)

// sheetWords are those of the sheet for interviews in a language.
type sheetWords struct{ ground, who, need, offer, statedNeed, statedOffer, theme, recorded string }

var (
	swedish   = sheetWords{"Vad vilar det på?", "Vems", "Behov", "Erbjudande", "Vad behövs?", "Vad erbjuds?", "Tema", "Registrerat: "}
	norwegian = sheetWords{"Hva bygger det på?", "Hvem sitt", "Behov", "Tilbud", "Hva trengs?", "Hva tilbys?", "Tema", "Registrert: "}
)

// interview is what somebody says who is known by a part of their name.
type interview struct {
	who, name string
	offers    bool
	said      [][2]string // what, and of which theme
}

// record writes down an interview. From the second thing that is said on, the sheet waits for it.
func (v visitor) record(words sheetWords, i interview) {
	v.Helper()
	kind, statement := words.need, words.statedNeed
	if i.offers {
		kind, statement = words.offer, words.statedOffer
	}
	v.tick("document.querySelector('[role=radiogroup]')", kind)
	v.write(words.who, i.who)
	v.click(i.name)
	for n, said := range i.said {
		if n == 0 {
			v.write(statement, said[0])
		} else {
			v.waits("document.activeElement.tagName === 'TEXTAREA'")
			v.press(said[0])
		}
		v.choose(words.theme, said[1])
		v.pressWithCtrl(kb.Enter)
		v.isDone(words.recorded + said[0])
	}
}

// introduce suggests, to whoever has a need, the offer of somebody, and says that the two were introduced. It gives where the need stands.
func (v visitor) introduce(need, offering string) (card string) {
	v.Helper()
	card = fmt.Sprintf("[...document.querySelectorAll('.need')].find(e => e.innerText.includes(%q))", need)
	v.clickIn(card, "Vem kan möta det?")
	v.point(fmt.Sprintf("[...%s?.querySelectorAll('li') ?? []].find(e => e.textContent.includes(%q))?.querySelector('button')", card, offering))
	v.isDone("Förslaget är registrerat.")
	v.clickIn(card, "De är presenterade")
	v.isDone("Presentationen är registrerad.")
	return card
}

// becomesAPartnership proposes a partnership of the two that were introduced, which either side then confirms for itself.
func becomesAPartnership(asa, kari visitor, card, ours, theirs string) {
	asa.Helper()
	asa.chooseIn(card, "Vad gör de tillsammans?", "SUPPLY")
	asa.clickIn(card, "Föreslå partnerskap")
	asa.isDone("Partnerskapet är föreslaget.")
	asa.enter("I dag")
	asa.click(ours + " bekräftar")
	asa.isDone("Bekräftelsen är registrerad.")

	kari.enter("Partnerskap")
	kari.write(norwegian.ground, "Telefon")
	kari.click(theirs + " bekrefter")
	kari.isDone("Bekreftelsen er registrert.")

	asa.enter("Partnerskap")
	held := fmt.Sprintf("[...document.querySelectorAll('article')].find(e => e.innerText.includes(%q) && e.innerText.includes(%q))", ours, theirs)
	asa.waits(held + ".innerText.includes('i kraft')")
}

func (o office) leadsANeedToAPartnership() {
	const need = "Vakt dygnet runt mot dataangrepp."
	asa := o.coordinator("Åsa", "MITTSEC", "sv")
	asa.enter("Intervju")
	asa.write(swedish.ground, "Samtal med regionen")
	asa.record(swedish, interview{"Exempelreg", "Exempelregionen", false, [][2]string{{need, "incident-response"}}})
	asa.enter("Behov och erbjudanden")
	asa.click("Civil beredskap")
	card := asa.introduce(need, "Nidaros Eksempelsikkerhet AS")
	becomesAPartnership(asa, o.coordinator("Kari", "MIDSEC", "nb"), card, "Exempelregionen", "Nidaros Eksempelsikkerhet AS")
}

// interviewsAllDay is a day on which Åsa and Kari interview either side, and bring together what meets.
func (o office) interviewsAllDay() {
	asa := o.coordinator("Åsa", "MITTSEC", "sv")
	asa.enter("Intervju")
	asa.write(swedish.ground, "Intervjudag i Östersund")
	for _, i := range []interview{
		{"Storsjö", "Storsjö Exempelmekaniska AB", false, [][2]string{
			{"Skydd mot intrång.", "cyber-security"}, {"Reservdelar på en vecka.", "spare-parts"}, {"Värme till hallen.", "heating"}, {"Delar till försvaret.", "machining"}}},
		{"Exempelkomm", "Exempelkommunen i Jämtland", false, [][2]string{
			{"Drivmedel för två veckor.", "fuels"}, {"Betalning utan nät.", "payments"}, {"Nödvatten till skolor.", "drinking-water"}, {"Frivilliga vid evakuering.", "voluntary-resources"}}},
		{"Sundsvalls", "Sundsvalls Exempellogistik AB", false, [][2]string{
			{"Lager nära gränsen.", "stockpiling"}, {"Tull för beredskapsvaror.", "customs"}, {"Förare vid höjd beredskap.", "wartime-staffing"}, {"Samband utan mobilnät.", "emergency-communications"}}},
		{"Jämtlands", "Jämtlands Exempelkraft AB", true, [][2]string{{"Flyttbara värmecentraler.", "heating"}}},
	} {
		asa.record(swedish, i)
	}
	kari := o.coordinator("Kari", "MIDSEC", "nb")
	kari.enter("Intervju")
	kari.write(norwegian.ground, "Intervjudag i Stjørdal")
	for _, i := range []interview{
		{"Eksempelkomm", "Eksempelkommunen i Trøndelag", false, [][2]string{{"Varme til sykehjem.", "heating"}, {"Vann til innbyggere.", "drinking-water"}}},
		{"Namdal", "Namdal Eksempelmat SA", false, [][2]string{{"Sjåfører i krise.", "wartime-staffing"}}},
		{"Stjørdal", "Stjørdal Eksempellogistikk AS", true, [][2]string{{"Drivstoff på tank.", "fuels"}, {"Lager ved riksgrensen.", "stockpiling"}}},
		{"Nidaros", "Nidaros Eksempelsikkerhet AS", true, [][2]string{{"Vern mot inntrengere.", "cyber-security"}}},
	} {
		kari.record(norwegian, i)
	}
	asa.enter("Behov och erbjudanden")
	asa.click("Civil beredskap")
	asa.introduce("Skydd mot intrång.", "Nidaros Eksempelsikkerhet AS")
	asa.introduce("Lager nära gränsen.", "Stjørdal Eksempellogistikk AS")
	card := asa.introduce("Drivmedel för två veckor.", "Stjørdal Eksempellogistikk AS")
	becomesAPartnership(asa, kari, card, "Exempelkommunen i Jämtland", "Stjørdal Eksempellogistikk AS")
}
