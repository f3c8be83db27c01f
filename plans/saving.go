package plans

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"log/slog"
	"time"

	"partnernet/fault"
	"partnernet/store"
	"partnernet/stored"
)

const (
	savePause = time.Minute
	forgotten = 30 * 24 * time.Hour // after which a shape that nobody asks is forgotten
	saveTime  = 5 * time.Second     // that the last saving may take, while the server stops
)

// Keep tells the database every minute what has been asked, and once more when ctx is done, and has it plan what could not be planned in time.
func (m *Memory) Keep(ctx context.Context, db *store.DB, log *slog.Logger) {
	pause := time.NewTicker(savePause)
	defer pause.Stop()
	for {
		select {
		case <-pause.C:
			if err := m.Save(ctx, db, time.Now()); err != nil && ctx.Err() == nil {
				log.Warn("it could not be remembered what was asked", "error", err)
			}
		case late := <-m.late:
			if err := planLate(ctx, db, late); err != nil && ctx.Err() == nil {
				log.Warn("what was asked could not be planned", "error", err)
			}
		case <-ctx.Done():
			last, cancel := context.WithTimeout(context.WithoutCancel(ctx), saveTime)
			defer cancel()
			if err := m.Save(last, db, time.Now()); err != nil {
				log.Warn("it could not be remembered what was asked", "error", err)
			}
			return
		}
	}
}

// Save tells the database what has been asked since it was last told, and has it forget what is asked least, or not any more. What it could not be told is
// told the next time.
func (m *Memory) Save(ctx context.Context, db *store.DB, now time.Time) error {
	taken := m.take()
	err := save(ctx, db, taken, now)
	if err != nil {
		m.putBack(taken)
	}
	return err
}

func save(ctx context.Context, db *store.DB, counts map[shape]int64, now time.Time) error {
	var rows []any
	for s, count := range counts {
		sum := sha256.Sum256([]byte(s.text + s.kinds))
		rows = append(rows, map[string]any{"key": hex.EncodeToString(sum[:]), "text": s.text, "kinds": s.kinds, "asked": count})
	}
	if len(rows) == 0 {
		return nil
	}
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{
			Text: `
				UNWIND $rows AS row
				MERGE (s:AskedStatement {key: row.key})
				SET s.text = row.text, s.kinds = row.kinds, s.asked = coalesce(s.asked, 0) + row.asked, s.askedAt = $now
				WITH count(*) AS saved
				MATCH (s:AskedStatement)
				WITH s
				ORDER BY s.askedAt >= $long DESC, s.asked DESC, s.key
				WITH collect(s) AS all, count(CASE WHEN s.askedAt >= $long THEN s END) AS still
				FOREACH (s IN all[CASE WHEN still < $most THEN still ELSE $most END..] | DELETE s)`,
			Params: map[string]any{"rows": rows, "now": now.UTC(), "long": now.UTC().Add(-forgotten), "most": mostShapes},
		})
		return err
	})
}

// Replan has the database plan what it was told of, most asked first, one statement after another. It pauses as long as each has taken, so that
// requests have at least half of the database. What the database does not understand any more is forgotten.
func Replan(ctx context.Context, db *store.DB) (planned int, err error) {
	rows, err := db.ReadRows(ctx, store.Statement{Text: `
		MATCH (s:AskedStatement)
		RETURN s.key AS key, s.text AS text, s.kinds AS kinds
		ORDER BY s.asked DESC, s.key`})
	if err != nil {
		return 0, err
	}
	var outdated []any
	for _, row := range rows {
		began := time.Now()
		statement, err := shape{stored.Text(row["text"]), stored.Text(row["kinds"])}.statement()
		if err == nil {
			_, err = db.ReadRows(ctx, statement)
		}
		switch {
		case err == nil:
			planned++
		case fault.CodeOf(err) == fault.Internal:
			outdated = append(outdated, row["key"])
		default: // the database, not the statement
			return planned, err
		}
		select {
		case <-ctx.Done():
			return planned, ctx.Err()
		case <-time.After(time.Since(began)):
		}
	}
	return planned, forget(ctx, db, outdated)
}

// forget removes shapes by their keys.
func forget(ctx context.Context, db *store.DB, keys []any) error {
	if len(keys) == 0 {
		return nil
	}
	return db.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: "MATCH (s:AskedStatement) WHERE s.key IN $keys DELETE s", Params: map[string]any{"keys": keys}})
		return err
	})
}
