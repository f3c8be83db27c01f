package backup

import (
	"os"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A spool gives back all keys as they were: those of commands have line ends and whatever a client has written.
func TestASpoolKeepsKeysAsTheyAre(t *testing.T) {
	folder := t.TempDir()
	s, err := newSpool(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	if left, err := os.ReadDir(folder); runtime.GOOS != "windows" && (err != nil || len(left) > 0) {
		t.Errorf("a server that is ended now leaves %v: %v", left, err)
	}
	want := []string{recordKey("0195"), nodeKey("Command", "somebody\nnightly"), nodeKey("Command", "somebody\na\tkey\r\n\"of\" \\ åäö"), pairKey("a", "b")}
	for _, key := range want {
		if err := s.add(key, line{Node: "Command"}); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	err = s.each(func(key string, e entry) error {
		got = append(got, key)
		if string(e.text) != `{"node":"Command"}`+"\n" {
			t.Errorf("the line of %q is %s", key, e.text)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
