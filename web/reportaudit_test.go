package web_test

import (
	"net/http"
	"testing"

	"partnernet/audit"
	"partnernet/registry"
	"partnernet/testworld/site"
)

// Who opens a report takes it out of the register: the audit tells it, as it does of exports.
func TestReportsAreToldInTheAudit(t *testing.T) {
	_, db := site.Founding(t)
	server, options := db.ServerToSignInAt(t)
	account := db.Account(t, "Åsa", registry.Coordinator, "MITTSEC")
	records := func() []audit.Record {
		t.Helper()
		all, err := audit.Latest(t.Context(), db.DB, "", 100)
		if err != nil {
			t.Fatal(err)
		}
		var exported []audit.Record
		for _, r := range all {
			if r.Event == audit.Exported {
				exported = append(exported, r)
			}
		}
		return exported
	}
	opened := func(path string, headers map[string]string) {
		t.Helper()
		if status, body := site.Fetch(t, "GET", server.URL+path, headers); status != http.StatusOK {
			t.Fatalf("%s: %d %.300s", path, status, body)
		}
	}
	opened("/reports/gaps", nil)
	if all := records(); len(all) != 0 {
		t.Errorf("what nobody in particular reads is told of: %+v", all)
	}
	opened("/reports/gaps?network=MITTSEC", map[string]string{"Authorization": site.TokenOf(t, options, account)})
	if all := records(); len(all) != 1 || all[0].Account != account || all[0].Detail != `gaps.html of "MITTSEC"` {
		t.Errorf("the audit tells %+v", all)
	}
}
