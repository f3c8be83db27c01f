// Package store is the registry's connection to Neo4j: statements in, values out, within a time, and the schema brought up to date.
package store

import (
	"context"
	"fmt"
	"slices"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"partnernet/fault"
)

// DefaultTimeout is the Timeout of a Config that gives none.
const DefaultTimeout = 10 * time.Second

// The oldest Neo4j that knows all the Cypher that the registry writes.
const oldestMajor, oldestMinor = 5, 26

// Config says where the database is and how long to wait for it.
type Config struct {
	URI      string // bolt:// for one server, neo4j:// for a cluster; +s or +ssc for an encrypted connection
	Username string // empty for a database without authentication
	Password string
	Database string        // empty for the user's home database
	Timeout  time.Duration // the longest that one Read, ReadRows or Write may take, retries and waiting for a connection included
}

// DB is an open connection to the database, safe for concurrent use. It connects again by itself after the database was away.
type DB struct {
	driver    neo4j.DriverWithContext
	session   neo4j.SessionConfig
	timeout   time.Duration
	observers []Observer
	inUse     *atomic.Int64 // connections
}

// MostConnections is how many connections to the database there may be.
const MostConnections = 100

// Run runs a statement and gives its rows by column name.
type Run func(ctx context.Context, s Statement) ([]map[string]any, error)

// Observer is told of each statement that was sent, once for every attempt: how long its answer took, and its error if it failed.
type Observer func(ctx context.Context, s Statement, took time.Duration, err error)

// Open connects to the database. Its errors are for whoever starts the registry: they name the address.
// It is Unavailable when no Neo4j answers there within the timeout, BadInput when the settings are wrong or the Neo4j is too old.
func Open(ctx context.Context, c Config) (*DB, error) {
	if c.Timeout <= 0 {
		c.Timeout = DefaultTimeout
	}
	driver, err := neo4j.NewDriverWithContext(c.URI, c.auth(), c.driver)
	if err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "%q is not the address of a Neo4j. Give one like bolt://localhost:7687 or neo4j+s://example.org.", c.URI)
	}
	d := &DB{driver: driver, session: c.session(), timeout: c.Timeout, inUse: &atomic.Int64{}}
	err = d.checkServer(ctx, c.URI)
	if err == nil && d.Routed() && c.Database == "" {
		d.session.DatabaseName, err = d.homeDatabase(ctx)
	}
	if err != nil {
		_ = d.Close(ctx) // what went wrong is in err already
		return nil, err
	}
	return d, nil
}

func (c Config) auth() neo4j.AuthToken {
	if c.Username == "" {
		return neo4j.NoAuth()
	}
	return neo4j.BasicAuth(c.Username, c.Password, "")
}

func (c Config) driver(driver *config.Config) {
	driver.ConnectionAcquisitionTimeout = c.Timeout
	driver.SocketConnectTimeout = c.Timeout
	driver.MaxConnectionPoolSize = MostConnections
	driver.TelemetryDisabled = true
	// Notifications are about statements, not about requests: Explain shows them, every other answer goes without.
	driver.NotificationsMinSeverity = notifications.DisabledLevel
}

// session carries bookmarks only where statements may reach different servers: one server needs none to see its own writes.
func (c Config) session() neo4j.SessionConfig {
	s := neo4j.SessionConfig{DatabaseName: c.Database}
	if routed(c.URI) {
		s.BookmarkManager = neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})
	}
	return s
}

// homeDatabase gives the name of the user's home database. The driver asks the address that it was given, and no other member of the cluster, where sessions
// name none: they would fail while that one is away.
func (d *DB) homeDatabase(ctx context.Context) (string, error) {
	return retry(ctx, d, func(ctx context.Context) (string, error) {
		session := d.driver.NewSession(ctx, d.reading())
		defer session.Close(ctx)
		result, err := session.Run(ctx, "RETURN true AS ready", nil)
		if err != nil {
			return "", err
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			return "", err
		}
		return summary.Database().Name(), nil
	})
}

func (d *DB) checkServer(ctx context.Context, address string) error {
	ctx, cancel := d.deadline(ctx)
	defer cancel()
	server, err := d.driver.GetServerInfo(ctx)
	if err != nil {
		err = translate(ctx, err)
		return fault.Wrap(fault.CodeOf(err), err, "No Neo4j to work with at %s. %s", address, err)
	}
	var major, minor int
	if _, err := fmt.Sscanf(server.Agent(), "Neo4j/%d.%d", &major, &minor); err != nil {
		return fault.Wrap(fault.BadInput, err, "What answers at %s calls itself %q. The registry needs Neo4j %d.%d or later.", address, server.Agent(), oldestMajor, oldestMinor)
	}
	if major < oldestMajor || major == oldestMajor && minor < oldestMinor {
		return fault.New(fault.BadInput, "The Neo4j at %s is %d.%d. The registry needs %d.%d or later.", address, major, minor, oldestMajor, oldestMinor)
	}
	return nil
}

// Close ends all connections. Calls under way fail.
func (d *DB) Close(ctx context.Context) error { return d.driver.Close(ctx) }

// Ready tells whether the database answers a statement now: nil, or an Unavailable fault.
func (d *DB) Ready(ctx context.Context) error {
	_, err := d.Read(ctx, Statement{Text: "RETURN true AS ready"})
	return err
}

// InUse tells how many statements and transactions are under way, each of which has a connection or waits for one.
func (d *DB) InUse() int64 { return d.inUse.Load() }

// use counts something that is under way, until done is called.
func (d *DB) use() (done func()) {
	d.inUse.Add(1)
	return func() { d.inUse.Add(-1) }
}

// Observed gives the same database, shared connections and all, with one more observer of what is sent through the value returned.
func (d *DB) Observed(o Observer) *DB {
	observed := *d
	observed.observers = append(slices.Clip(d.observers), o)
	return &observed
}

// Patient gives the same database, shared connections and all, where what is sent through the value returned may take at least so long.
func (d *DB) Patient(least time.Duration) *DB {
	patient := *d
	patient.timeout = max(d.timeout, least)
	return &patient
}

func (d *DB) observe(ctx context.Context, s Statement, start time.Time, err error) {
	for _, o := range d.observers {
		o(ctx, s, time.Since(start), err)
	}
}
