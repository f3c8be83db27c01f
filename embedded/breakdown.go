package embedded

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/shirou/gopsutil/v4/disk"
)

const (
	lookEvery   = 5 * time.Second // between two looks at whether the database works
	brokenGrace = 3 * time.Second // for one that has broken down to end by itself: all that it has committed is in its log
	leastRoom   = 64 << 20        // bytes on the disk without which a database breaks down again as soon as it is written to
)

// attend returns when the child has ended or the keeper is stopped. A child that has broken down is ended: it would not work again by itself.
func (k *keeper) attend(c *child) {
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		select {
		case <-k.stopping.Done():
			return
		case <-c.exited:
			return
		case <-look.C:
			if err := brokenDown(k.stopping, k.driver); err != nil {
				k.setTrouble(errors.New("The database has broken down and is being started again."))
				k.config.Log.Error("the database has broken down and is ended, so that it is started again: its disk may be full or write-protected", "error", err, "logs", k.program.home.logFolder())
				c.stop(brokenGrace)
			}
		}
	}
}

// brokenDown gives the answer of a database that can begin no transaction, as after its disk was full; nil when it works, and when it does not answer now.
func brokenDown(ctx context.Context, driver neo4j.DriverWithContext) error {
	ctx, cancel := context.WithTimeout(ctx, probeTimeout)
	defer cancel()
	session := driver.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead})
	defer session.Close(ctx)
	result, err := session.Run(ctx, "RETURN true AS ready", nil)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	if answer, is := errors.AsType[*neo4j.Neo4jError](err); is && strings.HasPrefix(answer.Code, "Neo.DatabaseError.Transaction.") {
		return answer
	}
	return nil
}

// checkRoom is an error when the disk of a folder is full.
func checkRoom(folder string) error {
	usage, err := disk.Usage(folder)
	if err != nil {
		return fmt.Errorf("The disk of the embedded database cannot be looked at (%w).", err)
	}
	if usage.Free < leastRoom {
		return fmt.Errorf("%w: %d MiB are free, and it needs %d to start. Make room on it.", errFull, usage.Free>>20, leastRoom>>20)
	}
	return nil
}

var errFull = errors.New("The disk of the embedded database is full")
