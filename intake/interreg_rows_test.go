package intake

import (
	"encoding/json"
	"strings"
	"testing"

	"partnernet/fault"
)

func TestAFileThatIsNoListIsRefusedWhole(t *testing.T) {
	whole, _ := json.Marshal(partner(nil))
	const notAList = "not a partner list"
	for _, row := range []struct {
		text string
		says string
		why  string
	}{
		{"", notAList, "empty"},
		{"{}", notAList, "an object"},
		{`"rows"`, notAList, "a text"},
		{"id;program\n1;AURORA", notAList, "a CSV"},
		{"[" + string(whole), notAList, "cut off after a row"},
		{"[" + string(whole[:40]), notAList, "cut off within a row"},
		{"[" + string(whole) + "] x", notAList, "something after the list"},
		{strings.Repeat("[", 20_000), notAList, "nested without end"},
		{"[" + strings.Repeat("1,", maxListRows) + "1]", "more than 100000 rows", "too many rows"},
		{"[" + strings.Repeat(" ", maxListBytes) + "]", "larger than 64 MB", "too large"},
		{"project,se_owner,no_owner\n" + strings.Repeat("A,B,"+strings.Repeat("x", 1<<20)+"\n", 64), "larger than 64 MB", "too large a list of pairs"},
	} {
		list, err := ReadPartnerList(strings.NewReader(row.text))
		if fault.CodeOf(err) != fault.BadInput || list != nil || !strings.Contains(err.Error(), row.says) {
			t.Errorf("%s: got %v, %v; want BAD_INPUT saying %q, and nothing", row.why, list, err, row.says)
		}
	}
}

func TestFilesThatAreReadAllTheSame(t *testing.T) {
	whole, _ := json.Marshal(partner(nil))
	for _, row := range []struct {
		text          string
		rows, refused int
		why           string
	}{
		{"[]", 0, 0, "no rows"},
		{"\ufeff[" + string(whole) + "]", 1, 0, "a byte order mark"},
		{"\n [ " + string(whole) + " ]\n", 1, 0, "spaces around"},
		{"[" + string(whole) + ", 5, null, [], {}]", 5, 4, "elements that are no rows"},
		{"[" + strings.Replace(string(whole), "Exempel", "\xc5re", 1) + "]", 1, 1, "a row in Latin-1"},
	} {
		list, err := ReadPartnerList(strings.NewReader(row.text))
		if err != nil || list.RowsRead != row.rows || len(list.Refused) != row.refused {
			t.Errorf("%s: got %+v, %v; want %d rows, %d refused", row.why, list, err, row.rows, row.refused)
		}
	}
}
