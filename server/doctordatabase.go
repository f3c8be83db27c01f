package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"partnernet/embedded"
	"partnernet/store"
	"partnernet/stored"
)

// database looks at the database: whether it answers, is new enough, has its indexes, and keeps the same time. An embedded one that does not run is started
// for that, and stopped.
func (c *doctorCommand) database(ctx context.Context) []finding {
	config := store.Config{URI: c.Neo4jURI, Username: c.Neo4jUsername, Password: c.Neo4jPassword, Database: c.Neo4jDatabase, Timeout: checkTime}
	if c.Neo4jURI == "" {
		if entries, err := os.ReadDir(filepath.Clean(c.Data)); err != nil || len(entries) == 0 {
			return []finding{{"database", well, "none yet; the first start makes it", ""}}
		}
		server, err := embedded.Open(ctx, embedded.Config{Folder: c.Data, Log: slog.New(slog.DiscardHandler), Progress: io.Discard})
		if err != nil {
			return []finding{judged("database", "", err)}
		}
		defer server.Close()
		config.URI, config.Username, config.Password, config.Database = server.URI(), server.Username(), server.Password(), ""
	}
	db, err := store.Open(ctx, config)
	if err != nil {
		return []finding{judged("database", "", err)}
	}
	defer db.Close(ctx)
	return lookInto(ctx, db, time.Now)
}

// lookInto looks into a database that answers.
func lookInto(ctx context.Context, db *store.DB, now func() time.Time) []finding {
	rows, err := db.ReadRows(ctx, store.Statement{Text: `
		CALL dbms.components() YIELD name, versions, edition
		WHERE name = 'Neo4j Kernel'
		RETURN versions[0] AS version, edition, datetime() AS now`})
	if err != nil || len(rows) != 1 {
		return []finding{judged("database", "", err)}
	}
	all := []finding{{"database", well, fmt.Sprintf("Neo4j %s, %s edition", stored.Text(rows[0]["version"]), stored.Text(rows[0]["edition"])), ""}}
	if theirs, ok := rows[0]["now"].(time.Time); ok {
		all = append(all, clocks("clock, database", theirs, now()))
	}
	return append(all, migrated(ctx, db), indexed(ctx, db))
}

// migrated looks at whether the database is of this program's version.
func migrated(ctx context.Context, db *store.DB) finding {
	pending, err := db.Pending(ctx)
	switch {
	case err != nil:
		return judged("migrations", "", err)
	case len(pending) > 0:
		return finding{"migrations", doubtful, "not applied: " + strings.Join(pending, ", "), "The next start applies them, or server migrate."}
	}
	return finding{"migrations", well, "all applied", ""}
}

// indexed looks at whether all indexes can be used.
func indexed(ctx context.Context, db *store.DB) finding {
	rows, err := db.ReadRows(ctx, store.Statement{Text: "SHOW INDEXES YIELD name, state RETURN count(*) AS all, [x IN collect({name: name, state: state}) WHERE x.state <> 'ONLINE' | x.name] AS others"})
	if err != nil {
		return judged("indexes", "", err)
	}
	if others, _ := rows[0]["others"].([]any); len(others) > 0 {
		return finding{"indexes", wrong, fmt.Sprintf("not online: %v", others), "Wait while they are being filled. Where one has failed, Neo4j's log says why."}
	}
	return finding{"indexes", well, fmt.Sprintf("all %v online", rows[0]["all"]), ""}
}
