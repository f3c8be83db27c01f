// Package backup copies a whole register into one file, and makes a register of such a file: every record with its id, its history, and what else it takes for
// the same answers. The form of the file is told in docs/backup.md.
package backup

import (
	"context"
	"time"

	"partnernet/ledger"
	"partnernet/store"
)

// Register is a register that is copied, or made of a copy.
type Register struct {
	DB     *store.DB
	Ledger *ledger.Ledger
	Now    func() time.Time
}

// Summary tells of a copy.
type Summary struct {
	Header
	Footer
	Turn time.Duration // how long writers waited while it was taken; 0 for one that was only read
}

// Header is the first line of a file.
type Header struct {
	Format     string            `json:"format"`
	Version    int               `json:"version"`
	Schema     string            `json:"schema"`     // the store.SchemaVersion of the program that wrote it
	Migrations []store.Migration `json:"migrations"` // that the database had
	Position   int64             `json:"position"`   // of the last change in it
	CreatedAt  time.Time         `json:"createdAt"`
}

// Footer is the last line of a file.
type Footer struct {
	Records   int    `json:"records"`
	Parts     int    `json:"parts"`     // of records, such as identifiers
	Relations int    `json:"relations"` // that lead to records
	Nodes     int    `json:"nodes"`     // that are neither records nor parts
	Digest    string `json:"digest"`    // SHA-256 of the lines between the first and the last one, each with its line end
}

// The form of the files that this version writes. A version that changes it reads all earlier ones.
const (
	format  = "partnernet backup"
	version = 1
)

// patience is how long one statement of a copy may take: it may be of a large register on a slow disk.
const patience = 10 * time.Minute

// Digest tells what a copy of the register would hold now.
func Digest(ctx context.Context, r Register) (Summary, error) {
	c, err := r.gather(ctx, "")
	if err != nil {
		return Summary{}, err
	}
	defer c.close()
	return c.summed()
}
