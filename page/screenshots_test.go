package page_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"partnernet/testworld/site"

	"github.com/chromedp/chromedp"
)

// screenshots names the folder that pictures of the page are written to.
var screenshots = flag.String("screenshots", "", "write a picture of each room of the page into this folder")

// TestScreenshots takes a picture of each room with the founding case and the sample, in each language, in light and in dark.
func TestScreenshots(t *testing.T) {
	if *screenshots == "" {
		t.Skip("pictures are taken when -screenshots names a folder for them")
	}
	server, db := site.Founding(t)
	db.TellSample(t)
	v := visit(t, server.URL)
	named := strings.NewReplacer("/", "-", "?", "-", "=", "-", "&", "-", "+", "-", zGroup, "one")
	for _, scheme := range []string{"light", "dark"} {
		v.inColours(scheme)
		for _, language := range []string{"sv", "nb", "en"} {
			folder := filepath.Join(*screenshots, language, scheme)
			if err := os.MkdirAll(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			for _, room := range rooms {
				v.goTo(withLanguage(room, language))
				picture, err := chromedp.Run(v.tab, chromedp.FullScreenshot(100))
				if err != nil {
					t.Fatal(err)
				}
				name := strings.Trim(named.Replace(room), "-")
				if name == "" {
					name = "today"
				}
				if err := os.WriteFile(filepath.Join(folder, name+".png"), picture, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
