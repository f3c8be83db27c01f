package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const zGroup = "5631554d-2f9c-50cf-9da2-e5942ee28bf0" // of the founding case

// rooms are addresses of the page, one for each room.
var rooms = []string{
	"/", "/search?text=iuc+z+gruop", "/organisations/" + zGroup, "/networks", "/networks/MITTSEC", "/needs", "/record", "/record/form", "/partnerships", "/money", "/todo",
	"/reports", "/changes", "/picture", "/picture?colour=community&fold=county&before=2023-01-15", "/map", "/map?by=municipality", "/map?county=SE322", "/import", "/me", "/people",
	"/decisions/new", "/nowhere",
}

// TestRoomsAreForEverybody visits each room in each language, on a wide screen and on a narrow one, and has axe look for what shuts somebody out.
func TestRoomsAreForEverybody(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	axe, err := os.ReadFile("testdata/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, room := range rooms {
		for _, language := range []string{"sv", "nb", "en"} {
			sign := "?"
			if strings.Contains(room, "?") {
				sign = "&"
			}
			v.goTo(room + sign + "lang=" + language)
			v.isForEverybody(room, language, string(axe))
		}
		v.isNarrow(room)
	}
}

// isForEverybody fails where axe finds in a room what shuts somebody out, or the room is not in a language.
func (v visitor) isForEverybody(room, language, axe string) {
	v.Helper()
	if spoken := value[string](v, "document.documentElement.lang"); spoken != language {
		v.Errorf("%s is in %s, want %s", room, spoken, language)
	}
	value[bool](v, axe+";true")
	const violations = `axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}).then(({violations}) =>
		violations.map(({id, help, nodes}) => id + ': ' + help + ': ' + nodes.map(({html}) => html).join(' ')))`
	for _, violation := range value[[]string](v, violations) {
		v.Errorf("%s in %s: %s", room, language, violation)
	}
}

// isNarrow fails where a room needs to be scrolled sideways on a narrow screen.
func (v visitor) isNarrow(room string) {
	v.Helper()
	v.do(chromedp.EmulateViewport(320, 640))
	if width := value[int](v, "document.documentElement.scrollWidth"); width > 320 {
		v.Errorf("%s is %d wide on a screen of 320", room, width)
	}
	v.do(chromedp.EmulateViewport(1280, 900))
}

// TestAPartnerIsFoundByKeyboard goes from the first room to a dossier without a pointer.
func TestAPartnerIsFoundByKeyboard(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	v.goTo("/?lang=sv&day=2024-01-15")
	v.press("/")
	v.press("iuc z gruop\r")
	v.waits("document.querySelector('.hits a')")
	v.waits("document.activeElement.tagName === 'H1'")
	v.press("\t")
	v.press("\r")
	v.waits("document.title === 'IUC Z-Group AB – Partnernet'")
	v.settled()
	v.shows("IUC Z-Group AB", "Future innovations AS: inte tillfrågad", "högst 362 060 kr, villkorat", "§ RUN/112/2023", "står inte i källan")
	if at := value[string](v, "location.pathname + location.search"); at != fmt.Sprintf("/organisations/%s?lang=sv&day=2024-01-15", zGroup) {
		t.Errorf("the dossier is at %s", at)
	}
}
