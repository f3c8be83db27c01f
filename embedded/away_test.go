package embedded

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
)

// Everybody may know that the disk is full or write-protected. What else a start has failed for is in the log.
func TestWhyTheDatabaseIsAway(t *testing.T) {
	protected := &os.PathError{Op: "open", Path: "/srv/partnernet/logs/console.log", Err: syscall.EROFS}
	for _, c := range []struct {
		err  error
		says string
	}{
		{fmt.Errorf("%w: 3 MiB are free.", errFull), "is full"},
		{fmt.Errorf("The embedded database cannot write its log (%w).", protected), "write-protected"},
		{errors.New("The embedded database did not start: it ended. Its last words, from /srv/partnernet/logs"), "The registry's log says why"},
	} {
		if says := whyAway(c.err).Error(); !strings.Contains(says, c.says) || strings.Contains(says, "/srv") {
			t.Errorf("%v is told as %q", c.err, says)
		}
	}
}
