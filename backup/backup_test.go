package backup_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"partnernet/backup"
	"partnernet/store"
	"partnernet/testdb"
)

// digest gives that of the register as it is now.
func (w world) digest() string {
	w.t.Helper()
	s, err := backup.Digest(w.t.Context(), w.Register)
	must(w.t, err)
	return s.Digest
}

// restore makes a register of a file in a database that is empty.
func (w world) restore(file string) backup.Summary {
	w.t.Helper()
	testdb.Open(w.t)
	s, violations, err := backup.Restore(w.t.Context(), w.Register, file, false)
	must(w.t, err)
	if len(violations) > 0 {
		w.t.Errorf("the register breaks rules: %v", violations)
	}
	return s
}

// Whatever is done while the register is copied, the copy is the register as it is when the copy ends: all that commands do is read again.
func TestACopyIsTheRegisterAtOneMoment(t *testing.T) {
	w := founded(t)
	a, b := w.make("registerOrganisation", object{"legalName": "Energikontor Syd AB", "idempotencyKey": "nightly\t1"}, "organisation"), w.make("registerOrganisation", object{"legalName": "Energikontor Syd"}, "organisation")
	network := w.make("registerNetwork", object{"acronym": "N", "lifecycle": "ESTABLISHED"}, "network")
	membership := w.make("admitMember", object{"network": network, "member": b}, "membership")
	file := filepath.Join(t.TempDir(), "copy.backup")
	written, err := backup.Write(t.Context(), w.midst(func() {
		w.sample()
		judged := w.command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "SAME"}, "command")
		w.revert(judged)
		w.revert(w.command("judgeIdentity", object{"organisation": b, "other": a, "verdict": "DIFFERENT"}, "command"))
		w.command("judgeIdentity", object{"organisation": a, "other": b, "verdict": "SAME"}, "command")
		w.command("updateMembership", object{"id": membership, "validFrom": "2024-01-01"}, "command")
		w.command("changeAudience", object{"records": []string{a}, "audience": object{"class": "MEMBERS", "networks": []string{network}}}, "command")
		w.command("registerPerson", object{"name": "Per", "lawfulBasis": "CONSENT", "purpose": "To be asked.", "reviewOn": time.Now().AddDate(0, 1, 0).Format(time.DateOnly)}, "command")
		w.revert(w.command("registerOrganisation", object{"legalName": "A slip"}, "command"))
		must(t, w.db.Write(t.Context(), func(ctx context.Context, tx store.Tx) error {
			_, err := tx.Run(ctx, store.Statement{Text: "MATCH (t:AccessToken) SET t.lastUsedAt = $now", Params: object{"now": time.Now().UTC()}}) // as signing in does, which no change tells of
			return err
		}))
	}), file)
	must(t, err)
	if got := w.digest(); got != written.Digest {
		t.Errorf("the copy has digest %s, and the register %s", written.Digest, got)
	}
	t.Logf("writers waited for %s", written.Turn)

	page := `query($after: String) { changes(first: 5, after: $after) { pageInfo { endCursor } nodes { id action at fields { name before after } } } }`
	first, err := w.ask(page, nil)
	must(t, err)
	cursor := first["changes"].(object)["pageInfo"].(object)["endCursor"]
	want, err := w.ask(page, object{"after": cursor})
	must(t, err)
	before := w.graph()

	restored := w.restore(file)
	if diff := cmp.Diff(before, w.graph()); diff != "" {
		t.Errorf("the restored graph is another one: %s", diff)
	}
	again := newWorld(t, w.db)
	got, err := again.ask(page, object{"after": cursor})
	must(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the cursor leads elsewhere: %s", diff)
	}
	if got := w.digest(); got != restored.Digest {
		t.Errorf("the file has digest %s, and the register %s", restored.Digest, got)
	}
}

// With somebody writing all the time, nothing is in the copy by halves, and all is that was acknowledged before it began.
func TestACopyBesideAWriter(t *testing.T) {
	w := founded(t)
	w.interreg()
	w.sample()
	var stop atomic.Bool
	ended := make(chan error, 1)
	begun := make(chan bool)
	go func() {
		for i := 0; !stop.Load(); i++ {
			payload, err := w.try("registerOrganisation", object{"legalName": "Written beside"}, "organisation { id }")
			if err == nil {
				_, err = w.try("updateOrganisation", object{"id": payload["organisation"].(object)["id"], "homepage": "https://example.org/"}, "command")
			}
			if err != nil {
				ended <- err
				return
			}
			if i == 0 {
				close(begun)
			}
		}
		ended <- nil
	}()
	<-begun
	acknowledged := w.count("RETURN COUNT { (:Change) } AS n")
	file, later := filepath.Join(t.TempDir(), "copy.backup"), filepath.Join(t.TempDir(), "later.backup")
	written, err := backup.Write(t.Context(), w.Register, file)
	stop.Store(true)
	must(t, err)
	must(t, <-ended)
	_, err = backup.Write(t.Context(), w.Register, later)
	must(t, err)
	if diff := cmp.Diff(w.records(file, written.Position), w.records(later, written.Position)); diff != "" {
		t.Errorf("what no later change has touched is another: %s", diff)
	}
	w.restore(file)
	if changes := w.count("RETURN COUNT { (:Change) } AS n"); changes != written.Position || changes < acknowledged {
		t.Errorf("the copy is of position %d, with %d changes, of which %d were there before", written.Position, changes, acknowledged)
	}
	if halves := w.count("MATCH (r:Organisation {legalName: 'Written beside'}) WHERE r.version <> COUNT { (r)<-[:CHANGED]-() } OR r.version = 2 AND r.homepage IS NULL RETURN count(*) AS n"); halves != 0 {
		t.Errorf("%d organisations are there by halves", halves)
	}
}

// A clock that is set back while the register is copied hides nothing that is written then: what no change tells of is found by its time.
func TestACopyWhileTheClockIsSetBack(t *testing.T) {
	w := founded(t)
	back := false
	r := w.midst(func() {
		back = true
		w.command("registerOrganisation", object{"legalName": "Written by the clock that is set back", "idempotencyKey": "back"}, "command")
	})
	r.Now = func() time.Time {
		if back {
			return time.Now()
		}
		return time.Now().Add(3 * time.Hour)
	}
	written, err := backup.Write(t.Context(), r, filepath.Join(t.TempDir(), "copy.backup"))
	must(t, err)
	if got := w.digest(); got != written.Digest {
		t.Errorf("the copy has digest %s, and the register %s", written.Digest, got)
	}
}

// records gives the lines of a file that are of records which no change after a position has touched.
func (w world) records(file string, position int64) []string {
	w.t.Helper()
	rows, err := w.db.ReadRows(w.t.Context(), store.Statement{Text: `
		MATCH (c:Change)
		WHERE c.position > $position
		UNWIND [c] + [(c)-->(near:Record) | near] AS r
		RETURN DISTINCT r.id AS id`, Params: object{"position": position}})
	must(w.t, err)
	touched := map[string]bool{}
	for _, row := range rows {
		touched[row["id"].(string)] = true
	}
	if len(touched) == 0 {
		w.t.Error("nothing was written meanwhile")
	}
	return slices.DeleteFunc(lines(w.t, file), func(line string) bool {
		id, isRecord := strings.CutPrefix(line, `{"record":"`)
		return !isRecord || touched[id[:len(uuid.Nil.String())]]
	})
}

func (w world) count(text string) int64 {
	w.t.Helper()
	n, err := w.db.Read(context.WithoutCancel(w.t.Context()), store.Statement{Text: text})
	must(w.t, err)
	return n.(int64)
}
