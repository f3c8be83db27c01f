package store_test

import (
	"context"
	"errors"
	"net/url"
	"testing"
	"time"

	"partnernet/store"
	"partnernet/testdb"
)

func TestMain(m *testing.M) { testdb.Main(m) }

func open(t testing.TB, c store.Config) *store.DB {
	t.Helper()
	db, err := store.Open(t.Context(), c)
	must(t, err)
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	return db
}

// openOver gives the database as it is seen over a wire that can fail.
func openOver(t *testing.T, timeout time.Duration) (*store.DB, *wire) {
	t.Helper()
	c := testdb.Config(t)
	uri, err := url.Parse(c.URI)
	must(t, err)
	w := newWire(t, uri.Host)
	c.URI, c.Timeout = "bolt://"+w.address(), timeout
	return open(t, c), w
}

func write(t testing.TB, db *store.DB, text string, params map[string]any) {
	t.Helper()
	must(t, db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: text, Params: params})
		return err
	}))
}

func read(t testing.TB, db *store.DB, text string) any {
	t.Helper()
	value, err := db.Read(t.Context(), store.Statement{Text: text})
	must(t, err)
	return value
}

// must ends the test on an error, with the cause that only the log is told.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatalf("%v (%v)", err, errors.Unwrap(err))
	}
}
