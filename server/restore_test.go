//go:build unix

package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"partnernet/backup"
	"partnernet/testdb"
)

// What a restore leaves that is killed is served by nobody, and the same command begins anew.
func TestAKilledRestoreIsServedByNobody(t *testing.T) {
	environment, db := ownNeo4j(t)
	said(t, environment, "seed")
	file := filepath.Join(t.TempDir(), "register.backup")
	said(t, environment, "backup", file)
	whole, err := backup.Verify(file)
	if err != nil {
		t.Fatal(err)
	}
	testdb.Open(t)

	restoring := command(t, "restore", file)
	restoring.Env = append(restoring.Env, environment...)
	if err := restoring.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- restoring.Wait() }()
	eventually(t, "it has written something", func() bool {
		return number(t, db, "RETURN CASE WHEN EXISTS { (:Restoring) } THEN COUNT { (:Record) } ELSE 0 END") > 0
	})
	if err := restoring.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := <-ended; err == nil {
		t.Fatal("it ended before it was killed")
	}

	for _, args := range [][]string{{"--listen", "127.0.0.1:0"}, {"check"}, {"backup", file + ".half"}} {
		refused := command(t, args...)
		refused.Env = append(refused.Env, environment...)
		var stderr bytes.Buffer
		refused.Stderr = &stderr
		if err := refused.Run(); err == nil || !strings.Contains(stderr.String(), "A backup was being restored into this database, and that did not end.") {
			t.Errorf("%q over half a register ended with %v and said %s", args, err, stderr.String())
		}
	}
	if says := said(t, environment, "restore", file); !strings.Contains(says, whole.Digest) {
		t.Errorf("restored anew it says %s", says)
	}
	if says := said(t, environment, "verify"); !strings.Contains(says, whole.Digest) {
		t.Errorf("the register is another one: %s", says)
	}
}
