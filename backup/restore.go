package backup

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"partnernet/fault"
	"partnernet/rules"
	"partnernet/store"
)

// restoreMark is the label of a node that is there while a register is made of a copy. What a restore that was killed has left is thereby known.
const restoreMark = "Restoring"

const unmark = "MATCH (mark:" + restoreMark + ") DELETE mark"

// Restore makes a register of a file, in a database that holds no record, and brings it up to this version. It gives what breaks the rules, which is
// refused unless broken is true. The file is read and checked whole before anything is written; when something goes wrong after that, the database is empty again.
// No server may use the database meanwhile.
func Restore(ctx context.Context, r Register, file string, broken bool) (Summary, []rules.Violation, error) {
	s, err := Verify(file)
	if err != nil {
		return s, nil, err
	}
	r.DB, r.Ledger = r.DB.Patient(patience), r.Ledger.Patient(patience)
	if err := r.empty(ctx); err != nil {
		return s, nil, err
	}
	violations, err := r.restore(ctx, file, s, broken)
	if err != nil {
		cleaning := context.WithoutCancel(ctx)
		if again := r.cleared(cleaning); again != nil {
			return s, violations, fault.Wrap(fault.CodeOf(err), errors.Join(err, again), "%s What was written could not be taken away again (%s): run the same command once more.", err, again)
		}
	}
	return s, violations, err
}

// Unfinished is a Conflict when the database holds what a restore has left that was killed.
func Unfinished(ctx context.Context, db *store.DB) error {
	value, err := db.Read(ctx, store.Statement{Text: "RETURN EXISTS { (:" + restoreMark + ") } AS unfinished"})
	if err == nil && value == true {
		return fault.New(fault.Conflict, "A backup was being restored into this database, and that did not end. Run \"server restore\" with the same file again: it begins anew.")
	}
	return err
}

// empty is a Conflict when the database holds a record that no unfinished restore has left.
func (r Register) empty(ctx context.Context) error {
	value, err := r.DB.Read(ctx, store.Statement{Text: "RETURN EXISTS { (:Record) } AND NOT EXISTS { (:" + restoreMark + ") } AS used"})
	if err == nil && value == true {
		return fault.New(fault.Conflict, "The register is not empty, and a backup is restored into an empty one only. Name another folder with --data, or another database.")
	}
	return err
}

func (r Register) restore(ctx context.Context, file string, s Summary, broken bool) ([]rules.Violation, error) {
	if err := r.fill(ctx, file, s); err != nil {
		return nil, err
	}
	if err := r.migrate(ctx); err != nil {
		return nil, err
	}
	violations, err := r.Ledger.Check(ctx)
	if err != nil {
		return nil, err
	}
	if len(violations) > 0 && !broken {
		return violations, fault.New(fault.Conflict, "The file holds records that break rules, and was not restored. To restore it with them, and correct them then, add --keep-broken.").Breaking(violations[0].Rule)
	}
	return violations, r.write(ctx, unmark, nil)
}

// fill makes the database what the file holds, in the version that it is of, and reads it again to be sure.
func (r Register) fill(ctx context.Context, file string, s Summary) error {
	load := func(ctx context.Context) error {
		l := loading{Register: r}
		if err := l.load(ctx, file, l.nodes); err != nil {
			return err
		}
		return l.load(ctx, file, l.relations)
	}
	hasSchema, err := r.prepare(ctx, s)
	switch {
	case err != nil:
		return err
	case hasSchema:
		err = load(ctx)
	default:
		err = r.DB.FillAs(ctx, s.Migrations, load)
	}
	if err != nil {
		return err
	}
	restored, err := r.alone(ctx)
	if err == nil && restored.Digest != s.Digest {
		err = fmt.Errorf("the register has digest %s after restoring, and the file has %s", restored.Digest, s.Digest)
	}
	return err
}

// prepare takes all from the database but the mark, and tells whether it has the constraints and indexes of the version that the file is of. Otherwise it has none.
func (r Register) prepare(ctx context.Context, s Summary) (hasSchema bool, err error) {
	isNew, err := r.DB.Read(ctx, store.Statement{Text: "RETURN NOT EXISTS { (n) } AS isNew"})
	if err != nil {
		return false, err
	}
	if err := r.write(ctx, "MERGE (mark:"+restoreMark+") SET mark.digest = $digest", map[string]any{"digest": s.Digest}); err != nil || isNew == true {
		return false, err
	}
	applied, err := r.DB.Applied(ctx)
	if err != nil {
		return false, err
	}
	if slices.Equal(applied, s.Migrations) {
		return true, r.DB.Clear(ctx, restoreMark)
	}
	return false, r.DB.Reset(ctx, restoreMark)
}

// cleared makes the database an empty one of this version again.
func (r Register) cleared(ctx context.Context) error {
	if err := r.DB.Reset(ctx, restoreMark); err != nil {
		return err
	}
	if err := r.migrate(ctx); err != nil {
		return err
	}
	return r.write(ctx, unmark, nil)
}

func (r Register) migrate(ctx context.Context) error {
	_, err := r.DB.Migrate(ctx)
	return err
}

func (r Register) write(ctx context.Context, text string, params map[string]any) error {
	return r.DB.Write(ctx, func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Run(ctx, store.Statement{Text: text, Params: params})
		return err
	})
}
