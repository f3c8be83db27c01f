package page_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"partnernet/testworld/site"

	"github.com/chromedp/chromedp"
)

// pictureFile gives what the picture's button for an SVG file would save.
const pictureFile = `new Promise(resolve => {
	HTMLAnchorElement.prototype.click = () => {};
	const create = URL.createObjectURL;
	URL.createObjectURL = file => (file.text().then(resolve), URL.createObjectURL = create, 'blob:');
	[...document.querySelectorAll('main button')].find(e => e.textContent === 'SVG').click();
})`

// TestPictureAndMap visits the picture and the map of the founding case and the sample, after the one partnership is told to hold from May 2023
// to 2024, and the seat of a municipality.
func TestPictureAndMap(t *testing.T) {
	server, db := site.Founding(t)
	db.TellSample(t)
	answer := site.Ask(t, nil, server.URL, `mutation {
		updatePartnership(input: {id: "aaf766e8-9d62-51e9-b056-c90685fb71f3", validFrom: "2023-05-01", validTo: "2024-12-31", source: {document: {title: "Call with both"}}}) { command }
		updateOrganisation(input: {id: "b8079e1a-ae4a-5bb8-8808-5d711aaf9d5a", location: {municipality: "Östersunds kommun", nuts: {nutsCode: "SE322"}}, source: {document: {title: "Call with them"}}}) { command }
	}`, nil)
	if strings.Contains(string(answer), "errors") {
		t.Fatalf("%s", answer)
	}
	v := visit(t, server.URL)
	v.sameEachTime()
	v.inTables()
	v.drawsATie()
	v.leadsOn()
	v.onTheMap()
}

// sameEachTime compares the files that two visits give, and finds in them who is tied, and who should be.
func (v visitor) sameEachTime() {
	v.Helper()
	v.goTo("/picture?lang=sv&day=2024-01-15&colour=community")
	first := value[string](v, pictureFile)
	v.goTo("/picture?lang=sv&day=2024-01-15&colour=community")
	if second := value[string](v, pictureFile); first != second {
		v.Errorf("two visits give two pictures:\n%s\n%s", first, second)
	}
	for _, part := range []string{"<title>IUC Z-Group AB</title>", "<title>Future innovations AS</title>", "<title>Exempelkommunen i Jämtland</title>", `stroke-dasharray="1.6 5"`} {
		if !strings.Contains(first, part) {
			v.Errorf("the picture has no %s: %s", part, first)
		}
	}
}

// inTables reads what the picture shows, compares it with another day, and supposes a tie that is missing.
func (v visitor) inTables() {
	v.Helper()
	v.goTo("/picture?lang=en&day=2025-06-01&before=2024-01-15")
	v.shows("Since then: 0 new ties, 1 ended.", "ended since then")
	value[bool](v, "(slider => { slider.value = slider.min; slider.dispatchEvent(new Event('change', {bubbles: true})); })(document.querySelector('main [type=range]')), true")
	v.waits("location.search.includes('day=2023-05-01')")
	v.goTo("/picture?lang=en&day=2024-01-15&before=2023-01-15")
	v.shows("Since then: 1 new ties, 0 ended.", "new since the earlier day", "missing: need and offer meet")
	value[bool](v, "document.querySelectorAll('main details').forEach(e => e.open = true), true")
	v.waits("document.querySelectorAll('main details table').length === 2")
	v.shows("Future innovations AS IUC Z-Group AB new since the earlier day")
	v.click("What if?")
	v.waits("document.querySelector('main').innerText.includes('Ties across the border\\t1\\t2\\t+1')")
	v.shows("Exempelkommunen i Jämtland supposed")
	v.click("Remove")
	v.waits("!document.querySelector('main').innerText.includes('Jämtland\\tsupposed')")
}

