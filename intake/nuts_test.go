package intake

import (
	"encoding/xml"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The table is Eurostat's. Its published code list (genericode), named by the environment, says the same.
func TestSwedishAreasAreEurostats(t *testing.T) {
	path := os.Getenv("PARTNERNET_NUTS_FILE")
	if path == "" {
		t.Skip("no code list of Swedish NUTS 3 areas: PARTNERNET_NUTS_FILE is not set")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var published struct {
		Rows []struct {
			Values []struct {
				Column string `xml:"ColumnRef,attr"`
				Text   string `xml:"SimpleValue"`
			} `xml:"Value"`
		} `xml:"SimpleCodeList>Row"`
	}
	if err := xml.Unmarshal(text, &published); err != nil {
		t.Fatal(err)
	}
	var areas []Area
	for _, row := range published.Rows {
		var area Area
		for _, value := range row.Values {
			switch value.Column {
			case "code":
				area.Code = value.Text
			case "swe_label":
				area.Name = value.Text
			}
		}
		if !strings.HasSuffix(area.Code, "ZZZ") { // stands for what lies in no area
			areas = append(areas, area)
		}
	}
	if diff := cmp.Diff(areas, SwedishNUTS3); diff != "" {
		t.Error(diff)
	}
}
