package embedded

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// archive is a class-data archive: Java's record of the classes that an earlier run loaded, which halves the time of a start.
// The first run that ends by itself leaves it behind; nothing depends on it.
type archive struct {
	path string
	lock *flock.Flock // held by the one process that makes the archive
}

// newArchive gives the archive for these jars and this build of Java; another build cannot use it.
func newArchive(jars string, java java) *archive {
	build := sha256.Sum256([]byte(java.version))
	path := filepath.Join(filepath.Dir(jars), fmt.Sprintf("classes-%x.jsa", build[:6]))
	return &archive{path: path, lock: flock.New(path + ".lock")}
}

// options gives the options of the virtual machine that use the archive, or that make it when there is none and nobody else makes it.
func (a *archive) options() []string {
	if a.usable() {
		// Verified, because a virtual machine crashes on a damaged archive.
		return []string{"-XX:SharedArchiveFile=" + a.path, "-XX:+VerifySharedSpaces"}
	}
	if locked, err := a.lock.TryLock(); err != nil || !locked {
		return nil
	}
	return []string{"-XX:ArchiveClassesAtExit=" + a.part()}
}

func (a *archive) usable() bool { return exists(a.path) }

// making tells whether this process's database makes the archive when it ends.
func (a *archive) making() bool { return a.lock.Locked() }

// part is the archive while the ending virtual machine writes it.
func (a *archive) part() string { return a.path + ".part" }

// keep takes what a run that has ended well has left as the archive. A failure costs only time at the next start.
func (a *archive) keep() {
	if a.making() {
		_ = os.Rename(a.part(), a.path)
	}
}

// discard removes the archive, for the virtual machine may have stumbled over it.
func (a *archive) discard() error { return os.Remove(a.path) }

// release lets another process make the archive.
func (a *archive) release() error { return a.lock.Close() }