// drawsATie draws one with a pointer, from one organisation to another.
func (v visitor) drawsATie() {
	v.Helper()
	v.goTo("/picture?lang=en&day=2024-01-15")
	v.click("Draw a supposed tie")
	value[bool](v, "document.querySelector('canvas').scrollIntoView({block: 'center', behavior: 'instant'}), true")
	file := value[string](v, pictureFile)
	fromX, fromY := v.drawnAt(file, "Exempelkommunen i Jämtland")
	toX, toY := v.drawnAt(file, "Future innovations AS")
	v.do(
		chromedp.MouseEvent(chromedp.MousePressed, fromX, fromY, chromedp.ButtonLeft), chromedp.MouseEvent(chromedp.MouseMoved, (fromX+toX)/2, (fromY+toY)/2, chromedp.ButtonLeft),
		chromedp.MouseEvent(chromedp.MouseReleased, toX, toY, chromedp.ButtonLeft),
	)
	v.says("Exempelkommunen i Jämtland – Future innovations AS")
	v.says("Ties across the border\t1\t2\t+1")
}

// drawnAt gives where on the screen the picture has an organisation, from the file that it would save, while all of it is shown: a square in
// Sweden begins at its corner, a circle in Norway at its left.
func (v visitor) drawnAt(file, name string) (x, y float64) {
	v.Helper()
	mark := regexp.MustCompile(`<path d="M(\S+) (\S+)([ha])([\d.]+)[^>]*><title>` + regexp.QuoteMeta(name) + "<").FindStringSubmatch(file)
	box := regexp.MustCompile(`viewBox="(\S+) (\S+) (\S+) (\S+)"`).FindStringSubmatch(file)
	if mark == nil || box == nil {
		v.Fatalf("the picture has no %s: %s", name, file)
	}
	x, y = number64(v, mark[1])+number64(v, mark[4]), number64(v, mark[2])
	if mark[3] == "h" {
		x, y = x-number64(v, mark[4])/2, y+number64(v, mark[4])/2
	}
	left, top, width, height := number64(v, box[1]), number64(v, box[2]), number64(v, box[3]), number64(v, box[4])
	at := value[[]float64](v, "(({left, top, width, height}) => [left, top, width, height])(document.querySelector('canvas').getBoundingClientRect())")
	scale := min(at[2]/width, at[3]/height, 2.5)
	return at[0] + at[2]/2 + (x-left-width/2)*scale, at[1] + at[3]/2 + (y-top-height/2)*scale
}

func number64(t testing.TB, text string) float64 {
	t.Helper()
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// leadsOn unfolds a county, and finds an organisation and goes to its dossier.
func (v visitor) leadsOn() {
	v.Helper()
	v.goTo("/picture?lang=en&day=2024-01-15&fold=county")
	if folded := value[string](v, pictureFile); !strings.Contains(folded, "<title>Jämtlands län (") {
		v.Errorf("no county is folded: %s", folded)
	}
	v.write("Show in the picture", "Jämtlands län\r")
	v.clickPicture()
	v.waits("[...document.querySelectorAll('main form [role=status]')].some(e => e.innerText.startsWith('0 '))")
	if unfolded := value[string](v, pictureFile); !strings.Contains(unfolded, "<title>Exempelkommunen i Jämtland</title>") {
		v.Errorf("the county is not unfolded: %s", unfolded)
	}
	v.write("Show in the picture", "IUC Z-Group\r")
	v.clickPicture()
	v.waits("document.title === 'IUC Z-Group AB – Partnernet'")
	v.settled()
}

// onTheMap goes by keyboard from the tile of a county to its municipalities.
func (v visitor) onTheMap() {
	v.Helper()
	v.goTo("/map?lang=en&day=2024-01-15")
	value[bool](v, "document.querySelector('.map a[href*=SE322]').focus(), true")
	v.press("\r")
	v.waits("document.title === 'Jämtland – Partnernet'")
	v.settled()
	v.shows("Östersund 1", "the municipality is not known")
	v.goTo("/map?lang=en&day=2024-01-15&by=municipality")
	v.waits("document.querySelector('.map a[aria-label^=\"Östersund: 1 organisation, 4 needs, 1 offer\"]')")
}

// clickPicture clicks in the middle of the picture.
func (v visitor) clickPicture() {
	v.Helper()
	value[bool](v, "document.querySelector('canvas').scrollIntoView({block: 'center'}), true")
	middle := value[[]float64](v, "(({left, top, width, height}) => [left + width / 2, top + height / 2])(document.querySelector('canvas').getBoundingClientRect())")
	v.do(chromedp.MouseClickXY(middle[0], middle[1]))
}
