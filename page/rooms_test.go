package page_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"partnernet/testworld/site"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

const zGroup = "5631554d-2f9c-50cf-9da2-e5942ee28bf0" // of the founding case

// rooms are addresses of the page, one for each room.
var rooms = []string{
	"/", "/search?text=iuc+z+gruop", "/organisations/" + zGroup, "/networks", "/networks/MITTSEC", "/needs", "/record", "/record/form", "/partnerships", "/money", "/todo",
	"/reports", "/changes", "/picture", "/picture?colour=community&fold=county&before=2023-01-15", "/map", "/map?by=municipality", "/map?county=SE322", "/import", "/me", "/people", "/persons",
	"/decisions/new", "/decisions/read", "/nowhere",
}

// TestRoomsAreForEverybody visits each room in each language, in light and in dark, on a wide screen and on a narrow one, and has axe look for what
// shuts somebody out.
func TestRoomsAreForEverybody(t *testing.T) {
	v := visit(t, foundingServer(t).URL)
	for _, room := range rooms {
		v.goTo(withLanguage(room, "sv"))
		v.isForEverybody(room, "sv")
		v.inDark(room)
		for language, name := range map[string]string{"nb": "Norsk", "en": "English"} {
			v.enter(name)
			v.waits("document.documentElement.lang === " + quoted(language))
			v.settled()
			v.isForEverybody(room, language)
		}
		v.isNarrow(room)
	}
}

// withLanguage gives the address of a room in a language.
func withLanguage(room, language string) string {
	if strings.Contains(room, "?") {
		return room + "&lang=" + language
	}
	return room + "?lang=" + language
}

// axe is what looks for what shuts somebody out.
var axe = sync.OnceValues(func() (string, error) {
	text, err := os.ReadFile("testdata/axe.min.js")
	return string(text), err
})

// isForEverybody fails where axe finds in a room what shuts somebody out, or the room is not in a language.
func (v visitor) isForEverybody(room, language string) {
	v.Helper()
	if spoken := value[string](v, "document.documentElement.lang"); spoken != language {
		v.Errorf("%s is in %s, want %s", room, spoken, language)
	}
	v.shutsNobodyOut(room+" in "+language, "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}")
}

// inDark looks at a room in dark, where nothing but its colours is another's.
func (v visitor) inDark(room string) {
	v.Helper()
	v.inColours("dark")
	v.shutsNobodyOut(room+" in dark", "{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']}}")
	v.inColours("light")
}

// inColours has the browser ask for light or for dark.
func (v visitor) inColours(scheme string) {
	v.Helper()
	features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}
	if _, err := chromedp.Call(v.tab, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
		v.Fatal(err)
	}
}

func (v visitor) shutsNobodyOut(where, rules string) {
	v.Helper()
	if !value[bool](v, "'axe' in window") {
		text, err := axe()
		if err != nil {
			v.Fatal(err)
		}
		value[bool](v, text+";true")
	}
	violations := "axe.run(" + rules + ").then(({violations}) => violations.map(({id, help, nodes}) => id + ': ' + help + ': ' + nodes.map(({html}) => html).join(' ')))"
	for _, violation := range value[[]string](v, violations) {
		v.Errorf("%s: %s", where, violation)
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

// TestChangesShowAsTheyHappen looks at the changes while somebody else makes one, and takes it back.
func TestChangesShowAsTheyHappen(t *testing.T) {
	server := foundingServer(t)
	v := visit(t, server.URL)
	v.goTo("/changes?lang=en")
	answer := site.Ask(t, nil, server.URL, `mutation { recordDocument(input: {title: "Minutes of somebody else"}) { command } }`, nil)
	if strings.Contains(string(answer), "errors") {
		t.Fatalf("%s", answer)
	}
	v.waits("document.querySelector('main').innerText.includes('Minutes of somebody else')")
	v.click("Take back")
	v.waits("document.querySelector('main').innerText.includes('took back')")
}
