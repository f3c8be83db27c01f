package page_test

import (
	"net/http/httptest"
	"testing"

	"partnernet/testdb"
	"partnernet/testworld/site"
)

func TestMain(m *testing.M) { testdb.Main(m, func() { leaveBrowser() }) }

// foundingServer gives a server over a database that holds what the project ships and nothing else.
func foundingServer(t testing.TB) *httptest.Server {
	t.Helper()
	server, _ := site.Founding(t)
	return server
}
