package registry

import (
	"os"
	"strings"
	"testing"
)

func TestAMunicipalityLiesInOneCounty(t *testing.T) {
	for _, row := range []struct{ name, country, nuts, why string }{
		{"Östersund", "SE", "SE322", "a Swedish one"},
		{"östersunds kommun", "", "SE322", "in the genitive"},
		{"Ostersund", "", "SE322", "without accents"},
		{"Borås kommun", "SE", "SE232", "a name that ends in s"},
		{"Trondheim", "", "NO060", "the first of a double name"},
		{"Tråante", "NO", "NO060", "the second"},
		{"Trondheim/Tråante", "NO", "NO060", "both"},
		{"Snåase–Snåsa", "NO", "NO060", "both, with a dash"},
		{"Gáivuotna", "NO", "NO072", "of three"},
		{"Steinkjer kommune", "", "NO060", "with the word"},
		{"Aurskog-Høland", "NO", "NO084", "a dash of its own"},
		{"Lund", "SE", "SE224", "in both countries, told which"},
		{"Lund", "NO", "NO0A1", "in both countries, told which"},
		{"Lund", "", "", "in both countries"},
		{"Våler", "NO", "", "in two counties"},
		{"Herøy", "NO", "", "in two counties"},
		{"Östersund", "NO", "", "in the other country"},
		{"Atlantis", "", "", "nowhere"},
		{"", "", "", "no name"},
		{"kommun", "", "", "the word alone"},
	} {
		m, known := MunicipalityNamed(row.name, row.country)
		if known != (row.nuts != "") || known && m.NUTS != row.nuts {
			t.Errorf("%q, %q (%s): got %v, %v; want %q", row.name, row.country, row.why, m, known, row.nuts)
		}
	}
}

func TestEveryMunicipalityIsInTheTableOnce(t *testing.T) {
	count, codes := map[string]int{}, map[string]bool{}
	for _, line := range strings.Split(strings.TrimSpace(municipalitiesFile), "\n")[1:] {
		cells := strings.Split(line, ",")
		if len(cells) != 4 || !strings.HasPrefix(cells[3], cells[0]) || len(cells[3]) != 5 || codes[cells[0]+cells[1]] {
			t.Errorf("line %q", line)
			continue
		}
		codes[cells[0]+cells[1]] = true
		count[cells[0]]++
		if _, known := AreaOfNUTS(cells[3]); !known {
			t.Errorf("%s lies in an area that is not known", line)
		}
	}
	if count["SE"] != 290 || count["NO"] != 357 {
		t.Errorf("got %v", count)
	}
}

// nutsFiles names the folder of Eurostat's areas as the Publications Office gives them: nuts-swe-lvl3.gc and nuts-nor-lvl3.gc.
const nutsFiles = "PARTNERNET_NUTS_FOLDER"

func TestTheAreasAreEurostats(t *testing.T) {
	folder := os.Getenv(nutsFiles)
	if folder == "" {
		t.Skipf("%s names no folder, so there is nothing to compare with", nutsFiles)
	}
	all := ""
	for _, name := range []string{"nuts-swe-lvl3.gc", "nuts-nor-lvl3.gc"} {
		text, err := os.ReadFile(folder + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		all += string(text)
	}
	for _, area := range NUTS3 {
		if !strings.Contains(all, ">"+area.Code+"<") || !strings.Contains(all, ">"+area.Name+"<") {
			t.Errorf("%v is not among them", area)
		}
	}
}
