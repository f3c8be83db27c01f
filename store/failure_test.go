package store_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/testdb"
)

// slack is what a busy machine may add to a timeout.
const slack = 2 * time.Second

func TestBlackHoleEndsWithinTheTimeout(t *testing.T) {
	const timeout = 300 * time.Millisecond
	for name, call := range map[string]func(context.Context, *store.DB) error{
		"Read": func(ctx context.Context, db *store.DB) error {
			_, err := db.Read(ctx, store.Statement{Text: "RETURN 1"})
			return err
		},
		"Write": func(ctx context.Context, db *store.DB) error {
			return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
				_, err := tx.Run(ctx, store.Statement{Text: "CREATE (:Record {id: randomUUID()})"})
				return err
			})
		},
		"Ready": func(ctx context.Context, db *store.DB) error { return db.Ready(ctx) },
	} {
		t.Run(name, func(t *testing.T) {
			db, wire := openOver(t, timeout)
			wire.blocked.Lock()
			// The second call finds no connection in the pool, and its new one gets no answer either.
			for _, connection := range []string{"an old connection", "a new connection"} {
				start := time.Now()
				err := call(t.Context(), db)
				took := time.Since(start)
				if fault.CodeOf(err) != fault.Unavailable || !strings.Contains(err.Error(), timeout.String()) {
					t.Errorf("over %s: got %v, want an Unavailable that names %v", connection, err, timeout)
				}
				if took < timeout || took > timeout+slack {
					t.Errorf("over %s: it took %v, want about %v", connection, took, timeout)
				}
				t.Logf("over %s: gave up after %v", connection, took)
			}
			wire.blocked.Unlock()
			poll(t, func() bool { return call(t.Context(), db) == nil }) // it recovers by itself
		})
	}
}

func TestDatabaseAwayIsToldAtOnce(t *testing.T) {
	const timeout = 20 * time.Second
	db, wire := openOver(t, timeout)
	wire.pull()
	start := time.Now()
	_, err := db.Read(t.Context(), store.Statement{Text: "RETURN 1"})
	if fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("got %v, want Unavailable", err)
	}
	c := testdb.Config(t)
	c.URI, c.Timeout = "bolt://"+wire.address(), timeout
	if _, err := store.Open(t.Context(), c); fault.CodeOf(err) != fault.Unavailable || !strings.Contains(err.Error(), wire.address()) {
		t.Errorf("Open gave %v, want an Unavailable that names the address", err)
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("it took %v: that is waiting for the timeout", took)
	}
}

func TestDatabaseRestartIsNotNoticed(t *testing.T) {
	db, wire := openOver(t, 5*time.Second)
	for range 3 {
		wire.cut()
		read(t, db, "RETURN 1")
		wire.cut()
		write(t, db, "MERGE (:Record {id: 'a'})", nil)
	}
}

func TestWrongSettingsAreNamed(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*store.Config)
		code   fault.Code
		says   string
	}{
		{"user", func(c *store.Config) { c.Username = "stranger" }, fault.Unavailable, "user"},
		{"database", func(c *store.Config) { c.Database = "wrong" }, fault.Unavailable, "database"},
		{"scheme", func(c *store.Config) { c.URI = "http://localhost" }, fault.BadInput, "bolt://"},
	} {
		settings := testdb.Config(t)
		c.change(&settings)
		db, err := store.Open(t.Context(), settings)
		if err == nil {
			err = db.Ready(t.Context())
			_ = db.Close(t.Context())
		}
		if fault.CodeOf(err) != c.code || !strings.Contains(err.Error(), c.says) {
			t.Errorf("wrong %s: got %v, want %s and a word of %q", c.name, err, c.code, c.says)
		}
	}
}

func TestNotANeo4jIsNotWaitedFor(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	defer silent.Close()
	const timeout = 300 * time.Millisecond
	start := time.Now()
	_, err = store.Open(t.Context(), store.Config{URI: "bolt://" + silent.Addr().String(), Timeout: timeout})
	if fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("got %v, want Unavailable", err)
	}
	if took := time.Since(start); took > timeout+slack {
		t.Errorf("it took %v, want about %v", took, timeout)
	}
}

// long is a statement that runs for minutes and can be found by its name while it does.
const long = "UNWIND range(1, 100000000000) AS long_statement WITH long_statement WHERE long_statement < 0 RETURN count(*) AS value"

func TestLongStatementIsEndedOnBothSides(t *testing.T) {
	watcher := testdb.Open(t)
	c := testdb.Config(t)
	c.Timeout = 300 * time.Millisecond
	db := open(t, c)
	start := time.Now()
	_, err := db.Read(t.Context(), store.Statement{Text: long})
	if fault.CodeOf(err) != fault.Unavailable || time.Since(start) > c.Timeout+slack {
		t.Errorf("got %v after %v", err, time.Since(start))
	}
	waitUntilNotRunning(t, watcher)
}

func TestDatabaseEndsTheStatementOfAServerThatVanished(t *testing.T) {
	watcher := testdb.Open(t)
	db, wire := openOver(t, 2*time.Second) // enough for the statement to be seen running
	given := make(chan error, 1)
	go func() {
		_, err := db.Read(t.Context(), store.Statement{Text: long})
		given <- err
	}()
	poll(t, func() bool { return running(t, watcher) > 0 })
	wire.blocked.Lock()
	defer wire.blocked.Unlock()
	if err := <-given; fault.CodeOf(err) != fault.Unavailable {
		t.Errorf("got %v, want Unavailable", err)
	}
	if running(t, watcher) == 0 {
		t.Fatal("the database heard that its client had gone")
	}
	waitUntilNotRunning(t, watcher)
}

func TestCallerWhoLeavesEndsTheStatement(t *testing.T) {
	db := testdb.Open(t)
	ctx, leave := context.WithCancel(t.Context())
	given := make(chan error, 1)
	go func() {
		_, err := db.Read(ctx, store.Statement{Text: long})
		given <- err
	}()
	poll(t, func() bool { return running(t, db) > 0 })
	leave()
	if err := <-given; fault.CodeOf(err) != fault.Unavailable || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want an Unavailable whose cause is that the caller left", err)
	}
	waitUntilNotRunning(t, db)
}

func waitUntilNotRunning(t *testing.T, db *store.DB) {
	t.Helper()
	start := time.Now()
	poll(t, func() bool { return running(t, db) == 0 })
	t.Logf("the database ended it %v later", time.Since(start))
}

func running(t *testing.T, db *store.DB) int {
	t.Helper()
	rows, err := db.ReadRows(t.Context(), store.Statement{Text: "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range' RETURN currentQuery"})
	must(t, err)
	return len(rows)
}

// poll asks until the answer is yes, and gives up after a time in which it certainly should be.
func poll(t *testing.T, yes func() bool) {
	t.Helper()
	ticker := time.NewTicker(10 * time.Millisecond)
	defer ticker.Stop()
	giveUp := time.After(10 * time.Second)
	for !yes() {
		select {
		case <-ticker.C:
		case <-giveUp:
			t.Fatal("it did not happen within 10 s")
		}
	}
}

func TestStatementTooBigForMemoryIsTooCostly(t *testing.T) {
	_, err := testdb.Open(t).Read(t.Context(), store.Statement{
		Text:   "UNWIND range(1, 1000000) AS x RETURN size(collect(toString(x) + $padding)) AS value",
		Params: map[string]any{"padding": strings.Repeat("x", 10_000)},
	})
	if fault.CodeOf(err) != fault.TooCostly {
		t.Errorf("got %v, want TooCostly", err)
	}
}
