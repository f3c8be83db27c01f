package intake

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"partnernet/ledger"
)

// realFile names a partner list as its publisher gives it, of the programmes of 2021–2027.
const realFile = "PARTNERNET_INTERREG_FILE"

// The whole list, into a registry that knows the founding case, twice.
func TestTheRealPartnerList(t *testing.T) {
	path := os.Getenv(realFile)
	if path == "" {
		t.Skipf("%s names no partner list, so there is none to read", realFile)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	digest := sha256.Sum256(text)
	p := empty(t)
	p.found()
	importFile := func() ledger.Outcome {
		list, err := ReadPartnerList(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if list.RowsRead != 1196 || len(list.Refused) != 17 {
			t.Errorf("%d rows read, %d refused", list.RowsRead, len(list.Refused))
		}
		return p.tell(list.Telling(SourceFile{Path: path, SHA256: hex.EncodeToString(digest[:]), ReadAt: today}, p.known()))
	}
	figures := func() {
		t.Helper()
		got := p.ask(`{
  projects { totalCount }
  onTheBorder: projects(filter: {programme: {text: "Sverige-Norge"}}) { totalCount }
  named: organisations(filter: {participations: {role: [LEAD, PROJECT_OWNER, PARTNER, ASSOCIATED], country: "SE"}}) { totalCount }
  commsec: projects(filter: {acronym: "Commsec"}) { totalCount nodes { plannedTo projectType claims { field } } } }`)
		if diff := cmp.Diff(expected(t, `{"projects": {"totalCount": 588}, "onTheBorder": {"totalCount": 68}, "named": {"totalCount": 588},
  "commsec": {"totalCount": 1, "nodes": [{"plannedTo": "2024-05-31", "projectType": "PRE_STUDY",
    "claims": [{"field": "plannedTo"}, {"field": "plannedTo"}, {"field": "projectType"}, {"field": "projectType"}]}]}}`), got); diff != "" {
			t.Error(diff)
		}
	}
	importFile()
	figures()
	before := p.dump()
	again := importFile()
	figures()
	if len(again.Created)+len(again.Changed) > 0 || !cmp.Equal(before, p.dump()) {
		t.Errorf("the second time changed something: created %v, changed %v", again.Created, again.Changed)
	}
}
